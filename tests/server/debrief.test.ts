import { describe, expect, test } from 'vitest';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { Identity } from '#shared/run/identity.ts';
import { answerTo, commandFrom } from '../../server/rooms/requests.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { blankTable, mirrorTable } from '../../server/wire/mirror.ts';
import { parseLog } from '../../shared/log/parse.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { Viewer } from '../../shared/session/vocabulary/actors.ts';
import { viewFor } from '../../shared/session/view.ts';
import { Wire } from '../support/wireClient.ts';
import { host, lobby, started } from './liveTable.ts';

const person: Identity = { kind: 'delegate', session: 's1', seat: 'aurelia', delegate: 'd-aurelia' };
const seats = ['aurelia', 'meridia', 'concordia'];

let keys = 0;

async function ended(store = memoryStore()): Promise<LiveSession> {
  const session = await lobby(store);
  await started(session);
  await session.submit(host, 'end', { type: 'endSession' });
  await session.submit(host, 'leave', { type: 'setDebriefStep', step: 'leave' });
  return session;
}

const noted = async (session: LiveSession, type: string, text: string, who = person, over: object = {}) =>
  commandFrom(
    session,
    who,
    { key: `note-key-${(keys += 1)}`, command: { type, text: null, ...over }, text },
    new TalkLimit(),
  );

/** A whole debrief in which only the first person's contributions differ. */
async function debriefed(word: string, reflection: string): Promise<LiveSession> {
  const session = await ended();
  await noted(session, 'givePulse', word);
  await noted(session, 'writeReflection', reflection);
  return session;
}

test('a session that ended before its first reveal has no findings, and says so', async () => {
  expect(answerTo(await ended(), person, { ask: 'findings' })).toEqual({ ok: false, refusal: 'notNow' });
});

describe('a word of pulse', () => {
  test('is one word, cleaned and kept beside the log', async () => {
    const session = await ended();
    expect(await noted(session, 'givePulse', 'two words')).toEqual({
      ok: false,
      refusal: { code: 'oneWordOnly' },
    });
    expect(await noted(session, 'givePulse', 'a'.repeat(25))).toMatchObject({
      refusal: { code: 'oneWordOnly' },
    });
    expect(await noted(session, 'givePulse', '  calm\u202E ')).toMatchObject({ ok: true });
    expect(answerTo(session, person, { ask: 'myNotes' })).toMatchObject({ answer: { word: 'calm' } });
  });

  test('that is given again erases the one before, and the chain still verifies', async () => {
    const store = memoryStore();
    const session = await ended(store);
    await noted(session, 'givePulse', 'angry');
    await noted(session, 'givePulse', 'calm');
    const text = await sessionLogText(store, session, { kind: 'host' });
    expect(text).toContain('"calm"');
    expect(text).not.toContain('angry');
    const parsed = parseLog(text);
    expect(parsed.ok && verifyLog(parsed.value, sha256)).toMatchObject({ ok: true, firstFault: null });
  });
});

describe('answers to the question', () => {
  test('are three numbers from 1 to 5, and only where the session asks', async () => {
    const session = await lobby();
    await started(session);
    expect(await noted(session, 'answerSurvey', '1 2')).toMatchObject({
      refusal: { code: 'answersMissing' },
    });
    expect(await noted(session, 'answerSurvey', '1 2 6')).toMatchObject({
      refusal: { code: 'answersMissing' },
    });
    expect(await noted(session, 'answerSurvey', '1 2 3')).toMatchObject({ ok: false });
  });
});

describe('what people gave for the debrief', () => {
  test('is in the person’s own copy; the host has words and answers, and a reflection only if its writer allowed it', async () => {
    const store = memoryStore();
    const session = await ended(store);
    await noted(session, 'givePulse', 'calm');
    await noted(session, 'writeReflection', 'less fear next time');
    const copies = async () => ({
      own: await sessionLogText(store, session, { kind: 'participant', delegate: 'd-aurelia' }),
      other: await sessionLogText(store, session, { kind: 'participant', delegate: 'd-meridia' }),
      host: await sessionLogText(store, session, { kind: 'host' }),
    });
    const holds = (text: string) => [text.includes('"calm"'), text.includes('less fear')];
    const unshared = await copies();
    expect(holds(unshared.own)).toEqual([true, true]);
    expect(holds(unshared.other)).toEqual([false, false]);
    expect(holds(unshared.host)).toEqual([true, false]);
    await noted(session, 'writeReflection', 'less fear next time', person, { shared: true });
    const shared = await copies();
    expect([shared.own, shared.other, shared.host].map((text) => text.includes('less fear'))).toEqual([
      true,
      false,
      true,
    ]);
    const parsed = parseLog(shared.host);
    expect(parsed.ok && verifyLog(parsed.value, sha256)).toMatchObject({ ok: true, firstFault: null });
  });

  test('looks the same to everybody else, frame by frame, whatever its content', async () => {
    const [calm, angry] = [await debriefed('calm', 'no more'), await debriefed('angry', 'never again')];
    const others: readonly Viewer[] = [
      { kind: 'observer' },
      { kind: 'participantAfterEnd', seat: 'aurelia', delegate: 'somebody-else' },
      { kind: 'participantAfterEnd', seat: 'meridia', delegate: 'd-meridia' },
    ];
    const seen = (session: LiveSession, viewer: Viewer) =>
      viewFor(session.state, viewer, session.texts.textOf);
    for (const viewer of others) expect(seen(calm, viewer)).toEqual(seen(angry, viewer));
    const frames = [calm, angry].map((session) => {
      const table = blankTable(session.state.seats.map(({ id }) => id));
      const wire = new Wire(table, ['meridia', null]);
      wire.join();
      mirrorTable(table, seen(session, { kind: 'observer' }).table);
      wire.patch();
      return [wire.client(0).received, wire.client(1).received];
    });
    expect(frames[0]).toEqual(frames[1]);
    // The control: the person's own answer does tell the two apart.
    expect(answerTo(calm, person, { ask: 'myNotes' })).not.toEqual(
      answerTo(angry, person, { ask: 'myNotes' }),
    );
  });

  test('as words is shown to all without a name, once the host has come to them', async () => {
    const session = await ended();
    for (const [index, word] of ['calm', 'odd', 'tired'].entries()) {
      const seat = seats[index] ?? '';
      await noted(session, 'givePulse', word, { ...person, seat, delegate: `d-${seat}` });
    }
    await session.submit(host, 'words', { type: 'setDebriefStep', step: 'words' });
    const { debrief } = viewFor(session.state, { kind: 'observer' }, session.texts.textOf).table;
    expect(debrief?.words).toEqual(['calm', 'odd', 'tired']);
    expect(JSON.stringify(debrief)).not.toContain('d-aurelia');
  });
});
