import { assertNever } from '../../lib/assertNever.ts';
import type { Ballot, BlocDecision, BlocRules } from '../vocabulary/charters.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

const eventTypes = [
  'ballotCast',
  'charterAdopted',
  'stateAdmitted',
  'stateExpelled',
  'blocNoticeGiven',
] as const;

/** What is settled about a bloc beside the rules of the world. */
export type CharterEvent = EventOf<(typeof eventTypes)[number]>;

/** Whether an event is about blocs as institutions. */
export function isCharterEvent(event: Event): event is CharterEvent {
  return eventTypes.some((type) => type === event.type);
}

/** Folds an event about a bloc's charter, members or votes. */
export function foldCharter(state: SessionState, event: CharterEvent): SessionState {
  const { charters, ballots, admitted, expelled, notices } = state.blocRules;
  switch (event.type) {
    case 'ballotCast':
      return settled(state, { ballots: [...without(ballots, event.ballot), event.ballot] });
    case 'charterAdopted': {
      const { bloc } = event.charter;
      const left = ballots.filter((one) => one.bloc !== bloc || one.kind !== 'charter');
      return settled(state, { charters: [...charters, event.charter], ballots: left });
    }
    case 'stateAdmitted':
      return settled(state, {
        admitted: [...admitted, decisionOf(event)],
        expelled: expelled.filter((one) => !isAbout(one, event)),
        ballots: ballots.filter((one) => one.kind !== 'admit' || !isAbout(one, event)),
      });
    case 'stateExpelled':
      return settled(state, {
        expelled: [...expelled, decisionOf(event)],
        admitted: admitted.filter((one) => !isAbout(one, event)),
        ballots: ballots.filter((one) => one.kind !== 'expel' || !isAbout(one, event)),
      });
    case 'blocNoticeGiven':
      return settled(state, { notices: [...notices, decisionOf(event)] });
    default:
      return assertNever(event);
  }
}

/** After a resolution: a notice is used up by leaving. */
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
