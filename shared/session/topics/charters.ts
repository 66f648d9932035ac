import { assertNever } from '../../lib/assertNever.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Bloc, BlocId, SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { speakerOf, seatOf, roundOf } from './table.ts';
import type { Ballot } from '../vocabulary/charters.ts';
import { membersOf } from './blocRules.ts';
import type { Command, CommandOf } from '../vocabulary/commands.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { headSpeaks } from './endorsing.ts';

type Decision = Result<readonly Event[], Refusal>;

const commands = ['charterBloc', 'voteCharter', 'voteAdmit', 'voteExpel', 'giveNotice'] as const;
type CharterCommand = CommandOf<(typeof commands)[number]>;

/** Whether a command is about blocs as institutions. */
export function isCharterCommand(command: Command): command is CharterCommand {
  return commands.some((type) => type === command.type);
}

/**
 * Judges a command about a bloc's charter, admissions, expulsions or a notice to leave. A question passes with more than
 * half of the members that people speak for (of an expulsion, without the state it is about); bots abstain.
 */
export function decideCharter(state: SessionState, actor: Actor, command: CharterCommand): Decision {
  const found = memberOf(state, actor, command.bloc);
  if (!found.ok) return found;
  const { seat, bloc } = found.value;
  switch (command.type) {
    case 'charterBloc':
      return propose(state, found.value, command);
    case 'voteCharter': {
      const open = openBallot(state, bloc.id, 'charter', null);
      if (open === null || open.proposal !== command.proposal) return failed({ code: 'noBallot' });
      return cast(state, found.value, open);
    }
    case 'voteAdmit':
      return voteAdmit(state, found.value, command.seat);
    case 'voteExpel':
      return voteExpel(state, found.value, command.seat);
    case 'giveNotice': {
      const round = roundOf(state);
      if (state.blocRules.notices.some((one) => one.bloc === bloc.id && one.seat === seat))
        return failed({ code: 'noticeGiven' });
      return ok([{ type: 'blocNoticeGiven', bloc: bloc.id, seat, round }]);
    }
    default:
      return assertNever(command);
  }
}

interface Member {
  readonly seat: SeatId;
  readonly bloc: Bloc;
}

/** The member that an actor speaks for in a bloc. */
function memberOf(state: SessionState, actor: Actor, id: BlocId): Result<Member, Refusal> {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const seat = seated.value;
  const bloc = state.world.blocs.find((candidate) => candidate.id === id);
  if (bloc === undefined) return failed({ code: 'unknownBloc' });
  if (!membersOf(state, bloc).includes(seat)) return failed({ code: 'notInBloc' });
  return headSpeaks(state, seat, actor) ? ok({ seat, bloc }) : failed({ code: 'headSigns' });
}

function propose(state: SessionState, member: Member, command: CommandOf<'charterBloc'>): Decision {
  const { policy, noticeRounds, text } = command;
  const { id } = member.bloc;
  const adopted = state.blocRules.charters.filter((one) => one.bloc === id && one.round === roundOf(state));
  const earlier = [...adopted, openBallot(state, id, 'charter', null)].map((one) => one?.proposal ?? 0);
  const proposed: Ballot = {
    bloc: id,
    kind: 'charter',
    seat: null,
    terms: { policy, noticeRounds, text },
    proposal: Math.max(0, ...earlier) + 1,
    yes: [],
  };
  return cast(state, member, proposed);
}

function voteAdmit(state: SessionState, member: Member, about: SeatId): Decision {
  const { bloc } = member;
  if (seatOf(state, about) === null) return failed({ code: 'unknownSeat' });
  if (membersOf(state, bloc).includes(about)) return failed({ code: 'alreadyMember' });
  const isIn = state.blocRules.admitted.some((one) => one.bloc === bloc.id && one.seat === about);
  if (isIn) return failed({ code: 'alreadyAdmitted' });
  return cast(state, member, openBallot(state, bloc.id, 'admit', about) ?? ballotOn(bloc.id, 'admit', about));
}

function voteExpel(state: SessionState, member: Member, about: SeatId): Decision {
  const { bloc, seat } = member;
  if (about === seat) return failed({ code: 'ownExpulsion' });
  if (!membersOf(state, bloc).includes(about)) return failed({ code: 'notMemberThere' });
  const isOut = state.blocRules.expelled.some((one) => one.bloc === bloc.id && one.seat === about);
  if (isOut) return failed({ code: 'expelledAlready' });
  return cast(state, member, openBallot(state, bloc.id, 'expel', about) ?? ballotOn(bloc.id, 'expel', about));
}

function ballotOn(bloc: BlocId, kind: 'admit' | 'expel', seat: SeatId): Ballot {
  return { bloc, kind, seat, terms: null, proposal: 1, yes: [] };
}

/** The question of that kind that lies before a bloc this round, or null. */
function openBallot(
  state: SessionState,
  bloc: BlocId,
  kind: Ballot['kind'],
  seat: SeatId | null,
): Ballot | null {
  return (
    state.blocRules.ballots.find((one) => one.bloc === bloc && one.kind === kind && one.seat === seat) ?? null
  );
}

function cast(state: SessionState, { seat, bloc }: Member, ballot: Ballot): Decision {
  if (ballot.yes.includes(seat)) return failed({ code: 'votedAlready' });
  const voted: EventOf<'ballotCast'> = {
    type: 'ballotCast',
    ballot: { ...ballot, yes: [...ballot.yes, seat] },
  };
  return ok(passes(state, bloc, voted.ballot) ? [voted, passedEvent(state, voted.ballot)] : [voted]);
}

function passes(state: SessionState, bloc: Bloc, { kind, seat, yes }: Ballot): boolean {
  const voters = membersOf(state, bloc).filter(
    (member) => seatOf(state, member)?.bot === null && !(kind === 'expel' && member === seat),
  );
  return 2 * yes.filter((member) => voters.includes(member)).length > voters.length;
}

function passedEvent(state: SessionState, { bloc, kind, seat, terms, proposal }: Ballot): Event {
  const round = roundOf(state);
  if (terms !== null) return { type: 'charterAdopted', charter: { ...terms, bloc, round, proposal } };
  const about = seat ?? '';
  return { type: kind === 'admit' ? 'stateAdmitted' : 'stateExpelled', bloc, seat: about, round };
}
