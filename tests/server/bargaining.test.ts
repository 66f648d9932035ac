import { expect, test } from 'vitest';
import type { Order } from '../../shared/model/actions.ts';
import { wordsJudgedIn } from '../../shared/session/topics/wordsGiven.ts';
import { viewFor } from '../../shared/session/view.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';
import { spokenIn } from '../../shared/session/vocabulary/codedTalk.ts';
import type { TalkMove } from '../../shared/session/vocabulary/moves.ts';
import { moveSentence } from '../../client/panels/talk/moveSentence.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { negotiateForBots, sealForBots } from '../../shared/run/playBots.ts';
import type { LiveSession } from '../../server/live/session.ts';
import type { Identity } from '#shared/run/identity.ts';
import type { Reply } from '#shared/run/reply.ts';
import { commandFrom } from '../../server/rooms/requests.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import { archipelago, atPhase, delegateAt, host, lobby } from './liveTable.ts';

await fetchWords('en');
await fetchWords('zh');

/** Who plays: Aurelia reads English, Indravar Chinese, the others are bots. */
const bots: Readonly<Record<string, DispositionId>> = {
  meridia: 'conditional-cooperator',
  concordia: 'securitizer',
  straitport: 'free-rider',
  savannah: 'bridge',
};
const commit = { does: 'act', action: 'commit', target: null } as const;
const spare = (target: string) => ({ does: 'refrain', action: 'restrict', target }) as const;
const strike: Order = { action: 'restrict', targets: ['meridia'] };

let keys = 0;

async function say(session: LiveSession, seat: string, move: TalkMove): Promise<Reply> {
  const channel = move.to === null ? { kind: 'plenary' } : { kind: 'bilateral', with: move.to };
  const command = { type: 'say', channel, text: null, phrase: null, mentions: [], move };
  const who: Identity = { kind: 'delegate', session: 's1', seat, delegate: `d-${seat}` };
  keys += 1;
  const key = `bargain-${keys}`;
  const reply = await commandFrom(session, who, { key, command, text: null }, new TalkLimit());
  expect(reply, 'the table accepts what people say').toMatchObject({ ok: true });
  await negotiateForBots(session, () => false);
  return reply;
}

async function order(session: LiveSession, seat: string, given: Order): Promise<void> {
  keys += 1;
  const outcome = await session.submit(delegateAt(seat), `order-${keys}`, {
    type: 'sealOrders',
    order: given,
  });
  expect(outcome.ok).toBe(true);
}

function seenBy(session: LiveSession, seat: string) {
  const viewer = { kind: 'delegate', seat, delegate: `d-${seat}` } as const;
  return viewFor(session.state, viewer, session.texts.textOf);
}

/** What one seat has said to another in private in moves. */
function saidTo(session: LiveSession, by: string, to: string): readonly TalkMove[] {
  return (seenBy(session, to).own?.messages ?? []).flatMap(({ seat, move }) =>
    seat === by && move !== null && move.to === to ? [move] : [],
  );
}

/** What all bots have said, phrases and moves, where and to whom. */
function saidByBots({ state, texts }: LiveSession): readonly unknown[] {
  return state.messages.flatMap((message) => {
    if (message.seat === null || !Object.hasOwn(bots, message.seat)) return [];
    const { text, phrase, move } = spokenIn(message, texts.textOf);
    expect(text, 'a bot writes no free words').toBeNull();
    return [{ seat: message.seat, channel: message.channel, phrase, move }];
  });
}

async function opened(brief: string): Promise<LiveSession> {
  const scenario = archipelago();
  const seats = scenario.seats.map((seat) => ({ ...seat, brief: { en: brief, zh: brief } }));
  const session = await lobby(undefined, undefined, { ...scenario, seats });
  for (const { id } of session.state.seats) {
    const disposition = bots[id];
    const outcome =
      disposition === undefined
        ? await session.submit(delegateAt(id), `take-${id}`, {
            type: 'takeSeat',
            seat: id,
            delegate: `d-${id}`,
            name: null,
          })
        : await session.submit(host, `cover-${id}`, { type: 'coverSeat', seat: id, disposition });
    expect(outcome.ok).toBe(true);
  }
  await session.submit(host, 'start', { type: 'startSession' });
  await atPhase(session, 'negotiation');
  return session;
}

