import { at } from '../../lib/at.ts';
import { derive } from '../../model/indicators.ts';
import { usualEnd } from '../topics/usual.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { EndingView, Quadrant } from './tableView.ts';
import { tenths, tenthsOf, type Tenths } from './tenths.ts';
import { momentViews } from './moments.ts';
import { objectiveViews } from './objectives.ts';

/** From this direction on, the world counts as having turned well if no stage has decided it. [model D.6] */
const LEANING_UP = 120;

/** Nation beside World for every seat, in the order of the seats; null while the session runs. */
export function endingOf(state: SessionState): EndingView | null {
  if (state.phase.name !== 'ended') return null;
  const { because, finalScores } = state.phase;
  const { treatment } = state.basis.options;
  if (because === 'cancelled') return { because, seats: [], turnedWell: false, moments: [], treatment: null };
  const wellWorld = hasTurnedWell(state);
  return {
    because,
    seats: state.seats.map(({ id }, index) => {
      const score = tenths(at(finalScores, index));
      const usual = usualEnd(state, id);
      const par = usual?.par ?? null;
      const nation = par === null ? null : score - par;
      const quadrant = quadrantOf(nation, wellWorld);
      const range = usual?.range ?? null;
      return { seat: id, score, par, range, nation, quadrant, objectives: objectiveViews(state, index) };
    }),
    turnedWell: wellWorld,
    moments: momentViews(state),
    treatment,
  };
}

function hasTurnedWell(state: SessionState): boolean {
  if (state.world.stage === 'governance') return true;
  if (state.world.stage === 'predicament') return false;
  return tenthsOf(derive(state.basis.setting, state.world).totals.direction) >= LEANING_UP;
}

function quadrantOf(nation: Tenths | null, wellWorld: boolean): Quadrant | null {
  if (nation === null) return null;
  if (nation >= 0) return wellWorld ? 'sharedSuccess' : 'kingOfTheRuins';
  return wellWorld ? 'paidThePrice' : 'lostTogether';
}
