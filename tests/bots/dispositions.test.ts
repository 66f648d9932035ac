import { describe, expect, it } from 'vitest';
import type { ActionId, Order } from '../../shared/model/actions.ts';
import { familyOf } from '../../shared/model/actions.ts';
import { preview } from '../../shared/model/preview.ts';
import { choose } from '../../shared/bots/choose.ts';
import { readingOf } from '../../shared/bots/reading.ts';
import type { Sight } from '../../shared/session/views/sight.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';
import { lastOrders, ordersOf, shareOf, sightOf, tableOf, withStock } from './table.ts';

const table = tableOf(12);
const { setting, world } = table;
const index = (id: string) => setting.seats.findIndex((seat) => seat.id === id);
const AURELIA = index('aurelia');
const STRAITPORT = index('straitport');
const VERDANIA = index('verdania');
const SAVANNAH = index('savannah');

/** The cards of newcomers: the deck of the first rounds. */
const firstDeck: readonly ActionId[] = [
  'dialogue',
  'commit',
  'join-functional',
  'join-exclusive',
  'harden',
  'restrict',
  'hold',
];

const restrictVerdania: Order = { action: 'restrict', targets: ['verdania'] };
const struck: Partial<Sight> = { lastOrders: lastOrders(setting, { [AURELIA]: restrictVerdania }) };

function cooperation(disposition: DispositionId, sight: Sight): number {
  const orders = ordersOf(disposition, sight);
  return orders.filter(({ action }) => familyOf[action] === 'cooperate').length / orders.length;
}

describe('cooperators', () => {
  it('the unconditional one cooperates even when struck', () => {
    expect(cooperation('unconditional-cooperator', sightOf(table, VERDANIA, struck))).toBe(1);
  });

  it('retaliate against the attacker, the generous one less often', () => {
    const sight = sightOf(table, VERDANIA, struck);
    for (const [id, share] of [
      ['conditional-cooperator', 0.65],
      ['generous-reciprocator', 0.35],
    ] as const) {
      const answers = ordersOf(id, sight, 2000).filter((order) => {
        return order.action === 'restrict' && order.targets.length === 1 && order.targets[0] === 'aurelia';
      });
      expect(answers.length / 2000).toBeCloseTo(share, 1);
    }
  });

  it('the conditional one cooperates more after cooperation, and less when threatened', () => {
    const all = (action: 'commit' | 'localize') => {
      return { lastOrders: setting.seats.map((): Order => ({ action })) };
    };
    const afterCooperation = cooperation('conditional-cooperator', sightOf(table, STRAITPORT, all('commit')));
    const afterWalls = cooperation('conditional-cooperator', sightOf(table, STRAITPORT, all('localize')));
    expect(afterCooperation).toBeGreaterThan(afterWalls + 0.3);
    const shaken = { setting, world: withStock(world, 'shock', STRAITPORT, 300_000) };
    expect(cooperation('conditional-cooperator', sightOf(shaken, STRAITPORT))).toBeLessThan(
      cooperation('conditional-cooperator', sightOf(table, STRAITPORT)) - 0.3,
    );
  });

  it('take back their own measures first', () => {
    expect(
      shareOf(ordersOf('unconditional-cooperator', sightOf(table, AURELIA)), 'roll-back'),
    ).toBeGreaterThan(0.2);
    expect(shareOf(ordersOf('unconditional-cooperator', sightOf(table, VERDANIA)), 'roll-back')).toBe(0);
  });

  it('answer those who spoke to them', () => {
    const spoken = lastOrders(setting, { [SAVANNAH]: { action: 'dialogue', targets: ['verdania'] } });
    const sight = sightOf(table, VERDANIA, { lastOrders: spoken });
    const talks = ordersOf('unconditional-cooperator', sight).filter(({ action }) => action === 'dialogue');
    const answered = talks.filter(
      (order) => order.action === 'dialogue' && order.targets.includes('savannah'),
    );
    expect(answered.length / talks.length).toBeGreaterThan(0.7);
  });
});

describe('the suspicious', () => {
  it('the worst-case planner arms when shaken and talks when calm', () => {
    const hostile = ['restrict', 'build-force', 'localize', 'join-exclusive'] as const;
    const calm = ordersOf('worst-case-planner', sightOf(table, STRAITPORT));
    const shaken = { setting, world: withStock(world, 'shock', STRAITPORT, 400_000) };
    const alarmed = ordersOf('worst-case-planner', sightOf(shaken, STRAITPORT));
    expect(shareOf(alarmed, ...hostile)).toBeGreaterThan(shareOf(calm, ...hostile) + 0.4);
  });

  it('the camp builder joins first, then closes ranks', () => {
    expect(shareOf(ordersOf('camp-builder', sightOf(table, STRAITPORT)), 'join-exclusive')).toBe(1);
    const member = ordersOf('camp-builder', sightOf(table, AURELIA));
    expect(shareOf(member, 'restrict')).toBeCloseTo(0.35, 1);
    const targets = member.flatMap((order) => (order.action === 'restrict' ? order.targets : []));
    expect(targets).not.toContain('halcyon');
    expect(targets).not.toContain('ironmark');
  });

  it('the securitizer never cooperates, and restricts instead of what is not dealt yet', () => {
    const orders = ordersOf('securitizer', sightOf(table, VERDANIA));
    expect(shareOf(orders, 'restrict', 'localize', 'build-force')).toBe(1);
    const early = ordersOf('securitizer', sightOf(table, VERDANIA, { open: firstDeck }));
    expect(shareOf(early, 'restrict', 'harden')).toBe(1);
  });
});

