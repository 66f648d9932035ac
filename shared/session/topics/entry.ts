import { assertNever } from '../../lib/assertNever.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Command, CommandOf } from '../vocabulary/commands.ts';
import { isEntryOpen, MOST_WAITING } from '../vocabulary/entry.ts';
import type { EntryEvent } from '../vocabulary/entryEvents.ts';
import type { Event } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { placeDelegate, delegatePlaced, delegatesSwapped, swapDelegates } from './seats.ts';
import { seatOfDelegate } from './table.ts';

const commands = [
  'setEntry',
  'waitForSeat',
  'placeDelegate',
  'turnAway',
  'swapDelegates',
  'noteExport',
] as const;
const eventTypes = [
  'entrySet',
  'waitingJoined',
  'delegatePlaced',
  'delegateTurnedAway',
  'delegatesSwapped',
  'exportTaken',
] as const;

type Decision = Result<readonly Event[], Refusal>;
type EntryCommand = CommandOf<(typeof commands)[number]>;

/** Whether a command is about the way in. */
export function isEntryCommand(command: Command): command is EntryCommand {
  return commands.some((type) => type === command.type);
}

/** Judges a command about the way in. */
export function decideEntry(state: SessionState, command: EntryCommand): Decision {
  switch (command.type) {
    case 'setEntry':
      return ok([{ type: 'entrySet', entry: command.entry }]);
    case 'waitForSeat':
      return waitForSeat(state, command);
    case 'placeDelegate':
      return placeDelegate(state, command);
    case 'turnAway':
      return turnAway(state, command);
    case 'swapDelegates':
      return swapDelegates(state, command);
    case 'noteExport':
      return ok([{ type: 'exportTaken' }]);
    default:
      return assertNever(command);
  }
}

/** Whether an event is about the way in. */
export function isEntryEvent(event: Event): event is EntryEvent {
  return eventTypes.some((type) => type === event.type);
}

/** Folds an event about the way in. */
export function foldEntry(state: SessionState, event: EntryEvent): SessionState {
  switch (event.type) {
    case 'entrySet':
      return { ...state, entry: event.entry };
    case 'waitingJoined':
      return { ...state, waiting: [...state.waiting, { id: event.delegate, name: event.name }] };
    case 'delegatePlaced':
      return delegatePlaced(state, event);
    case 'delegateTurnedAway':
      return { ...state, waiting: state.waiting.filter(({ id }) => id !== event.delegate) };
    case 'delegatesSwapped':
      return delegatesSwapped(state, event);
    case 'exportTaken':
      return state;
    default:
      return assertNever(event);
  }
}

/** Somebody comes in without a seat and waits for the host to give them one. */
function waitForSeat(state: SessionState, { delegate, name }: CommandOf<'waitForSeat'>): Decision {
  if (seatOfDelegate(state, delegate) !== null || isWaiting(state, delegate))
    return failed({ code: 'alreadyAtTable' });
  if (!isEntryOpen(state.entry, state.phase.name)) return failed({ code: 'entryClosed' });
  if (state.waiting.length >= MOST_WAITING) return failed({ code: 'waitingFull' });
  return ok([{ type: 'waitingJoined', delegate, name }]);
}

/** The host sends somebody away who waits; no ban. */
function turnAway(state: SessionState, { delegate }: CommandOf<'turnAway'>): Decision {
  if (!isWaiting(state, delegate)) return failed({ code: 'unknownDelegate' });
  return ok([{ type: 'delegateTurnedAway', delegate }]);
}

/** Whether this person waits for a seat. */
export function isWaiting(state: SessionState, delegate: string): boolean {
  return state.waiting.some(({ id }) => id === delegate);
}
