import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { list, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { dialState } from '../world/dialState.ts';
import type { GaugeKey } from '../world/gauges.ts';

/** What both forces act on, in the order of the paper: mechanism, goals and paths. [cai-zhang §3] [decision 0080] */
export const aspects = ['mechanism', 'goals', 'paths'] as const;
/** Something that both forces act on. */
export type Aspect = (typeof aspects)[number];

/** The number that pulls the world together in an aspect, and the trend that pulls it apart there. [decision 0080] */
export const pulls: Readonly<Record<Aspect, { readonly together: PullKey; readonly apart: PullKey }>> = {
  mechanism: { together: 'institutions', apart: 'blocIndex' },
  goals: { together: 'meanTrust', apart: 'securitizationIndex' },
  paths: { together: 'regime', apart: 'fragmentationIndex' },
};

/** A part of one of the two forces. */
export type PullKey = Extract<
  GaugeKey,
  'institutions' | 'meanTrust' | 'regime' | 'blocIndex' | 'securitizationIndex' | 'fragmentationIndex'
>;

/** The two forces and the dial after a round, in tenths; the first less the second is the dial. [model D.4] */
export interface Forces {
  readonly round: number;
  readonly direction: Tenths;
  readonly centripetal: Tenths;
  readonly centrifugal: Tenths;
}

/** The forces from the opening (round 0) on. */
export function forcesOf({ table: { trail } }: View): readonly Forces[] {
  return trail.direction.map((direction, round) => {
    const mean = (side: 'together' | 'apart'): Tenths =>
      aspects.reduce((sum, aspect) => sum + (trail[pulls[aspect][side]][round] ?? 0), 0) / 3;
    return { round, direction, centripetal: mean('together'), centrifugal: mean('apart') };
  });
}

/** A leg of a course in one direction: after which rounds it began and ended. */
export interface CourseLeg {
  readonly from: number;
  readonly to: number;
  readonly way: 'up' | 'down';
}

/** The least way that the dial must go back for a turn to count, in tenths. */
const LEAST: Tenths = 30;

/** The legs of a course from turn to turn; none where the dial never went three points in one direction. */
export function legsOf(trail: readonly Tenths[]): readonly CourseLeg[] {
  const found: CourseLeg[] = [];
  // Since the last turn; each begins anew where a leg begins.
  let [highest, lowest] = [0, 0];
  for (const [round, now] of trail.entries()) {
    const last = found.at(-1);
    if (now >= (trail[highest] ?? 0)) highest = round;
    if (now <= (trail[lowest] ?? 0)) lowest = round;
    if (last?.way !== 'up' && now - (trail[lowest] ?? 0) >= LEAST) {
      found.push({ from: lowest, to: round, way: 'up' });
      highest = round;
    } else if (last?.way !== 'down' && (trail[highest] ?? 0) - now >= LEAST) {
      found.push({ from: highest, to: round, way: 'down' });
      lowest = round;
    } else if (last !== undefined && round === (last.way === 'up' ? highest : lowest))
      found[found.length - 1] = { ...last, to: round };
  }
  return found;
}

/** After which rounds a course turned. */
export function courseTurns(trail: readonly Tenths[]): readonly number[] {
  return legsOf(trail)
    .slice(1)
    .map(({ from }) => from);
}

/** How much a part of a force has changed since a round, in tenths of its own scale; together pulls the dial up, apart down. */
export interface Moved {
  readonly part: PullKey;
  readonly side: 'together' | 'apart';
  readonly change: Tenths;
}

/** The parts that took the dial the way it went in a leg, the largest first. */
export function movedIn({ table: { trail } }: View, { from, to, way }: CourseLeg): readonly Moved[] {
  const all = aspects.flatMap((aspect) =>
    (['together', 'apart'] as const).map((side) => {
      const part = pulls[aspect][side];
      const change = (trail[part][to] ?? 0) - (trail[part][from] ?? 0);
      const towards = (side === 'together' ? 1 : -1) * (way === 'up' ? 1 : -1);
      return { part, side, change, helped: towards * change };
    }),
  );
  return all
    .filter(({ helped }) => helped >= 10)
    .toSorted((a, b) => b.helped - a.helped)
    .map(({ part, side, change }) => ({ part, side, change }));
}

/** The last legs that the course in one paragraph tells: a wall has room for no more. */
const MOST_TOLD = 3;
/** The causes of a leg that a sentence names, and one of that paragraph. */
const MOST_NAMED = { sentence: 3, paragraph: 2 } as const;

/** The course in words: where the world stands, how it got there from turn to turn, and what moved it in each leg. */
export function courseSentence(view: View): string {
  return join(told(view, MOST_TOLD, MOST_NAMED.paragraph));
}

/** The same, a sentence for where the world stands and one for each leg, so that every ring has its words. */
export function courseSentences(view: View): readonly string[] {
  return told(view, Number.POSITIVE_INFINITY, MOST_NAMED.sentence);
}

function told(view: View, most: number, named: number): readonly string[] {
  const { picture } = words.value.course;
  const { direction } = view.table.trail;
  const now = signedPoints(direction.at(-1) ?? 0);
  if (direction.length < 2) return [picture.begins(now)];
  const stood = picture.stood(now, dialState(view));
  const legs = legsOf(direction).slice(-most);
  if (legs.length === 0) return [stood, picture.straight(signedPoints(direction[0] ?? 0))];
  return [stood, ...legs.map((leg, place) => legSentence(view, leg, place === 0, named))];
}

function legSentence(view: View, leg: CourseLeg, isFirst: boolean, most: number): string {
  const { course, play } = words.value;
  const { picture } = course;
  const { from, to, way } = leg;
  const { direction } = view.table.trail;
  const [before, after] = [from, to].map((round) => signedPoints(direction[round] ?? 0));
  const moved = isFirst
    ? picture[way === 'up' ? 'rose' : 'fell'](before ?? '', from, after ?? '', to)
    : picture[way === 'up' ? 'turnedUp' : 'turnedDown'](from, after ?? '', to);
  const causes = movedIn(view, leg).slice(0, most);
  const named = (side: Moved['side']): string =>
    list(
      causes
        .filter((cause) => cause.side === side)
        .map(({ part, change }) => picture.moved(play.gauges[part], signedPoints(change))),
    );
  return picture.because(moved, way, { together: named('together'), apart: named('apart') });
}

/** Sentences one after the other; a Chinese full stop needs no space behind it. */
function join(sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll(/([。：]) /g, '$1');
}
