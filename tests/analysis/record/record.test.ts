import { describe, expect, test } from 'vitest';
import { campPaths, campsIn } from '#shared/analysis/record/campPaths.ts';
import { firstMoves } from '#shared/analysis/record/firstMoves.ts';
import { orderCounts } from '#shared/analysis/record/orderCounts.ts';
import { keptWords } from '#shared/analysis/record/promises.ts';
import { scoreSteps } from '#shared/analysis/record/scoreSteps.ts';
import { talkBefore, talkPairs, talkRounds } from '#shared/analysis/record/talkBefore.ts';
import { trustCells, trustEnds } from '#shared/analysis/record/trustCells.ts';
import type { Order } from '#shared/model/actions.ts';
import type { Part } from '#shared/model/explainParts.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { BlocView, View } from '#shared/session/views/tableView.ts';
import { trailKeys, type Trail } from '#shared/session/views/trail.ts';
import type { TalkCount } from '#shared/session/views/wholeTalk.ts';
import { viewFor } from '#shared/session/view.ts';
import { emptyTable } from '../../session/table.ts';

const base = viewFor(emptyTable(), { kind: 'observer' }, () => null);
const [a = '', b = '', c = ''] = base.card.seats.map(({ id }) => id);

function viewWith(table: Partial<View['table']>): View {
  return { ...base, table: { ...base.table, ...table } };
}

function revealed(round: number, orders: readonly Order[], bots: readonly number[] = []): View {
  const seats = base.table.seats.map((seat, index) => ({
    ...seat,
    bot: bots.includes(index) ? ('broker' as never) : null,
  }));
  return viewWith({ seats, reveal: { round, events: [], orders, bets: [0, 0, 0, 0, 0] } });
}

describe('what moved first', () => {
  const flat = Object.fromEntries(trailKeys.map((key) => [key, [500, 500, 500]])) as unknown as Trail;
  const trail: Trail = {
    ...flat,
    meanTrust: [500, 480, 440],
    opacity: [300, 350, 300],
    competition: [200, 240, 290],
  };

  test('is told from five points on, the earliest first, in one round the largest first', () => {
    expect(firstMoves(trail, 2)).toEqual([
      { mover: 'opacity', round: 1, change: 50 },
      { mover: 'competition', round: 2, change: 90 },
      { mover: 'meanTrust', round: 2, change: -60 },
    ]);
  });

  test('is told only up to the round that is asked for', () => {
    expect(firstMoves(trail, 1)).toEqual([{ mover: 'opacity', round: 1, change: 50 }]);
    expect(firstMoves(trail, 0)).toEqual([]);
  });
});

test('orders are counted by family and by who gave them', () => {
  const view = revealed(
    2,
    [{ action: 'dialogue', targets: [b] }, { action: 'commit' }, { action: 'harden' }, { action: 'hold' }],
    [1, 2],
  );
  expect(orderCounts([viewWith({ reveal: null }), view])).toEqual([
    { round: 2, family: 'cooperate', by: 'people', count: 1 },
    { round: 2, family: 'cooperate', by: 'bots', count: 1 },
    { round: 2, family: 'securitize', by: 'bots', count: 1 },
    { round: 2, family: 'none', by: 'people', count: 1 },
  ]);
});

test('states stand by camp, then by seat, and a place stays free between two groups', () => {
  const bloc = (id: number, kind: BlocView['kind'], members: readonly number[]) =>
    ({ id, kind, members }) as unknown as BlocView;
  const seats = base.table.seats.slice(0, 3);
  const views = [
    viewWith({ seats, blocs: [bloc(2, 'functional', [0, 1])] }),
    viewWith({ seats, blocs: [bloc(2, 'functional', [0]), bloc(3, 'exclusive', [2])] }),
  ];
  expect(campsIn(views)).toEqual([3]);
  expect(campPaths(views)).toEqual([
    { round: 0, seat: 0, camp: null, groups: [2], place: 1 },
    { round: 0, seat: 1, camp: null, groups: [2], place: 2 },
    { round: 0, seat: 2, camp: null, groups: [], place: 3 },
    { round: 1, seat: 2, camp: 3, groups: [], place: 0 },
    { round: 1, seat: 0, camp: null, groups: [2], place: 2 },
    { round: 1, seat: 1, camp: null, groups: [], place: 3 },
  ]);
});

