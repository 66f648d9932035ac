import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { answer } from '#shared/session/answer.ts';
import type { Terms } from '#shared/session/vocabulary/clauses.ts';
import type { Expectation } from '#shared/session/vocabulary/orders.ts';
import { realCardsOf } from '#shared/session/findings/cards.ts';
import { chainOf } from '#shared/session/findings/chain.ts';
import { fearOf } from '#shared/session/findings/fear.ts';
import { pivotalOf } from '#shared/session/findings/pivotal.ts';
import { promisesAndDeeds } from '#shared/session/findings/promise.ts';
import { silenceOf } from '#shared/session/findings/silence.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { propose, sign } from './bargaining.ts';
import { after, delegateOf, fullTable, host } from './table.ts';

type Orders = Readonly<Record<string, Order>>;
type Expects = Readonly<Record<string, Expectation>>;

const commits: Order = { action: 'commit' };
const restricts = (target: string): Order => ({ action: 'restrict', targets: [target] });
const start = (): SessionState => after(fullTable(), host, { type: 'startSession' });

function toPhase(state: SessionState, phase: string): SessionState {
  let now = state;
  while (now.phase.name !== phase) now = after(now, host, { type: 'closePhase', because: 'host' });
  return now;
}

/** Plays one round with these orders; all other seats hold. */
function played(state: SessionState, orders: Orders, expects: Expects = {}): SessionState {
  let now = toPhase(state, 'decision');
  for (const [seat, order] of Object.entries(orders)) {
    const expectation = expects[seat];
    now = after(now, delegateOf(seat), {
      type: 'sealOrders',
      order,
      ...(expectation === undefined ? {} : { expects: expectation }),
    });
  }
  return after(now, host, { type: 'closePhase', because: 'host' });
}

const founds = (field: 1 | 2): Order => ({ action: 'join-functional', field, side: 1 });
/** Joins the group of the seat with that index in a field, by its number. */
const joins = ({ world }: SessionState, seat: number, field: 1 | 2): Order => {
  const theirs = world.blocs.find(
    (bloc) => bloc.kind === 'functional' && bloc.field === field && bloc.members.includes(seat),
  );
  return { action: 'join-functional', bloc: theirs?.id ?? 0 };
};
const endOf = (state: SessionState): number => state.rounds.at(-1)?.indicators.direction ?? 0;
const over = (state: SessionState): SessionState => after(state, host, { type: 'endSession' });

