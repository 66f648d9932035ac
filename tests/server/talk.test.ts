import { describe, expect, test } from 'vitest';
import { negotiateForBots, sealForBots } from '../../shared/run/playBots.ts';
import { sha256 } from '../../server/store/digest.ts';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { Identity } from '#shared/run/identity.ts';
import type { Reply } from '#shared/run/reply.ts';
import { commandFrom } from '../../server/rooms/requests.ts';
import { MOST_MESSAGES, TalkLimit } from '#shared/run/talkLimit.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { parseLog } from '../../shared/log/parse.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { spokenIn } from '../../shared/session/vocabulary/codedTalk.ts';
import { viewFor } from '../../shared/session/view.ts';
import { atDecision, atPhase, decidingTable, failingStore, host, lobby, started } from './liveTable.ts';

const person: Identity = { kind: 'delegate', session: 's1', seat: 'aurelia', delegate: 'd-aurelia' };
const watcher: Identity = { kind: 'observer' };
const plenary = { kind: 'plenary' } as const;
const toMeridia = { kind: 'bilateral', with: 'meridia' } as const;

let keys = 0;

async function said(
  session: LiveSession,
  text: string | null,
  more: { limit?: TalkLimit; who?: Identity; key?: string; channel?: object; phrase?: string } = {},
): Promise<Reply> {
  const { limit = new TalkLimit(), who = person, key = `talk-key-${(keys += 1)}` } = more;
  const { channel = plenary, phrase = null } = more;
  const command = { type: 'say', channel, text: null, phrase, mentions: [] };
  return commandFrom(session, who, { key, command, text }, limit);
}

function readBy(session: LiveSession): (string | null)[] {
  const view = viewFor(session.state, { kind: 'observer' }, session.texts.textOf);
  return view.table.messages.map(({ text }) => text);
}

describe('words on their way into the record', () => {
  test('are stored beside the log, cleaned: markup is text, no invisible characters, no runs of empty lines', async () => {
    const session = await decidingTable();
    const typed = '  <script>alert(1)</script>\u202Eevil\u202C\u0007  e\u0301te\u0301\n\n\n\n\u200B\nend  ';
    expect(await said(session, typed)).toMatchObject({ ok: true });
    expect(readBy(session)).toEqual(['<script>alert(1)</script>evil été\n\nend']);
    expect(JSON.stringify(session.state)).not.toContain('script');
  });

  test('can be erased, and the chain still verifies', async () => {
    const store = memoryStore();
    const session = await decidingTable(store);
    await said(session, 'to be forgotten');
    await session.texts.erase(session.state.messages[0]?.text?.id ?? '');
    expect(readBy(session)).toEqual([null]);
    const log = parseLog(await sessionLogText(store, session, { kind: 'host' }));
    if (!log.ok) throw new Error(log.failure.what);
    expect(verifyLog(log.value, sha256).ok).toBe(true);
  });

  test('of private talk are in the host’s log and in those of who heard them, not in others’; all verify', async () => {
    const store = memoryStore();
    const session = await decidingTable(store);
    await said(session, 'for all ears');
    await said(session, 'for two ears', { channel: toMeridia });
    for (const [reader, isIn] of [
      [{ kind: 'host' }, true],
      [{ kind: 'participant', delegate: 'd-aurelia' }, true],
      [{ kind: 'participant', delegate: 'd-meridia' }, true],
      [{ kind: 'participant', delegate: 'd-concordia' }, false],
      [{ kind: 'participant', delegate: 'somebody-else' }, false],
    ] as const) {
      const text = await sessionLogText(store, session, reader);
      expect([text.includes('for all ears'), text.includes('for two ears')]).toEqual([true, isIn]);
      const log = parseLog(text);
      expect(log.ok && verifyLog(log.value, sha256).ok).toBe(true);
    }
  });

  test('are refused with a name when they are too long or nothing, and may not name a text of their own', async () => {
    const session = await decidingTable();
    const refusal = async (text: string) => said(session, text);
    expect(await refusal('字'.repeat(501))).toEqual({ ok: false, refusal: { code: 'textTooLong' } });
    expect(await refusal('字'.repeat(500))).toMatchObject({ ok: true });
    expect(await refusal(' \u200B\n ')).toEqual({ ok: false, refusal: { code: 'nothingSaid' } });
    expect(await refusal('x'.repeat(10_000))).toEqual({ ok: false, undelivered: 'malformed' });
    const ref = { id: 'not-mine', digest: '0'.repeat(64) };
    const command = { type: 'say', channel: plenary, text: ref, phrase: null, mentions: [] };
    const stolen = await commandFrom(session, person, { key: 'stolen-key', command }, new TalkLimit());
    expect(stolen).toEqual({ ok: false, undelivered: 'malformed' });
  });

  test('leave nothing behind if a rule or the disk refused', async () => {
    const store = failingStore();
    const session = await decidingTable(store);
    const texts = async () => (await store.texts(session.id)).length;
    await session.submit(host, 'close-talk', { type: 'setTalk', mode: 'closed' });
    expect(await said(session, 'too late')).toEqual({ ok: false, refusal: { code: 'talkClosed' } });
    expect(await texts()).toBe(0);
    await session.submit(host, 'open-talk', { type: 'setTalk', mode: 'open' });
    store.isFull = true;
    expect(await said(session, 'lost')).toEqual({ ok: false, undelivered: 'notStored' });
    expect(await texts()).toBe(0);
  });
});

