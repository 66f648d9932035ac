import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepingWordsGiven } from '#shared/bots/keptWords.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { type DispositionId, dispositionIds } from '#shared/session/vocabulary/actors.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import type { TalkMove, SpokenDeed } from '#shared/session/vocabulary/moves.ts';
import { wordsJudgedIn } from '#shared/session/topics/wordsGiven.ts';
import { parleySight } from '../../shared/run/botParley.ts';
import { agreed, restraint, termsOf } from '../session/bargaining.ts';
import { after, delegateOf, host } from '../session/table.ts';
import { agreementsTable, objectivesTable, parleyTable } from './parleyDocs.ts';
import {
  ask,
  asked,
  commit,
  HER,
  ME,
  resolved,
  says,
  tableWith,
  talkTo,
  textOf,
  trust,
  whisper,
} from './parleyTable.ts';

const close = { type: 'closePhase', because: 'host' } as const;
const plain = (code: string) => ({ why: 'plain', code });

describe('a refusal names its true cause', () => {
  it('its order is sealed', () => {
    const sealed = after(
      tableWith('bridge'),
      { kind: 'bot', seat: ME, disposition: 'bridge' },
      { type: 'sealOrders', order: { action: 'harden' } },
    );
    expect(says(whisper(sealed, HER, ME, ask(commit)))).toMatchObject({
      kind: 'refuse',
      reason: plain('sealed'),
    });
  });

  it('it has promised something else: to whom, where that lies open, and no more where it is secret', () => {
    const due: Clause = { kind: 'carryOut', action: 'harden', towards: null, byRound: 1 };
    const bound = (secrecy: 'public' | 'secret') =>
      asked('bridge', ask(commit), HOLD, agreed(['concordia', ME], termsOf([due]), secrecy));
    expect(bound('public')).toMatchObject({ kind: 'refuse', reason: { why: 'promised', to: 'concordia' } });
    expect(bound('secret')).toMatchObject({ kind: 'refuse', reason: plain('secret') });
  });

  it('it has promised another act in this round: only people who heard that learn to whom', () => {
    const plan: Order = { action: 'open-standards' };
    const first: TalkMove = ask(talkTo('concordia'));
    const table = whisper(tableWith('bridge'), 'indravar', ME, first);
    const given = whisper(table, ME, 'indravar', {
      kind: 'agree',
      to: 'indravar',
      about: first.kind === 'ask' ? first : null,
    });
    expect(says(whisper(given, HER, ME, ask(commit)), plan)).toMatchObject({
      kind: 'refuse',
      reason: plain('secret'),
    });
    expect(says(whisper(given, 'indravar', ME, ask(commit)), plan)).toMatchObject({
      kind: 'refuse',
      reason: plain('otherPlans'),
    });
  });

  it('it trusts too little, it sees a threat, the cost is too high, it makes no promises', () => {
    const reasonOf = (disposition: DispositionId, held: number, deed: SpokenDeed = talkTo(HER)) => {
      const said = asked(disposition, ask(deed), HOLD, trust(held));
      return said?.kind === 'refuse' && said.reason.why === 'plain' ? said.reason.code : said?.kind;
    };
    expect(reasonOf('conditional-cooperator', 100_000)).toBe('trust');
    expect(reasonOf('hedger', 400_000)).toBe('trust');
    expect(reasonOf('hedger', 900_000, commit)).toBe('othersFirst');
    expect(reasonOf('securitizer', 900_000)).toBe('threat');
    expect(reasonOf('camp-builder', 900_000)).toBe('interest');
    expect(reasonOf('free-rider', 900_000)).toBe('cost');
    expect(reasonOf('unconditional-cooperator', 900_000)).toBe('otherPlans');
    expect(reasonOf('random', 900_000)).toBe('undecided');
  });

  it('a bot that does not sign names its cause too', () => {
    const offered = (disposition: DispositionId, force: 'pledge' | 'binding' = 'pledge') => {
      const terms = termsOf([restraint], { force, ...(force === 'binding' ? { fromRound: 2 } : {}) });
      const proposal = { type: 'proposeAgreement', parties: [HER, ME], terms, secrecy: 'public' } as const;
      return says(after(tableWith(disposition), delegateOf(HER), proposal));
    };
    expect(offered('securitizer')).toMatchObject({
      kind: 'refuse',
      about: null,
      reason: plain('noPromises'),
    });
    expect(offered('hedger', 'binding')).toMatchObject({ kind: 'refuse', reason: plain('noBinding') });
    expect(offered('unconditional-cooperator'), 'it signs').toBeNull();
  });
});