/** An offer that is built in Chinese is read and answered in English, and signed by both. */
async function agreeAcrossLanguages(session: LiveSession): Promise<void> {
  const offer: TalkMove = {
    kind: 'offer',
    to: 'aurelia',
    ifYou: spare('indravar'),
    thenWe: spare('aurelia'),
    byRound: 2,
  };
  await say(session, 'indravar', offer);
  const [heard] = saidTo(session, 'indravar', 'aurelia');
  if (heard === undefined || heard.kind !== 'offer') throw new Error('nothing was heard');
  chooseLanguage('zh');
  expect(moveSentence(seenBy(session, 'indravar'), 'indravar', heard)).toMatch(/^如果贵国/);
  chooseLanguage('en');
  expect(moveSentence(seenBy(session, 'aurelia'), 'indravar', heard)).toBe(
    'If you do not restrict us up to round 2, we will not restrict you.',
  );
  await say(session, 'aurelia', { kind: 'agree', to: 'indravar', about: heard });
  const terms = {
    clauses: [{ kind: 'refrain', action: 'restrict', against: 'parties' }],
    force: 'pledge',
    fromRound: 1,
    untilRound: 2,
  } as const;
  const parties = ['aurelia', 'indravar'];
  const made = { type: 'proposeAgreement', parties, terms, secrecy: 'public' } as const;
  expect((await session.submit(delegateAt('aurelia'), 'make-it', made)).ok).toBe(true);
  const { id = '' } = session.state.agreements.find(({ proposer }) => proposer === 'aurelia') ?? {};
  const sign = { type: 'signAgreement', agreement: id, wording: 1 } as const;
  expect((await session.submit(delegateAt('indravar'), 'sign-it', sign)).ok).toBe(true);
  expect(session.state.agreements.find((one) => one.id === id)?.status).toBe('inForce');
}

/** Goes on to the reveal of a round in which people and bots give their orders. */
async function play(session: LiveSession, orders: Readonly<Record<string, Order>>): Promise<void> {
  await atPhase(session, 'decision');
  await sealForBots(session);
  for (const [seat, given] of Object.entries(orders)) await order(session, seat, given);
  await atPhase(session, 'negotiation');
}

async function playThrough(brief: string): Promise<LiveSession> {
  const session = await opened(brief);
  await agreeAcrossLanguages(session);
  await say(session, 'aurelia', { kind: 'announce', to: null, deed: commit, round: 1 });
  await say(session, 'aurelia', { kind: 'ask', to: 'concordia', deed: commit, round: 1 });
  await play(session, { aurelia: strike, indravar: { action: 'commit' } });
  await negotiateForBots(session, () => false);
  const lift = { does: 'act', action: 'roll-back', target: 'meridia' } as const;
  const truce = { kind: 'offer', to: 'meridia', ifYou: spare('aurelia'), thenWe: lift, byRound: 3 } as const;
  await say(session, 'aurelia', truce);
  await atPhase(session, 'decision');
  await sealForBots(session);
  await say(session, 'aurelia', { kind: 'ask', to: 'savannah', deed: spare('concordia'), round: 3 });
  await say(session, 'aurelia', {
    kind: 'ask',
    to: 'concordia',
    deed: { does: 'act', action: 'dialogue', target: 'aurelia' },
    round: 2,
  });
  return session;
}

const session = await playThrough('We want peace.');
const { rounds, sealed } = session.state;
const blow = { fact: 'order', round: 1, by: 'aurelia', action: 'restrict', target: 'meridia' } as const;

test('a refusal names its cause, and the cause is true by the record', () => {
  const refusals = saidTo(session, 'concordia', 'aurelia').flatMap((move) =>
    move.kind === 'refuse' ? [move.reason] : [],
  );
  expect(refusals).toEqual([
    { why: 'plain', code: 'threat' },
    { why: 'plain', code: 'sealed' },
  ]);
  expect(session.state.seats.find(({ id }) => id === 'concordia')?.bot, 'it sees threats').toBe(
    'securitizer',
  );
  expect(rounds[0]?.orders['concordia']?.action).not.toBe('commit');
  expect(sealed['concordia']?.order, 'its order lies sealed').toBeDefined();
});

