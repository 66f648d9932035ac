import { peer } from './peers.ts';

/** The part of boardgame.io's local client that the adapter uses. */
interface LocalClient {
  start(): void;
  stop(): void;
  updatePlayerID(id: string): void;
  readonly moves: { seal(order: number): void };
  getState(): { readonly G: Table; readonly ctx: { readonly gameover?: unknown } } | null;
}

interface Table {
  orders: (number | null)[];
  numbers: number[];
  round: number;
}

interface Size {
  readonly seats: number;
  readonly rounds: number;
  /** How many integers the world holds, and how many of them one round changes. */
  readonly integers: number;
  readonly changed: number;
}

/**
 * A game of the same size for boardgame.io: as many seats, one sealed order per seat and round for all at once, and at the end of
 * a round as many changed integers as in ours. Its rules are one addition per integer and ours are the whole model, so the
 * comparison favours the peer.
 */
function gameOf(size: Size): unknown {
  const resolve = (G: Table) => {
    for (let k = 0; k < size.changed; k++)
      G.numbers[k] = (G.numbers[k] ?? 0) + (G.orders[k % size.seats] ?? 0);
    G.orders = G.orders.map(() => null);
    G.round += 1;
  };
  return {
    setup: (): Table => ({
      orders: Array.from({ length: size.seats }, () => null),
      numbers: Array.from({ length: size.integers }, (_, k) => k * 37),
      round: 0,
    }),
    turn: { activePlayers: { all: 'sealing' }, stages: { sealing: {} } },
    moves: {
      seal: ({ G, playerID }: { G: Table; playerID: string }, order: number) => {
        G.orders[Number(playerID)] = order;
        if (G.orders.every((sealed) => sealed !== null)) resolve(G);
      },
    },
    endIf: ({ G }: { G: Table }) => (G.round >= size.rounds ? { done: true } : undefined),
  };
}

/** Plays one whole game through boardgame.io's local client and returns how many rounds it had. */
export function playBoardgame(size: Size): number {
  const { Client } = peer('boardgame.io/client') as { Client: (options: unknown) => LocalClient };
  const client = Client({ game: gameOf(size), numPlayers: size.seats, debug: false });
  client.start();
  for (let round = 0; round < size.rounds; round++) {
    for (let seat = 0; seat < size.seats; seat++) {
      client.updatePlayerID(String(seat));
      client.moves.seal((round * 7 + seat) % 15);
    }
  }
  const rounds = client.getState()?.G.round ?? 0;
  client.stop();
  return rounds;
}
