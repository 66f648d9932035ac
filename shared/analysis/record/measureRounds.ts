import type { SessionState } from '../../session/vocabulary/state.ts';
import { measureWorld, type WorldMeasures } from '../measure.ts';

/** The measures of both networks at the opening and after every resolved round. */
export function measureRounds({ basis, rounds, roundStarts, world }: SessionState): readonly WorldMeasures[] {
  return Array.from({ length: rounds.length + 1 }, (_, round) =>
    measureWorld(basis.setting, roundStarts[round] ?? world),
  );
}
