import type { Ballot, BlocDecision, BlocRules } from '../vocabulary/charters.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Sets a question with the new vote counted. */
export function ballotCast(state: SessionState, { ballot }: EventOf<'ballotCast'>): SessionState {
  return settled(state, { ballots: [...without(state.blocRules.ballots, ballot), ballot] });
}

/** Adopts a charter and closes its vote. */
export function charterAdopted(state: SessionState, { charter }: EventOf<'charterAdopted'>): SessionState {
  const { charters, ballots } = state.blocRules;
  const left = ballots.filter((one) => one.bloc !== charter.bloc || one.kind !== 'charter');
  return settled(state, { charters: [...charters, charter], ballots: left });
}

/** Admits a state to a bloc and closes the vote. */
export function stateAdmitted(state: SessionState, event: EventOf<'stateAdmitted'>): SessionState {
  const { admitted, expelled, ballots } = state.blocRules;
  return settled(state, {
    admitted: [...admitted, decisionOf(event)],
    expelled: expelled.filter((one) => !isAbout(one, event)),
    ballots: ballots.filter((one) => one.kind !== 'admit' || !isAbout(one, event)),
  });
}

/** Expels a state from a bloc and closes the vote. */
export function stateExpelled(state: SessionState, event: EventOf<'stateExpelled'>): SessionState {
  const { admitted, expelled, ballots } = state.blocRules;
  return settled(state, {
    expelled: [...expelled, decisionOf(event)],
    admitted: admitted.filter((one) => !isAbout(one, event)),
    ballots: ballots.filter((one) => one.kind !== 'expel' || !isAbout(one, event)),
  });
}

/** Notes that a state has given notice. */
export function blocNoticeGiven(state: SessionState, event: EventOf<'blocNoticeGiven'>): SessionState {
  return settled(state, { notices: [...state.blocRules.notices, decisionOf(event)] });
}

/** The rules of blocs after a resolution: votes lapse, and the notice of a state that has left is used up. */
export function blocRulesResolved({ world, seats, blocRules }: SessionState): BlocRules {
  const isMember = ({ bloc, seat }: BlocDecision): boolean => {
    const index = seats.findIndex(({ id }) => id === seat);
    return world.blocs.some(({ id, members }) => id === bloc && members.includes(index));
  };
  return { ...blocRules, ballots: [], notices: blocRules.notices.filter(isMember) };
}

function settled(state: SessionState, change: Partial<BlocRules>): SessionState {
  return { ...state, blocRules: { ...state.blocRules, ...change } };
}

function without(ballots: readonly Ballot[], one: Ballot): readonly Ballot[] {
  return ballots.filter(
    ({ bloc, kind, seat }) => bloc !== one.bloc || kind !== one.kind || seat !== one.seat,
  );
}

function isAbout(
  one: { readonly bloc: number; readonly seat: string | null },
  event: { readonly bloc: number; readonly seat: string },
): boolean {
  return one.bloc === event.bloc && one.seat === event.seat;
}

function decisionOf({ bloc, seat, round }: BlocDecision): BlocDecision {
  return { bloc, seat, round };
}
