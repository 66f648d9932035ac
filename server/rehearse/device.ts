import { Client, type Room } from '@colyseus/sdk';
import { at } from '#shared/lib/at.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { tablePhases, unpacked } from '#shared/wire/packing.ts';
import { actionIds, type ActionId } from '#shared/model/actions.ts';

/** The part of the table that scripted people look at. */
export interface Seen {
  readonly phase: (typeof tablePhases)[number];
  readonly round: number;
  readonly paused: boolean;
  readonly seats: readonly {
    readonly id: string;
    readonly sealed: boolean;
    readonly bot: boolean;
    readonly people: readonly string[];
  }[];
  /** Cards that may be played; empty without a seat. */
  readonly open: readonly ActionId[];
  /** The round whose orders are revealed and, by seat, those orders in wire form. */
  readonly reveal: { readonly round: number; readonly orders: readonly string[] };
}

/** The room's answer to a command. */
export type CommandAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal?: { readonly code: string }; readonly undelivered?: string };

/** One open connection to a room. */
export interface Device {
  seen(): Seen | null;
  /** Whether the connection is up. */
  isOpen(): boolean;
  /** Rejects when the connection is lost or no answer arrives. */
  give(key: string, command: Command): Promise<CommandAnswer>;
  leave(): void;
}

interface Wire {
  readonly phase: number;
  readonly round: number;
  readonly paused: boolean;
  readonly revealRound: number;
  readonly revealOrders: Iterable<string>;
  readonly seats: Iterable<{
    readonly id: string;
    readonly sealed: boolean;
    readonly bot: number;
    readonly delegates: Iterable<string>;
  }>;
  readonly privates?: { values(): Iterable<{ readonly open: string; readonly objectives: string }> };
}

const ANSWER_WITHIN_MS = 15_000;
const NO_BOT = 255;

/**
 * Joins the room of a session over the real network protocol, in the browser with this cookie, if any. Calls `onClosed` once at the
 * end of the connection, however it ends.
 */
export async function joinDevice(
  origin: string,
  code: string,
  token: string | null,
  onClosed: () => void = () => undefined,
  cookie = '',
): Promise<Device> {
  const headers = cookie === '' ? {} : { cookie };
  const room = await new Client(origin, { headers }).joinById<Wire>(code, { token });
  room.reconnection.enabled = false;
  let wire: Wire | null = null;
  room.onStateChange((state) => {
    wire = state;
  });
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  let isOpen = true;
  const closed = (): void => {
    if (isOpen) onClosed();
    isOpen = false;
  };
  room.onLeave(closed);
  room.onDrop(closed);
  return {
    isOpen: () => isOpen,
    seen: () => (wire === null ? null : seenIn(wire)),
    give: async (key, command) => given(room, key, command),
    leave: () => {
      isOpen = false;
      void room.leave().catch(() => undefined);
    },
  };
}

async function given(room: Room<unknown, Wire>, key: string, command: Command): Promise<CommandAnswer> {
  const answer: CommandAnswer = await room.request(
    'command',
    { key, command },
    { timeout: ANSWER_WITHIN_MS },
  );
  return answer;
}

function seenIn(wire: Wire): Seen {
  const own = [...(wire.privates?.values() ?? [])].find(({ objectives }) => objectives !== '');
  return {
    phase: at(tablePhases, wire.phase),
    round: wire.round,
    paused: wire.paused,
    seats: [...wire.seats].map(({ id, sealed, bot, delegates }) => ({
      id,
      sealed,
      bot: bot !== NO_BOT,
      people: [...delegates],
    })),
    open: own === undefined ? [] : unpacked(own.open).map((action) => at(actionIds, action)),
    reveal: { round: wire.revealRound, orders: [...wire.revealOrders] },
  };
}
