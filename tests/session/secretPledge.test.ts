import { describe, expect, it } from 'vitest';
import { HOLD } from '#shared/model/actions.ts';
import { pairSubjects, seatSubjects, worldSubjects } from '#shared/model/explain.ts';
import { answer } from '#shared/session/answer.ts';
import { viewFor } from '#shared/session/view.ts';
import type { Question } from '#shared/session/views/questions.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { a, agreed, b, c, close, d, restraint, restrict, seal, termsOf, toNext } from './bargaining.ts';
import { decidingTable } from './table.ts';

const own = decidingTable({ trustSeen: 'own' });
const ids = own.seats.map(({ id }) => id);
const thirds: readonly Viewer[] = [
  ...[a, d].map((seat) => ({ kind: 'delegate', seat, delegate: `person-${seat}` }) as const),
  { kind: 'observer' },
];

const subjects = [
  ...['efficiency', 'meanTrust', 'meanThreat', 'blocIndex', 'securitizationIndex', 'direction'].map(
    (indicator) => `indicator:${indicator}`,
  ),
  ...worldSubjects.map((quantity) => `world:${quantity}`),
  ...ids.flatMap((seat) => seatSubjects.map((quantity) => `seat:${quantity}:${seat}`)),
  ...ids.flatMap((one) =>
    ids.flatMap((other) => [
      `trust:${one}:${other}`,
      ...pairSubjects.map((quantity) => `pair:${quantity}:${one}:${other}`),
    ]),
  ),
];
const questions: readonly Question[] = [
  ...subjects.map((subject) => ({ ask: 'why', round: 1, subject }) as const),
  { ask: 'preview', order: HOLD },
  { ask: 'preview', order: { action: 'commit' } },
  { ask: 'preview', order: { action: 'bridge', pair: [b, c] } },
  { ask: 'effect', round: 1 },
  ...ids.map((seat) => ({ ask: 'brokenWord', round: 1, seat }) as const),
  { ask: 'rounds' },
];

/** All that a viewer sees, and every answer that it gets. */
const known = (state: SessionState, viewer: Viewer) => ({
  view: viewFor(state, viewer, () => null),
  answers: questions.map((question) => [JSON.stringify(question), answer(state, viewer, question)]),
});

/** The same without numbers: which causes are named, which questions are answered, who did what. */
const causes = (state: SessionState, viewer: Viewer): unknown =>
  JSON.parse(
    JSON.stringify(known(state, viewer), (name, value: unknown) => {
      if (typeof value === 'number') return 0;
      // They are in the order of their sizes, which are numbers too.
      return name === 'parts' && Array.isArray(value) ? value.map(reasonOf).toSorted() : value;
    }),
  );

function reasonOf(part: unknown): string {
  return typeof part === 'object' && part !== null ? String(Reflect.get(part, 'reason')) : '';
}

const pledged = (untilRound = 2, fromRound = 1) =>
  agreed([b, c], termsOf([restraint], { fromRound, untilRound }), 'secret', own);