test('thousands of messages leave views small, and a new one is shown at once', async () => {
  const session = await decidingTable();
  for (let count = 0; count < 2000; count += 1) {
    const limit = new TalkLimit();
    await said(session, `line ${count} ${'字'.repeat(60)}`, { limit });
  }
  expect(session.state.messages).toHaveLength(2000);
  const view = viewFor(session.state, { kind: 'observer' }, session.texts.textOf);
  expect(view.table.messages.length).toBeLessThanOrEqual(64);
  expect(view.table.messages.at(-1)).toMatchObject({ id: 2000, text: expect.stringContaining('line 1999') });
  expect(JSON.stringify(view.table.messages).length).toBeLessThan(30_000);
});

describe('how often', () => {
  test('eight a minute for each person, phrases included; repeats of one message count once', async () => {
    const session = await decidingTable();
    const limit = new TalkLimit();
    for (let count = 0; count < MOST_MESSAGES; count += 1)
      for (const key of [`once-more-${count}`, `once-more-${count}`])
        expect(await said(session, `${count}`, { limit, key })).toMatchObject({ ok: true });
    expect(session.state.messages).toHaveLength(MOST_MESSAGES);
    const late = await said(session, null, { limit, phrase: 'thankYou' });
    expect(late).toEqual({ ok: false, refusal: { code: 'talkTooFast' } });
    const other: Identity = { ...person, seat: 'meridia', delegate: 'd-meridia' };
    expect(await said(session, 'calm', { limit, who: other })).toMatchObject({ ok: true });
  });

  test('more are allowed a minute later', () => {
    const limit = new TalkLimit();
    const speaker = { kind: 'delegate', delegate: 'p', seat: 'aurelia' } as const;
    const at = (ms: number) => limit.counted({ ok: true, value: null }, speaker, 'talk', ms).ok;
    expect(Array.from({ length: 9 }, (_, index) => at(index * 10)).filter(Boolean)).toHaveLength(8);
    expect([at(60_000), at(60_001), at(60_010)]).toEqual([true, false, true]);
  });
});

test('a watcher cannot speak; the host can only announce', async () => {
  const session = await decidingTable();
  const chair: Identity = { kind: 'host', session: 's1', host: 'h1' };
  const no = { ok: false, refusal: { code: 'notYourCommand' } };
  expect(await said(session, 'hello', { who: watcher })).toEqual(no);
  expect(await said(session, 'hello', { who: chair })).toEqual(no);
  const announced = await said(session, 'Two minutes left.', {
    who: chair,
    channel: { kind: 'announcement' },
  });
  expect(announced).toMatchObject({ ok: true });
});

test('a bot that has sealed a dialogue with people tells them so, in private and in a set phrase, once', async () => {
  const session = await lobby();
  const bots = session.state.seats.map(({ id }) => id).filter((id) => id !== 'meridia');
  await started(session, bots);
  await atDecision(session);
  await sealForBots(session);
  await sealForBots(session);
  const proposing = bots.filter((id) => {
    const order = session.state.sealed[id]?.order;
    return order?.action === 'dialogue' && order.targets.includes('meridia');
  });
  expect(proposing.length).toBeGreaterThan(0);
  const spoken = session.state.messages.map((message) => ({
    ...message,
    ...spokenIn(message, session.texts.textOf),
  }));
  expect(spoken.map(({ seat, to, phrase, text }) => [seat, to, phrase, text])).toEqual(
    proposing.map((id) => [id, [id, 'meridia'], 'proposeDialogue', null]),
  );
  expect(
    session.state.messages.map(({ phrase }) => phrase),
    'in private it lies beside the log',
  ).toEqual(proposing.map(() => null));
});

