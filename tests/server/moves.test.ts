import { expect, test } from 'vitest';
import { parseLog } from '../../shared/log/parse.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { viewFor } from '../../shared/session/view.ts';
import type { TalkMove } from '../../shared/session/vocabulary/moves.ts';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { LiveSession } from '../../server/live/session.ts';
import type { Identity } from '#shared/run/identity.ts';
import type { Reply } from '#shared/run/reply.ts';
import { commandFrom } from '../../server/rooms/requests.ts';
import { MOST_MESSAGES, TalkLimit } from '#shared/run/talkLimit.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { negotiateForBots, sealForBots } from '../../shared/run/playBots.ts';
import { atDecision, atPhase, decidingTable, lobby, started } from './liveTable.ts';

const plenary = { kind: 'plenary' } as const;
const toMeridia = { kind: 'bilateral', with: 'meridia' } as const;
const ask: TalkMove = {
  kind: 'ask',
  to: 'meridia',
  deed: { does: 'refrain', action: 'localize', target: null },
  round: 1,
};

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
  const session = await decidingTable(store);
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
  const session = await decidingTable();
  const toAurelia = { kind: 'bilateral', with: 'aurelia' } as const;
  const agree: TalkMove = { kind: 'agree', to: 'aurelia', about: ask.kind === 'ask' ? ask : null };
  const answer = async () => give(session, 'meridia', { channel: toAurelia, move: agree });
  expect(await answer()).toEqual({ ok: false, refusal: { code: 'moveNotHeard' } });
  await give(session, 'aurelia', { move: ask });
  expect(await answer()).toMatchObject({ ok: true });
  const openly = await give(session, 'meridia', { channel: plenary, move: agree });
  expect(openly, 'others did not hear it').toEqual({ ok: false, refusal: { code: 'moveNotHeard' } });
});

test('a move cannot evade the rules: none beside words, no invented code, no more than other talk', async () => {
  const session = await decidingTable();
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

test('bots answer moves by moves, in private beside the log; what they agree to they do, and they sign it', async () => {
  const session = await lobby();
  const bots = session.state.seats.map(({ id }) => id).filter((id) => id !== 'aurelia');
  await started(session, bots, 'unconditional-cooperator');
  await atPhase(session, 'negotiation');
  const talk = { does: 'act', action: 'dialogue', target: 'aurelia' } as const;
  for (const to of bots) {
    const move: TalkMove = { kind: 'ask', to, deed: talk, round: 1 };
    const channel = { kind: 'bilateral', with: to };
    expect(await give(session, 'aurelia', { channel, move })).toMatchObject({ ok: true });
  }
  await negotiateForBots(session, () => false);
  const answers = readBy(session, 'aurelia').flatMap(({ seat, move }) =>
    move !== null && (move.kind === 'agree' || move.kind === 'refuse') ? [{ seat: seat ?? '', move }] : [],
  );
  expect(new Set(answers.map(({ seat }) => seat))).toEqual(new Set(bots));
  const agreed = answers.filter(({ move }) => move.kind === 'agree').map(({ seat }) => seat);
  expect(agreed.length).toBeGreaterThan(0);
  const [first = ''] = agreed;
  const clause = { kind: 'carryOut', action: 'dialogue', towards: 'aurelia', byRound: 1 } as const;
  await session.submit({ kind: 'delegate', seat: 'aurelia', delegate: 'd-aurelia' }, 'offer-it', {
    type: 'proposeAgreement',
    parties: ['aurelia', first],
    terms: { clauses: [clause], force: 'pledge', fromRound: 1, untilRound: 1 },
    secrecy: 'public',
  });
  await negotiateForBots(session, () => false);
  expect(session.state.agreements.find(({ proposer }) => proposer === 'aurelia')?.status).toBe('inForce');
  await atDecision(session);
  await sealForBots(session);
  for (const seat of agreed)
    expect(session.state.sealed[seat]?.order, seat).toEqual({ action: 'dialogue', targets: ['aurelia'] });
  expect(JSON.stringify(session.state.messages)).not.toContain('"agree"');
});