test('trust is told with its change since the opening, and its ends by value and by change', () => {
  const seats = base.table.seats.slice(0, 2);
  const cells = trustCells(
    viewWith({ seats, trust: [0, 620, 300, 0] }),
    viewWith({ seats, trust: [0, 600, 400, 0] }),
  );
  expect(cells).toEqual([
    { holder: 0, about: 1, value: 620, change: 20 },
    { holder: 1, about: 0, value: 300, change: -100 },
  ]);
  expect(trustEnds(cells, 3)).toEqual({
    strongest: cells[0],
    weakest: cells[1],
    gains: [cells[0]],
    losses: [cells[1]],
  });
  expect(trustEnds(trustCells(viewWith({ seats, trust: [] }), base), 3)).toBeNull();
});

describe('talk and deed', () => {
  const counts: readonly TalkCount[] = [
    { by: a, round: 1, inPublic: 2, inBlocs: 1, toSeat: { [b]: 3 } },
    { by: b, round: 1, inPublic: 1, inBlocs: 0, toSeat: {} },
    { by: a, round: 2, inPublic: 0, inBlocs: 0, toSeat: { [b]: 1, [c]: 1 } },
  ];

  test('messages are counted by round and way, silent rounds as zeros', () => {
    const rounds = talkRounds(counts, 3);
    expect(rounds.map(({ round, way, count }) => [round, way, count])).toEqual([
      [1, 'public', 3],
      [1, 'blocs', 1],
      [1, 'pairs', 3],
      [2, 'public', 0],
      [2, 'blocs', 0],
      [2, 'pairs', 2],
      [3, 'public', 0],
      [3, 'blocs', 0],
      [3, 'pairs', 0],
    ]);
    expect(talkRounds([{ ...counts[0]!, round: 0 }], 0).map(({ round }) => round)).toEqual([0, 0, 0]);
  });

  test('who spoke with whom is summed over the rounds, in one direction', () => {
    expect(talkPairs(counts)).toEqual([
      { by: a, to: b, count: 4 },
      { by: a, to: c, count: 1 },
    ]);
  });

  test('a deed counts as talked over if either spoke to the other alone in its round', () => {
    const rounds = [
      revealed(1, [
        { action: 'restrict', targets: [c] },
        { action: 'dialogue', targets: [a] },
      ]),
      revealed(2, [
        { action: 'restrict', targets: [c] },
        { action: 'dialogue', targets: [c] },
      ]),
    ];
    expect(talkBefore(counts, rounds)).toEqual([
      { family: 'cooperate', deeds: 2, spoken: 1 },
      { family: 'securitize', deeds: 2, spoken: 1 },
    ]);
  });
});

test('kept and broken rounds are counted up to a round, who broke most first', () => {
  const proof = { clause: 0, seat: b, order: { action: 'hold' }, kept: false, towards: [a] } as const;
  const agreement = {
    parties: [a, b],
    signed: [a, b],
    judgements: [
      { round: 1, outcome: 'kept', evidence: [] },
      { round: 2, outcome: 'breached', evidence: [proof] },
    ],
  } as unknown as AgreementView;
  expect(keptWords([agreement], [a, b, c], 2)).toEqual([
    { seat: b, kept: 1, broken: 1 },
    { seat: a, kept: 1, broken: 0 },
  ]);
  expect(keptWords([agreement], [a, b, c], 1)).toEqual([
    { seat: a, kept: 1, broken: 0 },
    { seat: b, kept: 1, broken: 0 },
  ]);
});

test('the stairs of a score go on from step to step, each part under its source', () => {
  const part = (reason: Part['reason'], delta: number) => ({ reason, delta }) as Part;
  const steps = scoreSteps([
    [part('exchange', 900), part('common', 100), part('cost', -300), part('damage', -50)],
    [part('pledge', 20), part('club', 5)],
  ]);
  expect(steps.map(({ round, source, from, to }) => [round, source, from, to])).toEqual([
    [1, 'network', 0, 1000],
    [1, 'measures', 1000, 700],
    [1, 'others', 700, 650],
    [1, 'promises', 650, 650],
    [2, 'network', 650, 650],
    [2, 'measures', 650, 655],
    [2, 'others', 655, 655],
    [2, 'promises', 655, 675],
  ]);
});