test('bots answer a person at once, in set phrases, and keep the dialogue they have said yes to', async () => {
  const session = await lobby();
  const bots = session.state.seats.map(({ id }) => id).filter((id) => id !== 'aurelia');
  await started(session, bots, 'generous-reciprocator');
  await atPhase(session, 'negotiation');
  for (const id of bots) {
    const channel = { kind: 'bilateral', with: id };
    expect(await said(session, null, { channel, phrase: 'proposeDialogue' })).toMatchObject({ ok: true });
  }
  await negotiateForBots(session, () => false);
  await negotiateForBots(session, () => false);
  const answers = session.state.messages.filter(
    (message) =>
      message.seat !== 'aurelia' &&
      message.to !== null &&
      spokenIn(message, session.texts.textOf).phrase !== null,
  );
  expect(answers).toHaveLength(bots.length);
  expect(new Set(answers.map(({ seat }) => seat))).toEqual(new Set(bots));
  await atDecision(session);
  await sealForBots(session);
  const agreed = answers
    .filter((answer) => spokenIn(answer, session.texts.textOf).phrase === 'agree')
    .map(({ seat }) => seat ?? '');
  expect(agreed.length).toBeGreaterThan(0);
  for (const seat of agreed) {
    expect(session.state.sealed[seat]?.order).toEqual({ action: 'dialogue', targets: ['aurelia'] });
  }
});

test('bots say nothing where talk is closed', async () => {
  const session = await lobby();
  const bots = session.state.seats.map(({ id }) => id).filter((id) => id !== 'aurelia');
  await started(session, bots);
  await atPhase(session, 'negotiation');
  await said(session, null, { channel: { kind: 'bilateral', with: 'concordia' }, phrase: 'proposeDialogue' });
  await session.submit(host, 'hush', { type: 'setTalk', mode: 'closed' });
  await negotiateForBots(session, () => false);
  expect(session.state.messages.filter(({ seat }) => seat !== 'aurelia')).toEqual([]);
});

describe('an event in the host’s own words', () => {
  const facilitator: Identity = { kind: 'host', session: 's1', host: 'h1' };
  const bringIn = async (
    session: LiveSession,
    text: string | null,
    { who = facilitator, key = `inject-key-${(keys += 1)}` }: { who?: Identity; key?: string } = {},
  ): Promise<Reply> => {
    const what = { from: 'host', text: null, effects: [{ kind: 'trust', amount: -10_000 }] };
    return commandFrom(
      session,
      who,
      { key, command: { type: 'injectEvent', what, when: 'now' }, text },
      new TalkLimit(),
    );
  };
  const shown = (session: LiveSession) =>
    viewFor(session.state, { kind: 'observer' }, session.texts.textOf).table.events.at(-1)?.written;

  test('lies beside the log, cleaned; the log that names it verifies', async () => {
    const store = memoryStore();
    const session = await decidingTable(store);
    expect(await bringIn(session, ' A <b>strike</b>\u202E \n\n Nothing moves. ')).toMatchObject({ ok: true });
    expect(shown(session)).toMatchObject({ title: 'A <b>strike</b>', text: 'Nothing moves.' });
    expect(JSON.stringify(session.state)).not.toContain('strike');
    const log = parseLog(await sessionLogText(store, session, { kind: 'host' }));
    if (!log.ok) throw new Error(log.failure.what);
    expect(verifyLog(log.value, sha256).firstFault).toBeNull();
  });

  test('is brought in once, however often the message comes', async () => {
    const session = await decidingTable();
    const first = await bringIn(session, 'A strike', { key: 'the-same-key' });
    expect(await bringIn(session, 'A strike', { key: 'the-same-key' })).toEqual(first);
    expect(session.state.injects).toHaveLength(1);
  });

  test('needs words, and not too many', async () => {
    const session = await decidingTable();
    expect(await bringIn(session, ' \u200B ')).toEqual({ ok: false, refusal: { code: 'nothingSaid' } });
    expect(await bringIn(session, 'a'.repeat(81))).toEqual({ ok: false, refusal: { code: 'textTooLong' } });
    expect(await bringIn(session, `A\n${'a'.repeat(600)}`)).toEqual({
      ok: false,
      refusal: { code: 'textTooLong' },
    });
  });

  test('is the host’s to bring in', async () => {
    const session = await decidingTable();
    expect(await bringIn(session, 'A strike', { who: person })).toEqual({
      ok: false,
      refusal: { code: 'notYourCommand' },
    });
    expect(session.state.injects).toEqual([]);
  });
});
