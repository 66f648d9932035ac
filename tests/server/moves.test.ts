import { expect, test } from 'vitest';
import { parseLog } from '../../shared/log/parse.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { viewFor } from '../../shared/session/view.ts';
import type { TalkMove } from '../../shared/session/vocabulary/moves.ts';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { LiveSession } from '../../server/live/session.ts';
import type { Identity } from '../../server/rooms/identity.ts';
import type { Reply } from '../../server/rooms/reply.ts';
import { commandFrom } from '../../server/rooms/requests.ts';
import { MOST_MESSAGES, TalkLimit } from '../../server/rooms/talkLimit.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { atDecision, lobby, started } from './liveTable.ts';

const plenary = { kind: 'plenary' } as const;
const toMeridia = { kind: 'bilateral', with: 'meridia' } as const;
const ask: TalkMove = {
  kind: 'ask',
  to: 'meridia',
  deed: { does: 'refrain', action: 'localize', target: null },
  round: 1,
};

async function table(store = memoryStore()): Promise<LiveSession> {
  const session = await lobby(store);
  await started(session);
  await atDecision(session);
  return session;
}

let keys = 0;

async function give(
  session: LiveSession,
  seat: string,
  more: {
    channel?: object;
    move?: object;
    phrase?: string;
    text?: string;
    coded?: boolean;
    limit?: TalkLimit;
  },
): Promise<Reply> {
  const { limit = new TalkLimit(), text = null, ...said } = more;
  const command = { type: 'say', channel: toMeridia, text: null, phrase: null, mentions: [], ...said };
  const who: Identity = { kind: 'delegate', session: 's1', seat, delegate: `d-${seat}` };
  return commandFrom(session, who, { key: `move-key-${(keys += 1)}`, command, text }, limit);
}

function readBy(session: LiveSession, seat: string) {
  const viewer = { kind: 'delegate', seat, delegate: `d-${seat}` } as const;
  return viewFor(session.state, viewer, session.texts.textOf).own?.messages ?? [];
}

test('what is said in private in moves and phrases lies beside the log, for those who heard it alone', async () => {
  const store = memoryStore();
  const session = await table(store);
  expect(await give(session, 'aurelia', { move: ask })).toMatchObject({ ok: true });
  expect(await give(session, 'aurelia', { phrase: 'feelThreatened' })).toMatchObject({ ok: true });
  expect(readBy(session, 'meridia').map(({ move, phrase }) => [move, phrase])).toEqual([
    [ask, null],
    [null, 'feelThreatened'],
  ]);
  expect(readBy(session, 'concordia')).toEqual([]);
  for (const [delegate, isIn] of [
    ['d-meridia', true],
    ['d-concordia', false],
  ] as const) {
    const text = await sessionLogText(store, session, { kind: 'participant', delegate });
    expect([text.includes('localize\\"'), text.includes('feelThreatened')]).toEqual([isIn, isIn]);
    const log = parseLog(text);
    expect(log.ok && verifyLog(log.value, sha256).ok).toBe(true);
  }
  await session.texts.erase(session.state.messages[0]?.text?.id ?? '');
  expect(readBy(session, 'meridia')[0], 'erased').toMatchObject({ move: null, phrase: null, text: null });
});

test('an answer in private is judged by what was said there', async () => {
  const session = await table();
  const toAurelia = { kind: 'bilateral', with: 'aurelia' } as const;
  const agree: TalkMove = { kind: 'agree', to: 'aurelia', about: ask.kind === 'ask' ? ask : null };
  const answer = async () => give(session, 'meridia', { channel: toAurelia, move: agree });
  expect(await answer()).toEqual({ ok: false, refusal: { code: 'moveNotHeard' } });
  await give(session, 'aurelia', { move: ask });
  expect(await answer()).toMatchObject({ ok: true });
  const openly = await give(session, 'meridia', { channel: plenary, move: agree });
  expect(openly, 'others did not hear it').toEqual({ ok: false, refusal: { code: 'moveNotHeard' } });
});

test('a move is no way round the rules: none beside words, no code of one’s own, no more than other talk', async () => {
  const session = await table();
  const refusal = async (more: Parameters<typeof give>[2]) => give(session, 'aurelia', more);
  expect(await refusal({ move: ask, phrase: 'agree' })).toMatchObject({
    refusal: { code: 'moveUnaddressed' },
  });
  expect(await refusal({ move: ask, text: 'hello' })).toMatchObject({ ok: false });
  expect(await refusal({ coded: true, text: '{"phrase":"agree"}' })).toMatchObject({ ok: false });
  expect(await refusal({ move: { ...ask, to: 'concordia' } })).toMatchObject({
    refusal: { code: 'moveUnaddressed' },
  });
  expect(await refusal({ move: { ...ask, words: 'hello' } })).toEqual({
    ok: false,
    undelivered: 'malformed',
  });
  const limit = new TalkLimit();
  for (let count = 0; count < MOST_MESSAGES; count += 1)
    expect(await refusal({ move: ask, limit })).toMatchObject({ ok: true });
  expect(await refusal({ move: ask, limit })).toEqual({ ok: false, refusal: { code: 'talkTooFast' } });
});
