import { at } from '../../lib/at.ts';
import { derive } from '../../model/indicators.ts';
import { usualEnd } from '../topics/usual.ts';
import { lastRoundOf } from '../vocabulary/lastRound.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { EndingView, Quadrant } from './tableView.ts';
import { tenths, tenthsOf, type Tenths } from './tenths.ts';
import { objectiveViews } from './objectives.ts';

/** From which direction on the world counts as having turned the right way, where no stage has decided it. [model D.6] */
const LEANING_UP = 120;

/** Nation beside World for every seat, in the order of the seats; null while the session runs. */
export function endingOf(state: SessionState): EndingView | null {
  if (state.phase.name !== 'ended') return null;
  const { because, finalScores, moments } = state.phase;
  if (because === 'cancelled') return { because, seats: [], moments: [] };
  const wellWorld = hasTurnedWell(state);
  return {
    because,
    seats: state.seats.map(({ id }, index) => {
      const score = tenths(at(finalScores, index));
      const par = parOf(state, id);
      const nation = par === null ? null : score - par;
      const quadrant = quadrantOf(nation, wellWorld);
      return { seat: id, score, par, nation, quadrant, objectives: objectiveViews(state, index) };
    }),
    moments: moments.map((moment) => ({
      ...moment,
      direction: tenths(moment.direction),
      seats: moment.seats.map((witness) => ({ ...witness, effect: tenths(witness.effect) })),
    })),
  };
}

function hasTurnedWell(state: SessionState): boolean {
  if (state.world.stage === 'governance') return true;
  if (state.world.stage === 'predicament') return false;
  return tenthsOf(derive(state.basis.setting, state.world).totals.direction) >= LEANING_UP;
}

/** Pars are of whole sessions, so one that the host stopped early has none. */
function parOf(state: SessionState, seat: string): Tenths | null {
  if (state.rounds.length < lastRoundOf(state.basis)) return null;
  const par = usualEnd(state, seat);
  return par === null ? null : Math.round(par * 10);
}

function quadrantOf(nation: Tenths | null, wellWorld: boolean): Quadrant | null {
  if (nation === null) return null;
  if (nation >= 0) return wellWorld ? 'sharedSuccess' : 'kingOfTheRuins';
  return wellWorld ? 'paidThePrice' : 'lostTogether';
}