describe('a bot that is hit', () => {
  const strike: Order = { action: 'restrict', targets: [ME] };
  const answer: Order = { action: 'restrict', targets: [HER] };
  const hit = resolved(tableWith('conditional-cooperator'), { [HER]: strike });
  const blow = { fact: 'order', round: 1, by: HER, action: 'restrict', target: ME } as const;
  const spare = { does: 'refrain', action: 'restrict', target: HER } as const;

  it('protests, then warns, and never says the same twice', () => {
    const first = says(hit, answer);
    expect(first).toEqual({ kind: 'reproach', to: HER, fact: blow });
    if (first === null) throw new Error('silent');
    const protested = whisper(hit, ME, HER, first);
    const second = says(protested, answer);
    expect(second?.kind).toBe('warn');
    if (second === null) throw new Error('silent');
    expect(says(whisper(protested, ME, HER, second), answer)?.kind).not.toBe('reproach');
  });

  it('says at most three things unasked to a person in a phase', () => {
    let state = hit;
    let said = 0;
    for (let move = says(state, answer); move !== null && said < 9; move = says(state, answer)) {
      state = whisper(state, ME, move.to ?? '', move);
      if (move.to === HER) said += 1;
    }
    expect(said).toBe(3);
  });

  it('gives the blow as its reason for striking back, and is appeased by an offer', () => {
    const plea: TalkMove = { kind: 'ask', to: ME, deed: spare, round: 2 };
    expect(says(whisper(hit, HER, ME, plea), answer)).toEqual({
      kind: 'refuse',
      to: HER,
      about: plea,
      reason: { why: 'fact', fact: blow },
    });
    const lift = { does: 'act', action: 'roll-back', target: ME } as const;
    const offer: TalkMove = { kind: 'offer', to: ME, ifYou: spare, thenWe: lift, byRound: 2 };
    const agree = says(whisper(hit, HER, ME, offer), answer);
    expect(agree).toEqual({ kind: 'agree', to: HER, about: offer });
    if (agree === null) throw new Error('silent');
    const settled = whisper(whisper(hit, HER, ME, offer), ME, HER, agree);
    const seat = settled.seats.find(({ id }) => id === ME);
    if (seat === undefined) throw new Error('no seat');
    const sight = parleySight({ state: settled, texts: { textOf } }, seat, answer);
    if (sight === null) throw new Error('no talk');
    const { heard, played } = sight;
    const words = { seat: ME, heard, played, round: 2, open: sight.sight.open };
    expect(keepingWordsGiven('conditional-cooperator', answer, words), 'it stays its hand').toEqual(HOLD);
    expect(keepingWordsGiven('worst-case-planner', answer, words), 'who keeps no word strikes').toEqual(
      answer,
    );
  });

  it('says why it struck: what was done to it before', () => {
    const struck = resolved(hit, {});
    const back = resolved(after(hit, host, close), { [ME]: answer });
    expect(struck.rounds).toHaveLength(2);
    const mine = { fact: 'order', round: 2, by: ME, action: 'restrict', target: HER } as const;
    const why: TalkMove = { kind: 'question', to: ME, about: { ask: 'why', fact: mine } };
    expect(says(whisper(back, HER, ME, why))).toEqual({
      kind: 'reason',
      to: HER,
      reason: { why: 'fact', fact: blow },
    });
  });
});

