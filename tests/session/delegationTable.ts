import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, emptyTable, host } from './table.ts';

/** An order that needs no target. */
export const commit = { action: 'commit' } as const;
/** Another one. */
export const harden = { action: 'harden' } as const;
/** Puts an order before the delegation. */
export const draft = (order: typeof commit | typeof harden): Command => ({ type: 'draftOrder', order });
/** Seals an order. */
export const seal = (order: typeof commit | typeof harden): Command => ({ type: 'sealOrders', order });

/** Somebody at Aurelia. */
export function at(delegate: string, seat = 'aurelia'): Actor {
  return { kind: 'delegate', delegate, seat };
}

/** The table with one person more. */
export function seated(state: SessionState, delegate: string, seat = 'aurelia'): SessionState {
  return after(state, at(delegate, seat), { type: 'takeSeat', seat, delegate, name: null });
}

/** A lobby with this many people at Aurelia: ann, ben, cem, dia. */
export function lobby(people: number, options: Partial<SessionOptions> = {}): SessionState {
  return ['ann', 'ben', 'cem', 'dia']
    .slice(0, people)
    .reduce((s, one) => seated(s, one), emptyTable(options));
}

/** The same in its first decision, with one person at Meridia and bots at all other seats. */
export function deciding(people: number, options: Partial<SessionOptions> = {}): SessionState {
  let state = seated(lobby(people, options), 'person-meridia', 'meridia');
  for (const { id, delegates } of state.seats) {
    if (delegates.length === 0)
      state = after(state, host, { type: 'coverSeat', seat: id, disposition: 'hold' });
  }
  state = after(state, host, { type: 'startSession' });
  while (state.phase.name !== 'decision') state = after(state, host, { type: 'closePhase', because: 'host' });
  return state;
}

/** The clock closes the phase. */
export const close: Command = { type: 'closePhase', because: 'deadline' };
/** The roles at Aurelia, in the order of arrival. */
export const rolesOf = (state: SessionState): readonly string[] =>
  state.seats[0]?.delegates.map(({ id, role }) => `${id} ${role}`) ?? [];
/** Aurelia's order after the clock has closed the decision. */
export const revealed = (state: SessionState) =>
  after(state, { kind: 'clock' }, close).rounds[0]?.orders['aurelia']?.action;
