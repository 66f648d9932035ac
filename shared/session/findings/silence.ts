import { familyOf } from '../../model/actions.ts';
import type { Micro } from '../../model/micro.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import { wasSilent } from '../topics/debriefSteps.ts';

/** One round, as silent rounds are compared with others. */
export interface TalkedRound {
  readonly round: number;
  readonly silent: boolean;
  /** What the states said; announcements of the host do not count. */
  readonly messages: number;
  /** Pairs of seats that a pledge bound, and how many of them broke it. */
  readonly pledges: number;
  readonly broken: number;
  /** Seats that chose a card of *cooperate*, and seats that chose one of *securitize*. */
  readonly cooperated: number;
  readonly securitized: number;
  /** Change of the dial. */
  readonly dial: Micro;
}

/** Every resolved round with what was said and done, silent rounds marked. [product D1] */
export function silenceOf(state: SessionState): readonly TalkedRound[] {
  return state.rounds.map((record) => {
    const { round, pledges, talkFrom } = record;
    const said = state.messages.slice(talkFrom);
    const families = Object.values(record.orders).map(({ action }) => familyOf[action]);
    return {
      round,
      silent: wasSilent(state, round),
      messages: said.filter((message) => message.round === round && message.seat !== null).length,
      pledges: pledges.length,
      broken: pledges.filter(({ breachedBy }) => breachedBy.length > 0).length,
      cooperated: families.filter((family) => family === 'cooperate').length,
      securitized: families.filter((family) => family === 'securitize').length,
      dial: dialChange(state, record),
    };
  });
}

function dialChange(state: SessionState, { round, indicators }: RoundRecord): Micro {
  const before = state.rounds[round - 2]?.indicators ?? state.openingIndicators;
  return indicators.direction - before.direction;
}
