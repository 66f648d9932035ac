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

/** Where a course turned for the last time that counts: after which round, and whether it has gone up or down since. */
export interface Turn {
  readonly round: number;
  readonly way: 'up' | 'down';
}

/** The least way that the dial must have gone since for a turn to count, in tenths. */
const LEAST: Tenths = 30;

/**
 * The turn of a course: the highest point if the dial has lost more since than it has won since its lowest, else the lowest. Null
 * where neither is three points.
 */
export function courseTurn(trail: readonly Tenths[]): Turn | null {
  const now = trail.at(-1) ?? 0;
  const [highest, lowest] = [Math.max(...trail), Math.min(...trail)];
  const [lost, won] = [highest - now, now - lowest];
  if (Math.max(lost, won) < LEAST) return null;
  return lost > won
    ? { round: trail.lastIndexOf(highest), way: 'down' }
    : { round: trail.lastIndexOf(lowest), way: 'up' };
}

/** How much a part of a force has changed since a round, in tenths of its own scale. */
export interface Moved {
  readonly part: PullKey;
  readonly change: Tenths;
}

/** The parts that took the dial the way it went since a round, the largest first. */
export function movedSince({ table: { trail } }: View, { round, way }: Turn): readonly Moved[] {
  const all = aspects.flatMap((aspect) =>
    (['together', 'apart'] as const).map((side) => {
      const part = pulls[aspect][side];
      const change = (trail[part].at(-1) ?? 0) - (trail[part][round] ?? 0);
      const towards = (side === 'together' ? 1 : -1) * (way === 'up' ? 1 : -1);
      return { part, change, helped: towards * change };
    }),
  );
  return all
    .filter(({ helped }) => helped >= 10)
    .toSorted((a, b) => b.helped - a.helped)
    .map(({ part, change }) => ({ part, change }));
}

/** The course in words: where the world stands, when it turned, and what moved since. */
export function courseSentence(view: View): string {
  const { picture } = words.value.course;
  const { direction } = view.table.trail;
  const now = direction.at(-1) ?? 0;
  if (direction.length < 2) return picture.begins(signedPoints(now));
  const stood = picture.stood(signedPoints(now), dialState(view));
  const turn = courseTurn(direction);
  if (turn === null) return join([stood, picture.straight(signedPoints(direction[0] ?? 0))]);
  const from = signedPoints(direction[turn.round] ?? 0);
  const turned = (turn.way === 'up' ? picture.turnedUp : picture.turnedDown)(turn.round, from);
  return join([stood, turned, whatMoved(view, turn)]);
}

function whatMoved(view: View, turn: Turn): string {
  const { picture } = words.value.course;
  const { gauges } = words.value.play;
  const most = movedSince(view, turn).slice(0, 3);
  if (most.length === 0) return '';
  return picture.because(
    list(most.map(({ part, change }) => picture.moved(gauges[part], signedPoints(change)))),
  );
}

/** Sentences one after the other; a Chinese full stop needs no space behind it. */
function join(sentences: readonly string[]): string {
  return sentences
    .filter(Boolean)
    .join(' ')
    .replaceAll(/([。：]) /g, '$1');
}