describe('if each state sees only its own trust, a third viewer', () => {
  it.each(thirds)(
    'sees and is answered the same whether two others have a secret pledge or none: %o',
    (viewer) => {
      expect(known(pledged(), viewer)).toEqual(known(own, viewer));
    },
  );

  it.each(thirds)('and after a reveal that had nothing of it to judge: %o', (viewer) => {
    expect(known(toNext(pledged(5, 3)), viewer)).toEqual(known(toNext(own), viewer));
  });

  it.each(thirds)(
    'is named the same causes once it was kept or broken, and none of them is the pledge: %o',
    (viewer) => {
      for (const moved of [close, toNext]) {
        const orders = (state: SessionState) => moved(seal(seal(state, c, restrict(b)), b, restrict(c)));
        for (const play of [moved, orders]) {
          const told = causes(play(pledged()), viewer);
          expect(told).toEqual(causes(play(own), viewer));
          expect(JSON.stringify(told)).not.toMatch(/pledgeKept|pledgeBroken/);
        }
      }
    },
  );

  it('is told of no number but averages of trust and what follows from them', () => {
    const [kept, without] = [close(pledged()), close(own)].map((state) =>
      viewFor(state, thirds[0] ?? { kind: 'observer' }, () => null),
    );
    const names = Object.keys(kept?.table ?? {}).filter(
      (key) =>
        JSON.stringify(Reflect.get(kept?.table ?? {}, key)) !==
        JSON.stringify(Reflect.get(without?.table ?? {}, key)),
    );
    expect(names.toSorted()).toEqual(['seats', 'trail']);
    const differ = (kept?.table.seats ?? []).flatMap((seat, index) =>
      Object.entries(seat).flatMap(([key, value]) =>
        JSON.stringify(value) === JSON.stringify(Reflect.get(without?.table.seats[index] ?? {}, key))
          ? []
          : [key],
      ),
    );
    expect([...new Set(differ)].toSorted()).toEqual(['threat', 'trusted']);
    expect(kept?.own).toEqual(without?.own);
  });
});

/** Every number of what a third viewer sees at each reveal of a session, by where it stands, in tenths of a point. */
function numbersAtReveals(first: SessionState, breaks: boolean): readonly ReadonlyMap<string, number>[] {
  const seen: ReadonlyMap<string, number>[] = [];
  let state = breaks ? seal(first, c, restrict(b)) : first;
  for (;;) {
    state = close(seal(seal(state, a, { action: 'commit' }), d, restrict(a)));
    if (state.rounds.length === state.basis.plan.rounds) return seen;
    seen.push(new Map(numbersIn(viewFor(state, { kind: 'observer' }, () => null).table, '')));
    while (state.phase.name !== 'decision') state = close(state);
  }
}

function numbersIn(part: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof part === 'number') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => numbersIn(value, `${path}.${key}`));
}

it.each([
  ['kept', false, 10],
  ['broken', true, 13],
] as const)(
  'what a secret pledge that was %s leaves in the numbers of others is a point or so in a standing, half a point in any average, and fades',
  (_outcome, breaks, most) => {
    const pledgedOnce = numbersAtReveals(pledged(1), breaks);
    const without = numbersAtReveals(own, breaks);
    expect(pledgedOnce).toHaveLength(4);
    const moved = pledgedOnce.map((numbers, round) =>
      [...numbers].map(
        ([path, value]) => [path, Math.abs(value - (without[round]?.get(path) ?? NaN))] as const,
      ),
    );
    const largest = (round: number, isMeant: (path: string) => boolean): number =>
      Math.max(...(moved[round] ?? []).flatMap(([path, by]) => (isMeant(path) ? [by] : [])));
    const isOfParty = (path: string): boolean => /\.(?:trusted|threat)$/.test(path);
    for (const round of moved.keys()) {
      expect(largest(round, isOfParty)).toBeLessThanOrEqual(most);
      expect(largest(round, (path) => !isOfParty(path))).toBeLessThanOrEqual(5);
    }
    expect(largest(0, isOfParty)).toBeGreaterThan(largest(3, isOfParty));
  },
);

it('control: where everybody’s trust is open, why names the one pair that something secret moved', () => {
  const open = decidingTable();
  const state = close(agreed([b, c], termsOf([restraint]), 'secret', open));
  const hidden = ids.flatMap((one) =>
    ids.flatMap((other) => {
      const why = answer(state, thirds[0] ?? { kind: 'observer' }, {
        ask: 'why',
        round: 1,
        subject: `trust:${one}:${other}`,
      });
      return why.ok && why.answer.parts.some(({ reason }) => reason === 'undisclosed')
        ? [`${one} ${other}`]
        : [];
    }),
  );
  expect(hidden.toSorted()).toEqual([`${b} ${c}`, `${c} ${b}`].toSorted());
});