describe('the pivotal order', () => {
  it('is the one without which the end would have been another', () => {
    const state = over(played(played(start(), { aurelia: restricts('meridia') }), {}));
    const { top, weighed, orders } = pivotalOf(state);
    expect([weighed, orders]).toEqual([1, 1]);
    expect(top[0]).toMatchObject({ round: 1, seat: 'aurelia', order: restricts('meridia') });
    const held = over(played(played(start(), { aurelia: HOLD }), {}));
    const directions = [state, held].map(({ rounds }) => rounds[1]?.indicators.direction ?? 0);
    expect(top[0]?.effect).toBe((directions[0] ?? 0) - (directions[1] ?? 0));
    expect(top[0]?.effect).toBeLessThan(0);
  });

  it('names three at most, the one that moved the end most first', () => {
    const hawks = { aurelia: restricts('meridia'), meridia: restricts('aurelia') };
    const { top } = pivotalOf(over(played(played(start(), hawks), { ...hawks, concordia: commits })));
    const sizes = top.map(({ effect }) => Math.abs(effect));
    expect(top).toHaveLength(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('drops a later order that the changed world forbids, and keeps the groups that others meant', () => {
    const both = played(start(), { aurelia: founds(1), meridia: founds(2) });
    const followed = over(played(both, { indravar: joins(both, 0, 1), concordia: joins(both, 1, 2) }));
    const alone = played(start(), { meridia: founds(2) });
    const without = over(played(alone, { concordia: joins(alone, 1, 2) }));
    const effect = pivotalOf(followed, 9).top.find(({ seat }) => seat === 'aurelia')?.effect;
    expect(effect).toBe(endOf(followed) - endOf(without));
    expect(joins(both, 1, 2)).not.toEqual(joins(alone, 1, 2));
  });
});

describe('fear against deed', () => {
  const state = over(
    played(
      start(),
      { aurelia: commits, meridia: commits, concordia: restricts('meridia') },
      {
        aurelia: { seat: 'meridia', family: 'securitize' },
        meridia: { seat: 'concordia', family: 'cooperate' },
        concordia: { seat: 'aurelia', family: 'cooperate' },
      },
    ),
  );

  it('sets each expectation beside what the rival did', () => {
    expect(fearOf(state).rows).toContainEqual({
      round: 1,
      seat: 'aurelia',
      rival: 'meridia',
      expected: 'securitize',
      order: commits,
      done: 'cooperate',
    });
  });

  it('counts them as a matrix, and what was feared in vain or not foreseen', () => {
    const { rows, counts, asExpected, fearedInVain, unforeseen, otherwise } = fearOf(state);
    expect(counts).toEqual([
      [1, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect([asExpected, fearedInVain, unforeseen, otherwise]).toEqual([1, 1, 1, 0]);
    expect(rows).toHaveLength(3);
  });

  it('counts every expectation once, including surprises without securitization', () => {
    const surprised = {
      ...at(state.rounds, 0),
      expectations: { aurelia: { seat: 'meridia', family: 'blocs' } },
    } as const;
    const fear = fearOf({ ...state, rounds: [surprised] });
    expect(fear.otherwise).toBe(1);
    expect(fear.asExpected + fear.fearedInVain + fear.unforeseen + fear.otherwise).toBe(fear.rows.length);
  });
});

describe('promise against deed', () => {
  it('counts secret agreements too, and says towards whom a word was broken', () => {
    let state = toPhase(start(), 'negotiation');
    state = after(state, delegateOf('aurelia'), {
      type: 'proposeAgreement',
      parties: ['aurelia', 'meridia'],
      secrecy: 'secret',
      terms: { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1, untilRound: 3 },
    });
    const agreement = state.agreements[0];
    state = after(state, delegateOf('meridia'), {
      type: 'signAgreement',
      agreement: agreement?.id ?? '',
      wording: 1,
    });
    const once = played(state, {});
    const twice = over(played(once, { aurelia: restricts('meridia') }));
    expect(promisesAndDeeds(twice)).toEqual([
      { seat: 'aurelia', kept: 1, broken: 1, secretKept: 1, secretBroken: 1, towards: ['meridia'] },
      { seat: 'meridia', kept: 1, broken: 0, secretKept: 1, secretBroken: 0, towards: [] },
    ]);
  });

  it('has no row for a state that nothing bound', () => {
    expect(promisesAndDeeds(over(played(start(), {})))).toEqual([]);
  });
});

describe('a silent round beside talk', () => {
  it('tells what was said and done in each round', () => {
    let state = toPhase(start(), 'negotiation');
    state = after(state, delegateOf('aurelia'), {
      type: 'say',
      channel: { kind: 'plenary' },
      text: null,
      phrase: 'weWillCommit',
      mentions: [],
    });
    state = played(state, { aurelia: commits, meridia: commits });
    state = after(toPhase(state, 'briefing'), host, { type: 'declareSilent', silent: true });
    state = over(played(state, { aurelia: restricts('meridia') }));
    expect(silenceOf(state)).toMatchObject([
      { round: 1, silent: false, messages: 1, cooperated: 2, securitized: 0 },
      { round: 2, silent: true, messages: 0, cooperated: 0, securitized: 1 },
    ]);
    const [first, second] = silenceOf(state).map(({ dial }) => dial);
    const last = state.rounds[1]?.indicators.direction ?? 0;
    expect((first ?? 0) + (second ?? 0)).toBe(last - state.openingIndicators.direction);
  });

  it('does not count what was said before a step back, nor a silence declared then', () => {
    const say = {
      type: 'say',
      channel: { kind: 'plenary' },
      text: null,
      phrase: 'weWillCommit',
      mentions: [],
    } as const;
    const spoken = played(after(toPhase(start(), 'negotiation'), delegateOf('aurelia'), say), {});
    const back = after(spoken, host, { type: 'stepBack' });
    const quiet = played(after(back, host, { type: 'declareSilent', silent: true }), {});
    expect(silenceOf(over(quiet))).toMatchObject([{ round: 1, silent: true, messages: 0 }]);
    const again = played(after(quiet, host, { type: 'stepBack' }), {});
    expect(silenceOf(over(again))).toMatchObject([{ round: 1, silent: false, messages: 0 }]);
  });
});

describe('the causal chain', () => {
  const state = over(
    played(played(start(), { aurelia: restricts('meridia'), meridia: { action: 'join-exclusive' } }), {
      aurelia: { action: 'join-exclusive' },
      concordia: { action: 'build-force' },
    }),
  );

  it('adds up to the change of each trend exactly', () => {
    const stories = chainOf(state);
    expect(stories).toHaveLength(3);
    for (const { from, to, parts } of stories)
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(to - from);
  });

  it('finds that measures fed securitization', () => {
    const story = chainOf(state).find(({ trend }) => trend === 'securitizationIndex');
    expect(story?.parts.find(({ feeder }) => feeder === 'measures')?.amount).toBeGreaterThan(0);
  });
});

describe('the cards of the real world', () => {
  it('come from what was played, each with two readings', () => {
    const cards = realCardsOf(over(played(start(), { aurelia: restricts('meridia'), meridia: commits })));
    const actions = cards.flatMap((card) => card.actions);
    expect(cards.length).toBeGreaterThanOrEqual(2);
    expect(cards.length).toBeLessThanOrEqual(5);
    expect(actions).toContain('restrict');
    expect(actions).toContain('commit');
    expect(actions.filter((action) => action !== 'restrict' && action !== 'commit')).toEqual([]);
    for (const { readings } of cards) expect(readings.paper.en).not.toBe(readings.other.en);
  });

  it('come from what was signed as well, and not from an offer that nobody answered', () => {
    const paris: Terms = {
      clauses: [
        { kind: 'refrain', action: 'build-force', against: 'anyone' },
        { kind: 'carryOut', action: 'open-standards', towards: null, byRound: 2 },
      ],
      force: 'pledge',
      fromRound: 1,
      untilRound: 2,
    };
    const offered = propose(toPhase(start(), 'negotiation'), ['aurelia', 'meridia'], paris);
    const found = (state: SessionState) =>
      realCardsOf(over(played(state, {}))).flatMap(({ id, agreements }) =>
        agreements.includes('paris') ? [id] : [],
      );
    expect(found(offered)).toEqual([]);
    expect(found(sign(offered, 'meridia'))).toEqual(['paris-call']);
  });
});

describe('findings', () => {
  it('are told to everybody once a session has ended, and to nobody before', () => {
    const running = played(start(), { aurelia: commits });
    const asked = (state: SessionState) => answer(state, { kind: 'observer' }, { ask: 'findings' });
    expect(asked(running)).toEqual({ ok: false, refusal: 'notNow' });
    expect(asked(over(running))).toMatchObject({ ok: true, answer: { pivotal: { orders: 1 } } });
  });
});
