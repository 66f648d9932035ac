import { at } from '../../lib/at.ts';
import { type ObjectiveStanding, objectivesOf } from '../objectives.ts';
import type { SessionState } from '../state.ts';
import type { ObjectiveView } from '../tableView.ts';
import { tenths } from './tenths.ts';

/** The two objectives of the seat with that index as people see them; a secret of the seat until the end. */
export function objectiveViews(state: SessionState, seat: number): readonly [ObjectiveView, ObjectiveView] {
  const [one, other] = objectivesOf(state, seat);
  return [viewOf(state, one), viewOf(state, other)];
}

/** Rounded down, so that a number never looks reached before it is. */
function viewOf(state: SessionState, standing: ObjectiveStanding): ObjectiveView {
  const { id, reached, goal, barred, done, about } = standing;
  return {
    id,
    reached: Math.floor(reached / 1000),
    goal: tenths(goal),
    barred,
    done,
    about: about.map((index) => at(state.seats, index).id),
  };
}