describe('the one that looks ahead', () => {
  it('plays the open card that the preview likes best for it, answered in kind over two rounds', () => {
    for (const seat of [AURELIA, STRAITPORT, VERDANIA, SAVANNAH]) {
      const sight = sightOf(table, seat, { ...struck, open: firstDeck });
      const id = setting.seats[seat]?.id ?? '';
      const scene = {
        seat: id,
        lastOrders: Object.fromEntries(
          (sight.lastOrders ?? []).map((order, k) => [setting.seats[k]?.id ?? '', order]),
        ),
        events: sight.events,
        pledges: [],
        recognitions: [],
      };
      const worthOf = (order: Order) =>
        preview(setting, sight.world, { ...scene, order, breaks: [] }).youTwoRounds.answeredInKind;
      const [played] = ordersOf('look-ahead', sight, 1);
      const alternatives = firstDeck
        .filter((action) => !['dialogue', 'join-functional'].includes(action))
        .map((action) => choose(readingOf(sight), () => 0.5, action));
      expect(alternatives.length).toBeGreaterThan(4);
      for (const order of alternatives) expect(worthOf(played!)).toBeGreaterThanOrEqual(worthOf(order));
    }
  });

  it('decides by what the card would bring: with a dear card it plays another', () => {
    const sight = sightOf(table, VERDANIA, { open: firstDeck });
    const [usual] = ordersOf('look-ahead', sight, 1);
    const cost = { ...setting.parameters.cost, [usual!.action]: 1 };
    const dear = { ...setting, parameters: { ...setting.parameters, cost } };
    const [other] = ordersOf(
      'look-ahead',
      sightOf({ setting: dear, world }, VERDANIA, { open: firstDeck }),
      1,
    );
    expect(other!.action).not.toBe(usual!.action);
  });
});

describe('the cautious', () => {
  it('the hedger seeks a group, then defence', () => {
    expect(shareOf(ordersOf('hedger', sightOf(table, STRAITPORT)), 'join-functional')).toBeCloseTo(0.6, 1);
    const weak = { setting, world: withStock(world, 'defence', VERDANIA, 100_000) };
    expect(shareOf(ordersOf('hedger', sightOf(weak, VERDANIA)), 'harden')).toBeCloseTo(0.5, 1);
  });

  it('the free rider never cooperates and mostly holds', () => {
    const orders = ordersOf('free-rider', sightOf(table, VERDANIA));
    expect(orders.some(({ action }) => familyOf[action] === 'cooperate')).toBe(false);
    expect(shareOf(orders, 'hold')).toBeGreaterThan(0.4);
  });
});

describe('the bridge', () => {
  it('brings two camps together through their heaviest members, and links the rulebooks', () => {
    const bridges = ordersOf('bridge', sightOf(table, STRAITPORT)).filter(
      ({ action }) => action === 'bridge',
    );
    expect(bridges[0]).toEqual({
      action: 'bridge',
      pair: ['aurelia', 'meridia'],
      groups: [
        ['aurelia', 'ironmark', 'halcyon'],
        ['meridia', 'boreas'],
      ],
      coordinate: 0,
    });
  });

  it('brings an estranged pair together where there are no camps', () => {
    const open = { setting, world: { ...world, blocs: [] } };
    for (const order of ordersOf('bridge', sightOf(open, STRAITPORT))) {
      if (order.action !== 'bridge') continue;
      expect(order.pair).not.toContain('straitport');
      expect(order.groups).toBeUndefined();
      expect(order.coordinate).toBeUndefined();
    }
  });

  it('talks and commits while the card is not dealt', () => {
    const orders = ordersOf('bridge', sightOf(table, STRAITPORT, { open: firstDeck }));
    expect(shareOf(orders, 'dialogue', 'commit')).toBe(1);
  });
});

describe('the plain', () => {
  it('random plays every open card but open camp about equally often', () => {
    const orders = ordersOf('random', sightOf(table, AURELIA), 2800);
    const actions = new Set(orders.map(({ action }) => action));
    expect(actions.size).toBe(14);
    expect(actions.has('open-bloc')).toBe(false);
    for (const action of actions) expect(shareOf(orders, action)).toBeCloseTo(1 / 14, 1);
  });

  it('hold holds', () => {
    expect(shareOf(ordersOf('hold', sightOf(table, AURELIA)), 'hold')).toBe(1);
  });
});