describe('promises that a bot makes in words', () => {
  it('are kept by characters that keep their word, and not by a free-rider', () => {
    const outcome = (disposition: DispositionId): readonly boolean[] => {
      const heard = whisper(tableWith(disposition, trust(900_000)), HER, ME, ask(commit));
      const agree = says(heard, { action: 'dialogue', targets: ['concordia'] });
      if (agree?.kind === 'refuse') return [];
      if (agree === null) throw new Error('silent');
      const given = whisper(heard, ME, HER, agree);
      const seat = given.seats.find(({ id }) => id === ME);
      const sight = seat === undefined ? null : parleySight({ state: given, texts: { textOf } }, seat, HOLD);
      if (sight === null) throw new Error('no talk');
      const words = { ...sight, round: 1, open: sight.sight.open };
      const order = keepingWordsGiven(disposition, HOLD, words);
      return wordsJudgedIn(resolved(given, { [ME]: order }), textOf).map(({ done }) => done);
    };
    expect(outcome('unconditional-cooperator')).toEqual([true]);
    expect(outcome('free-rider')).toEqual([false]);
  });
});

describe('every character', () => {
  const spare = { does: 'refrain', action: 'restrict', target: HER } as const;
  const measure = { fact: 'measure', by: ME, on: HER } as const;
  const moves: readonly TalkMove[] = [
    { kind: 'announce', to: ME, deed: talkTo(ME), round: 1 },
    { kind: 'announce', to: ME, deed: { does: 'act', action: 'restrict', target: ME }, round: 1 },
    { kind: 'offer', to: ME, ifYou: spare, thenWe: talkTo(ME), byRound: 2 },
    ask(commit),
    { kind: 'warn', to: ME, ifYou: { does: 'act', action: 'restrict', target: HER }, thenWe: commit },
    { kind: 'question', to: ME, about: { ask: 'why', fact: measure } },
    { kind: 'question', to: ME, about: { ask: 'plans', round: 1 } },
    { kind: 'question', to: ME, about: { ask: 'terms', agreement: null } },
    { kind: 'reason', to: ME, reason: { why: 'plain', code: 'interest' } },
    { kind: 'reproach', to: ME, fact: measure },
    { kind: 'amends', to: ME, deed: talkTo(ME), round: 1 },
    { kind: 'agree', to: ME, about: null },
    { kind: 'report', to: ME, fact: measure },
    { kind: 'expect', to: ME, of: 'concordia', deed: commit, round: 1 },
  ];

  it.each(dispositionIds)('%s answers every move at once', (disposition) => {
    const table = tableWith(disposition);
    for (const move of moves) {
      const said = says(whisper(table, HER, ME, move), { action: 'commit' });
      expect(said?.to, move.kind).toBe(HER);
    }
  });

  it.each(dispositionIds)('%s lets courtesies stand', (disposition) => {
    const quiet = (move: TalkMove) => asked(disposition, move, HOLD)?.kind;
    const before = says(tableWith(disposition), HOLD)?.kind;
    expect(quiet({ kind: 'thank', to: ME })).toBe(before);
  });
});

describe('what a bot may not know', () => {
  it('does not change its words: sealed orders, private talk of others, a brief', () => {
    const told = (other: Order, whispered: TalkMove, brief: string): readonly unknown[] => {
      let state = tableWith('conditional-cooperator');
      state = after(state, delegateOf('indravar'), { type: 'sealOrders', order: other });
      state = whisper(state, 'indravar', HER, whispered);
      const { scenario } = state.basis;
      const seats = scenario.seats.map((seat) => ({ ...seat, brief: { en: brief, zh: brief } }));
      state = { ...state, basis: { ...state.basis, scenario: { ...scenario, seats } } };
      state = whisper(state, HER, ME, ask(talkTo(HER)));
      const said: unknown[] = [];
      for (let move = says(state, HOLD); move !== null && said.length < 9; move = says(state, HOLD)) {
        said.push(move);
        state = whisper(state, ME, move.to ?? '', move);
      }
      return said;
    };
    const one = told({ action: 'commit' }, { kind: 'thank', to: HER }, 'We want peace.');
    const other = told(
      { action: 'restrict', targets: [ME] },
      { kind: 'announce', to: HER, deed: { does: 'act', action: 'restrict', target: ME }, round: 1 },
      'We want war.',
    );
    expect(one.length).toBeGreaterThan(0);
    expect(other).toEqual(one);
  });
});

describe('docs/bots.md', () => {
  it('describes each character’s moves as the program plays them', () => {
    const page = readFileSync(new URL('../../docs/bots.md', import.meta.url), 'utf8');
    for (const table of [parleyTable(), agreementsTable(), objectivesTable()]) expect(page).toContain(table);
  });
});
