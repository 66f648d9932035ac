import { describe, expect, it } from 'vitest';
import { mixes } from '../../shared/bots/mixes.ts';
import type { Order } from '../../shared/model/actions.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import { arrange, selfInterestedMix, openingTableOf } from '../../shared/simulation/condition.ts';
import { type DecidedRound, playGame } from '../../shared/simulation/playGame.ts';
import { recordGame } from '../../shared/simulation/record.ts';
import {
  commitTogether,
  isKind,
  keepPledges,
  matchDialogues,
  offerPledges,
  type Pacts,
  talkHook,
  talks,
} from '../../shared/simulation/talk.ts';

const scenario = scenarioById('archipelago');
if (scenario === null) throw new Error('no archipelago');
const setting = settingOf(scenario, scenario.plans[0]!);
const world = openingWorld(scenario, setting);
const ids = setting.seats.map(({ id }) => id);
const hold: Order = { action: 'hold' };
const none: Pacts = { pairs: [], barred: ids.map(() => 0) };

function momentOf(orders: readonly Order[], round = 1, draw = 0.9): DecidedRound {
  return { setting, world, round, event: null, orders, lastOrders: null, sights: [], chance: () => draw };
}

describe('matchDialogues', () => {
  it('lets callers find each other and leaves a lone one its own target', () => {
    const call = (target: string): Order => ({ action: 'dialogue', targets: [target] });
    const orders = ids.map((): Order => hold);
    const three = orders.with(0, call('savannah')).with(1, call('savannah')).with(2, call('savannah'));
    const matched = matchDialogues(momentOf(three), three);
    const [a, b] = [0, 1, 2].filter((seat) => JSON.stringify(matched[seat]) !== JSON.stringify(three[seat]));
    expect(matched[a ?? -1]).toEqual(call(ids[b ?? -1] ?? ''));
    expect(matched[b ?? -1]).toEqual(call(ids[a ?? -1] ?? ''));
    const lone = orders.with(3, call('savannah'));
    expect(matchDialogues(momentOf(lone), lone)).toEqual(lone);
  });
});

describe('commitTogether', () => {
  const willing = ids.map((_, seat): Order => ({ action: seat < 3 ? 'open-standards' : 'harden' }));

  it('turns cooperation into commitment in odd rounds, if enough cooperate', () => {
    const actions = commitTogether(momentOf(willing), willing).map(({ action }) => action);
    expect(actions).toEqual(['commit', 'commit', 'commit', 'harden', 'harden', 'harden']);
    expect(commitTogether(momentOf(willing, 2), willing)).toEqual(willing);
    const few = willing.with(0, hold);
    expect(commitTogether(momentOf(few), few)).toEqual(few);
  });
});

describe('pledges of restraint', () => {
  it('are offered by kind characters, at most two a seat, and never twice to the same', () => {
    const kind = ids.map(() => true);
    const { pairs } = offerPledges(kind, none, momentOf([]));
    expect(pairs.length).toBeGreaterThan(0);
    for (const [seat] of ids.entries()) {
      expect(pairs.filter((pair) => pair.includes(seat)).length).toBeLessThanOrEqual(2);
    }
    const again = offerPledges(kind, { ...none, pairs }, momentOf([])).pairs;
    const keys = again.map((pair) => [...pair].toSorted((a, b) => a - b).join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      offerPledges(
        ids.map(() => false),
        none,
        momentOf([]),
      ).pairs,
    ).toEqual([]);
  });

  it('are kept by the kind, who spare the partner', () => {
    const pacts: Pacts = { ...none, pairs: [[0, 1]] };
    const orders = ids.map((): Order => hold).with(0, { action: 'restrict', targets: ['meridia'] });
    const kept = keepPledges(
      ids.map(() => true),
      pacts,
      momentOf(orders),
      orders,
    );
    expect(kept.orders[0]).toEqual({ action: 'harden' });
    expect(kept.pledges).toEqual([{ between: ['aurelia', 'meridia'], breachedBy: [], public: true }]);
  });

  it('are broken by others half of the time; that ends the pledge and bars the breaker', () => {
    const pacts: Pacts = { ...none, pairs: [[0, 1]] };
    const orders = ids.map((): Order => hold).with(1, { action: 'build-force', targets: ['aurelia'] });
    const hard = ids.map(() => false);
    const broken = keepPledges(hard, pacts, momentOf(orders, 1, 0.9), orders);
    expect(broken.pledges[0]?.breachedBy).toEqual(['meridia']);
    expect(broken.pacts.pairs).toEqual([]);
    expect(
      offerPledges(
        ids.map(() => true),
        broken.pacts,
        momentOf([]),
      ).pairs.flat(),
    ).not.toContain(1);
    expect(keepPledges(hard, pacts, momentOf(orders, 1, 0.1), orders).pledges[0]?.breachedBy).toEqual([]);
  });

  it('knows the kind ones', () => {
    expect(isKind('hedger')).toBe(true);
    expect(isKind('securitizer')).toBe(false);
    expect(isKind('preview-follower')).toBe(false);
  });
});

describe('conditions', () => {
  const table = { kind: 'fixed', setting, world } as const;
  const usual = { table, mix: mixes.CLASS, talk: 'talk', openDeck: false, twist: { kind: 'none' } } as const;

  it('play the same game for the same seed', () => {
    expect(recordGame(usual, 7)).toEqual(recordGame(usual, 7));
    expect(recordGame(usual, 8)).not.toEqual(recordGame(usual, 7));
  });

  it('feed pledges to the rules', () => {
    const records = Array.from({ length: 5 }, (_, seed) => recordGame(usual, seed));
    expect(records.flatMap(({ rounds }) => rounds).some(({ pledgesKept }) => pledgesKept > 0)).toBe(true);
    const { game, characters } = arrange({ ...usual, talk: 'none' }, 3);
    const talked = playGame({ ...game, onOrders: talkHook(talks.pledges, characters) });
    expect(talked.rounds.some(({ pledges }) => pledges.length > 0)).toBe(true);
  });

  it('seat one odd character, or half a class that is advised', () => {
    const odd = arrange({ ...usual, twist: { kind: 'oneSeat', disposition: 'securitizer' } }, 9);
    expect(odd.characters[9 % 6]).toBe('securitizer');
    const advised = arrange({ ...usual, twist: { kind: 'advised', worldWeight: 0 } }, 9);
    expect(advised.characters.filter((one) => one === 'preview-follower')).toHaveLength(3);
  });

  it('cooperate as one from a round on', () => {
    const twist = { kind: 'cooperateFrom', round: 3 } as const;
    const mix = [{ disposition: 'securitizer', share: 1 }] as const;
    const { rounds } = recordGame({ ...usual, mix, talk: 'none', twist }, 1);
    const hostile = rounds.map(({ actions }) => actions.some((action) => action === 'restrict'));
    expect(hostile[0]).toBe(true);
    expect(hostile.slice(2)).not.toContain(true);
  });

  it('know the reference table of any size, whose copies differ by the seed', () => {
    const standard = { kind: 'standard', seats: 24, rounds: 6, steps: 3, parameters: {} } as const;
    expect(openingTableOf(standard, 1)).toEqual(openingTableOf(standard, 1));
    expect(openingTableOf(standard, 2)).not.toEqual(openingTableOf(standard, 1));
    expect(openingTableOf({ ...standard, seats: 6 }, 1).setting.seats).toHaveLength(6);
  });

  it('distribute self-interest', () => {
    const total = selfInterestedMix(0.3).reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 12);
    expect(selfInterestedMix(0).map(({ disposition }) => disposition)).not.toContain('free-rider');
  });
});
