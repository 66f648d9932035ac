import { at } from '../../lib/at.ts';
import { type ObjectiveStanding, objectivesOf, readsTrustOfOthers } from '../topics/objectives.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { ObjectiveView } from './tableView.ts';
import { isTrustOpen } from '../topics/trustSeen.ts';
import { tenths } from './tenths.ts';

/**
 * The two objectives of the seat with that index as people see them; only that seat does until the end. `seesTrust`: the viewer
 * sees everybody's trust.
 */
export function objectiveViews(
  state: SessionState,
  seat: number,
  seesTrust = isTrustOpen(state),
): readonly [ObjectiveView, ObjectiveView] {
  const [one, other] = objectivesOf(state, seat);
  return [viewOf(state, seat, one, seesTrust), viewOf(state, seat, other, seesTrust)];
}

/** Rounded down, so that a number never looks reached too early; null if it would reveal trust between others. */
function viewOf(
  state: SessionState,
  seat: number,
  standing: ObjectiveStanding,
  seesTrust: boolean,
): ObjectiveView {
  const { id, reached, goal, barred, done, about } = standing;
  if (!seesTrust && readsTrustOfOthers(state, seat, id)) {
    return { id, reached: null, goal: tenths(goal), barred: false, done: false, about: [] };
  }
  return {
    id,
    reached: Math.floor(reached / 1000),
    goal: tenths(goal),
    barred,
    done,
    about: about.map((index) => at(state.seats, index).id),
  };
}
