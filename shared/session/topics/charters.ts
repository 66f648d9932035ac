import { failed, ok, type Result } from '../../lib/result.ts';
import type { Bloc, BlocId, SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { speakerOf, seatOf, roundOf } from './table.ts';
import type { Ballot } from '../vocabulary/charters.ts';
import { membersOf } from './blocRules.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { headSpeaks } from './endorsing.ts';

/**
 * A rule about a bloc, called with the member that speaks. A question passes with more than half of the members played by people;
 * in an expulsion the state concerned has no vote. Bots abstain.
 */
function asMember<Asked extends { readonly bloc: BlocId }>(
  judge: (state: SessionState, member: Member, command: Asked) => Decision,
): (state: SessionState, command: Asked, actor: Actor) => Decision {
  return (state, command, actor) => {
    const found = memberOf(state, actor, command.bloc);
    return found.ok ? judge(state, found.value, command) : found;
  };
}

/** A member proposes a charter to its bloc. */
export const charterBloc = asMember<CommandOf<'charterBloc'>>(propose);

/** A member votes for the charter it has read. */
export const voteCharter = asMember<CommandOf<'voteCharter'>>((state, member, command) => {
  const open = openBallot(state, member.bloc.id, 'charter', null);
  if (open === null || open.proposal !== command.proposal) return failed({ code: 'noBallot' });
  return cast(state, member, open);
});

/** A member votes to admit a state. */
export const voteAdmit = asMember<CommandOf<'voteAdmit'>>((state, member, { seat: about }) => {
  const { bloc } = member;
  if (seatOf(state, about) === null) return failed({ code: 'unknownSeat' });
  if (membersOf(state, bloc).includes(about)) return failed({ code: 'alreadyMember' });
  const isIn = state.blocRules.admitted.some((one) => one.bloc === bloc.id && one.seat === about);
  if (isIn) return failed({ code: 'alreadyAdmitted' });
  return cast(state, member, openBallot(state, bloc.id, 'admit', about) ?? ballotOn(bloc.id, 'admit', about));
});

/** A member votes to expel a state. */
export const voteExpel = asMember<CommandOf<'voteExpel'>>((state, member, { seat: about }) => {
  const { bloc, seat } = member;
  if (about === seat) return failed({ code: 'ownExpulsion' });
  if (!membersOf(state, bloc).includes(about)) return failed({ code: 'notMemberThere' });
  const isOut = state.blocRules.expelled.some((one) => one.bloc === bloc.id && one.seat === about);
  if (isOut) return failed({ code: 'expelledAlready' });
  return cast(state, member, openBallot(state, bloc.id, 'expel', about) ?? ballotOn(bloc.id, 'expel', about));
});

/** A member gives notice to leave. */
export const giveNotice = asMember<CommandOf<'giveNotice'>>((state, { seat, bloc }) => {
  const isGiven = state.blocRules.notices.some((one) => one.bloc === bloc.id && one.seat === seat);
  if (isGiven) return failed({ code: 'noticeGiven' });
  return ok([{ type: 'blocNoticeGiven', bloc: bloc.id, seat, round: roundOf(state) }]);
});

interface Member {
  readonly seat: SeatId;
  readonly bloc: Bloc;
}

/** The member for which an actor speaks in a bloc. */
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

function ballotOn(bloc: BlocId, kind: 'admit' | 'expel', seat: SeatId): Ballot {
  return { bloc, kind, seat, terms: null, proposal: 1, yes: [] };
}

/** The open question of that kind in the bloc this round, or null. */
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
