import type { Part } from '../../model/explainParts.ts';
import type { Micro } from '../../model/micro.ts';
import type { Reason } from '../../model/reasons.ts';

/** Where a state's points come from: the network, its own measures, what others do to it, its promises. [model D.4] */
export const scoreSources = ['network', 'measures', 'others', 'promises'] as const;
/** Where points come from. */
export type ScoreSource = (typeof scoreSources)[number];

/** One step of the stairs: points from one source in one round, on top of all before. */
export interface ScoreStep {
  readonly round: number;
  readonly source: ScoreSource;
  readonly from: Micro;
  readonly to: Micro;
}

/** The stairs of a score, four steps a round; `rounds` are the parts of each round's points, the first round first. */
export function scoreSteps(rounds: readonly (readonly Part[])[]): readonly ScoreStep[] {
  let at: Micro = 0;
  return rounds.flatMap((parts, index) =>
    scoreSources.map((source): ScoreStep => {
      const from = at;
      at += parts.reduce((sum, { reason, delta }) => (sourceOf(reason) === source ? sum + delta : sum), 0);
      return { round: index + 1, source, from, to: at };
    }),
  );
}

function sourceOf(reason: Reason): ScoreSource {
  if (reason === 'exchange' || reason === 'common' || reason === 'dividend') return 'network';
  if (reason === 'damage' || reason === 'loss') return 'others';
  return reason === 'pledge' ? 'promises' : 'measures';
}
