import { mixChanceFor } from '../bots/chance.ts';
import { assignMix, mixes } from '../bots/mixes.ts';
import { at } from '../lib/at.ts';
import type { Outcome } from './answers.ts';
import type { RunningSession } from './runningSession.ts';

/**
 * Gives every empty seat of a lobby a bot, from the mix of a class of novices, the same for the same seed. Runs before the start
 * if the host left this to the server. Derives its keys from the key of the start, so a repeated start covers nothing twice. Stops
 * at the first refusal and returns it.
 */
export async function coverEmptySeats(session: RunningSession, key: string): Promise<Outcome> {
  const { basis, seats, phase } = session.state;
  const nothing = { ok: true, seq: session.headSeq } as const;
  if (phase.name !== 'lobby') return nothing;
  const dispositions = assignMix(mixes.CLASS, seats.length, mixChanceFor(basis.seed));
  for (const [index, { id, delegates, bot }] of seats.entries()) {
    if (delegates.length > 0 || bot !== null) continue;
    const covered = await session.submit({ kind: 'server' }, `${key}:${id}`, {
      type: 'coverSeat',
      seat: id,
      disposition: at(dispositions, index),
    });
    if (!covered.ok) return covered;
  }
  return nothing;
}

/** Gives a seat of a running session a bot if neither a person nor a bot plays it and the host lets bots cover empty seats. */
export async function coverIfEmpty(session: RunningSession, id: string, key: string): Promise<void> {
  const { basis, seats, phase } = session.state;
  const index = seats.findIndex((seat) => seat.id === id);
  const seat = seats[index];
  if (!basis.options.coverEmptySeats || phase.name === 'lobby' || phase.name === 'ended') return;
  if (seat === undefined || seat.delegates.length > 0 || seat.bot !== null) return;
  const disposition = at(assignMix(mixes.CLASS, seats.length, mixChanceFor(basis.seed)), index);
  await session.submit({ kind: 'server' }, `${key}:${id}`, { type: 'coverSeat', seat: id, disposition });
}
