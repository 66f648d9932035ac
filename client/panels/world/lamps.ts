import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import type { GaugeKey } from './gauges.ts';

/** The four marks of the predicament, in the order of the paper. [cai-zhang §3] */
export const lampKeys = ['division', 'camps', 'trust', 'risk'] as const;
/** One of the four marks of the predicament. */
export type LampKey = (typeof lampKeys)[number];

/** How a mark stands: not there, within five points of its threshold, or there. */
export type LampState = 'off' | 'near' | 'lit';

/** A number that can light a lamp, and where it does. */
export interface LampTest {
  readonly gauge: Extract<
    GaugeKey,
    'fragmentationIndex' | 'blocIndex' | 'securitizationIndex' | 'meanTrust' | 'meanThreat'
  >;
  readonly value: Tenths;
  readonly from: Tenths;
  /** The lamp lights when the number falls to the threshold, not when it climbs to it. */
  readonly isDownwards: boolean;
}

/** A mark of the predicament as it stands, and how it stood from the opening on. */
export interface Lamp {
  readonly key: LampKey;
  readonly state: LampState;
  /** What can light it; the number nearest to its threshold first. */
  readonly tests: readonly [LampTest, ...LampTest[]];
  readonly history: readonly LampState[];
}

/** How near a number must come to its threshold for the lamp to warn, in tenths. */
const NEAR: Tenths = 50;

/** The four lamps of a view, from what everybody sees. [model D.6] */
export function lampsOf({ card: { predicament }, table: { trail } }: View): readonly Lamp[] {
  const test = (gauge: LampTest['gauge'], from: Tenths, isDownwards = false): Course => ({
    gauge,
    from,
    isDownwards,
    values: trail[gauge],
  });
  return [
    lampOf('division', [test('fragmentationIndex', predicament.fragmentation)]),
    lampOf('camps', [
      test('blocIndex', predicament.camps),
      test('securitizationIndex', predicament.securitization),
    ]),
    lampOf('trust', [test('meanTrust', predicament.trust, true)]),
    lampOf('risk', [test('meanThreat', predicament.threat)]),
  ];
}

/** How many of the four marks a world shows. */
export function litCount(lamps: readonly Lamp[]): number {
  return lamps.filter(({ state }) => state === 'lit').length;
}

/** Rounds after which a lamp was lit; 0 is the opening. */
export function roundsLit({ history }: Lamp): readonly number[] {
  return history.flatMap((state, round) => (state === 'lit' ? [round] : []));
}

interface Course extends Omit<LampTest, 'value'> {
  readonly values: readonly Tenths[];
}

function lampOf(key: LampKey, courses: readonly [Course, ...Course[]]): Lamp {
  const now = (course: Course): number => pastBy(course, course.values.at(-1) ?? 0);
  const [first, ...others] = courses.toSorted((a, b) => now(b) - now(a));
  const nearest = first ?? courses[0];
  const history = nearest.values.map((_, round) =>
    stateOf(Math.max(...courses.map((course) => pastBy(course, course.values[round] ?? 0)))),
  );
  return {
    key,
    state: history.at(-1) ?? 'off',
    tests: [testOf(nearest), ...others.map((course) => testOf(course))],
    history,
  };
}

function testOf({ gauge, from, isDownwards, values }: Course): LampTest {
  return { gauge, from, isDownwards, value: values.at(-1) ?? 0 };
}

/** How far a number lies beyond its threshold; negative before it. */
function pastBy({ from, isDownwards }: Course, value: Tenths): number {
  return isDownwards ? from - value : value - from;
}

function stateOf(past: number): LampState {
  if (past >= 0) return 'lit';
  return past >= -NEAR ? 'near' : 'off';
}
