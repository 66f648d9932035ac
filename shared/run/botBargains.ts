import { bargain } from '../bots/answers.ts';
import type { BargainSight } from '../bots/bargainSight.ts';
import { strikersOf } from '../bots/grievances.ts';
import { bannedUntil } from '../session/vocabulary/agreements.ts';
import { sightOf } from '../session/view.ts';
import { objectiveViews } from '../session/views/objectives.ts';
import { agreementsOpenTo } from '../session/views/agreements.ts';
import { circumstancesNow } from '../session/topics/agreements/circumstances.ts';
import { isStandIn } from '../session/topics/seats.ts';
import type { SeatState, SessionState } from '../session/vocabulary/state.ts';
import { deckNow } from './botParley.ts';
import type { RunningSession } from './runningSession.ts';

/** The most agreements that one bot acts on in one go; the session's next line wakes it again. */
const MOST_AT_ONCE = 8;

/** Lets every bot answer its offers and make its own, by the same commands as people. Ignores refusals. */
export async function bargainForBots(session: RunningSession, isStopped: () => boolean): Promise<void> {
  for (const { id } of session.state.seats) {
    for (let step = 0; step < MOST_AT_ONCE && !isStopped(); step += 1) {
      if (!(await bargainFor(session, id))) break;
    }
  }
}

async function bargainFor(session: RunningSession, id: string): Promise<boolean> {
  const { state } = session;
  const seat = state.seats.find((candidate) => candidate.id === id);
  if (!seat || seat.bot === null || !isBargaining(state) || session.isStopped) return false;
  if (!speaksForSeat(state, seat)) return false;
  const command = bargain(seat.bot, bargainSight(state, seat));
  if (command === null) return false;
  const opened = session.phaseOpenedAt;
  const outcome = await session.submit(
    { kind: 'bot', seat: id, disposition: seat.bot },
    `agree-${session.headSeq}`,
    command,
    () => session.phaseOpenedAt === opened,
  );
  return outcome.ok;
}

/** Whether a bot may commit its seat: always for a seat of its own, and for absent people if the host allows it. */
export function speaksForSeat({ basis }: SessionState, seat: SeatState): boolean {
  return !isStandIn(seat) || basis.options.standInsBargain;
}

function isBargaining({ phase, paused }: SessionState): boolean {
  return paused === null && (phase.name === 'negotiation' || phase.name === 'decision');
}

/** What a bot may know when it bargains. */
function bargainSight(state: SessionState, seat: SeatState): BargainSight {
  const index = state.seats.indexOf(seat);
  const n = state.seats.length;
  const seats = state.seats.map(({ id }) => id);
  const { open, later } = deckNow(state, index);
  return {
    seat: seat.id,
    seats,
    trust: state.world.trust.slice(index * n, (index + 1) * n),
    round: state.world.round + 1,
    rounds: state.basis.plan.rounds,
    agreements: agreementsOpenTo(state, seat.id),
    about: circumstancesNow(state),
    sealed: state.sealed[seat.id]?.order ?? null,
    people: state.seats.filter(({ bot }) => bot === null).map(({ id }) => id),
    objectives: objectiveViews(state, index),
    open,
    later,
    measuresBy: seats.filter((_, other) => (state.world.restriction[other * n + index] ?? 0) > 0),
    strikers: strikersOf({ sight: sightOf(state, index) }),
    groups: groupsOf(state),
    phase: state.phase.name === 'negotiation' ? 'negotiation' : 'decision',
    isBanned: bannedUntil(state.agreements, seat.id, state.world.round + 1) !== null,
  };
}

function groupsOf({ world, seats }: SessionState): BargainSight['groups'] {
  return world.blocs.flatMap((bloc) =>
    bloc.kind === 'functional'
      ? [{ id: bloc.id, field: bloc.field, members: bloc.members.map((member) => seats[member]?.id ?? '') }]
      : [],
  );
}
