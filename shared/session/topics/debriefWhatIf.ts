import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { WhatIfProposal } from '../vocabulary/debrief.ts';
import { isReached } from '../vocabulary/debriefSteps.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** The host puts a change of the record to the class, or another one in its place. */
export function proposeWhatIf(state: SessionState, { proposal }: CommandOf<'proposeWhatIf'>): Decision {
  return isAbout(state, proposal)
    ? ok([{ type: 'whatIfProposed', proposal }])
    : failed({ code: 'nothingToShow' });
}

/** A delegate bets where the dial would have ended, until the answer is shown. */
export function betOnWhatIf(
  { debrief, ...state }: SessionState,
  { way }: CommandOf<'betOnWhatIf'>,
  actor: Actor,
): Decision {
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  if (seatOfDelegate({ ...state, debrief }, actor.delegate) === null) return failed({ code: 'notAtTable' });
  const isOpen = isReached('whatIf', debrief.furthest) && debrief.whatIf?.isShown === false;
  return isOpen
    ? ok([{ type: 'whatIfBet', delegate: actor.delegate, way }])
    : failed({ code: 'debriefNotThere' });
}

/** The host shows the answer. */
export function showWhatIf({ debrief }: SessionState): Decision {
  return debrief.whatIf === undefined ? failed({ code: 'nothingToShow' }) : ok([{ type: 'whatIfShown' }]);
}

/** Whether a change is about a round that counts and states of this session. Whether the rules allow its orders, the branch says. */
function isAbout({ rounds, seats }: SessionState, { round, orders }: WhatIfProposal): boolean {
  const changed = Object.keys(orders);
  const isPlayed = rounds.some((record) => record.round === round);
  return isPlayed && changed.length > 0 && changed.every((seat) => seats.some(({ id }) => id === seat));
}