test('a bot that was hit protests, is appeased by an offer, and strikes not', () => {
  expect(rounds[0]?.orders['aurelia']).toEqual(strike);
  const said = saidTo(session, 'meridia', 'aurelia');
  expect(said).toContainEqual({ kind: 'reproach', to: 'aurelia', fact: blow });
  expect(said.find(({ kind }) => kind === 'agree')).toMatchObject({
    about: { kind: 'offer', ifYou: spare('aurelia') },
  });
  const given = sealed['meridia']?.order;
  expect(given).toBeDefined();
  expect(
    given !== undefined && 'targets' in given && given.action === 'restrict' ? given.targets : [],
  ).not.toContain('aurelia');
});

test('a promise in words only is judged: said, not done', () => {
  const judged = wordsJudgedIn(session.state, session.texts.textOf);
  const mine = judged.filter(({ by, source }) => by === 'aurelia' && source === 'announced');
  expect(mine.map(({ deed, round, done }) => ({ deed, round, done }))).toEqual([
    { deed: commit, round: 1, done: false },
  ]);
});

test('bots say at most three things unasked to a person in a phase, and nothing twice', () => {
  const said = saidByBots(session).map((one) => JSON.stringify(one));
  expect(said.length).toBeGreaterThan(4);
  const moves = said.filter((one) => !one.includes('"move":null'));
  expect(new Set(moves).size).toBe(moves.length);
  const unasked = ['ask', 'offer', 'warn', 'reproach', 'amends'];
  for (const person of ['aurelia', 'indravar'])
    for (const bot of Object.keys(bots))
      for (const round of [1, 2]) {
        const own = (seenBy(session, person).own?.messages ?? []).filter(
          (one) => one.seat === bot && one.round === round && unasked.includes(one.move?.kind ?? ''),
        );
        expect(own.length, `${bot} to ${person} in round ${round}`).toBeLessThanOrEqual(3);
      }
});

test('no secret of a brief is told: with other briefs bots say and do the same', async () => {
  const other = await playThrough('We want war, and nobody may know.');
  expect(saidByBots(other)).toEqual(saidByBots(session));
  expect(other.state.sealed).toEqual(sealed);
  expect(JSON.stringify(saidByBots(other))).not.toContain('nobody may know');
});

test('an offer built in Chinese is answered by a bot in moves that English readers read, and signed by it', async () => {
  const table = await opened('We want peace.');
  const offer: TalkMove = {
    kind: 'offer',
    to: 'savannah',
    ifYou: spare('indravar'),
    thenWe: spare('savannah'),
    byRound: 2,
  };
  chooseLanguage('zh');
  expect(moveSentence(seenBy(table, 'indravar'), 'indravar', offer)).toMatch(/^如果贵国/);
  await say(table, 'indravar', offer);
  const answer = saidTo(table, 'savannah', 'indravar').find(({ kind }) => kind === 'agree');
  if (answer === undefined) throw new Error('the bot has not agreed');
  chooseLanguage('en');
  expect(moveSentence(seenBy(table, 'indravar'), 'savannah', answer)).toBe(
    'We agree: we will not restrict you up to round 2, and you will not restrict us.',
  );
  const terms = {
    clauses: [{ kind: 'refrain', action: 'restrict', against: 'parties' }],
    force: 'pledge',
    fromRound: 1,
    untilRound: 2,
  } as const;
  const parties = ['indravar', 'savannah'];
  const made = { type: 'proposeAgreement', parties, terms, secrecy: 'public' } as const;
  expect((await table.submit(delegateAt('indravar'), 'make-it-with-a-bot', made)).ok).toBe(true);
  await negotiateForBots(table, () => false);
  expect(table.state.agreements.find(({ proposer }) => proposer === 'indravar')).toMatchObject({
    status: 'inForce',
    signed: parties,
  });
});
