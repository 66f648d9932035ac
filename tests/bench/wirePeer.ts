import type { View } from '../../shared/session/views/tableView.ts';
import { peer } from './peers.ts';

interface MatchState {
  readonly G: PeerTable;
  readonly _stateID: number;
}

interface PeerTable {
  view: View['table'] | null;
  orders: (string | null)[];
  round: number;
}

/** The parts of boardgame.io's server that the bench uses: making a match, reducing a move, and a player's payload. */
interface Internal {
  ProcessGameConfig(game: unknown): unknown;
  createMatch(options: unknown): { readonly initialState: MatchState };
  CreateGameReducer(options: unknown): (state: MatchState, action: unknown) => MatchState;
  getFilterPlayerView(game: unknown): (player: string, payload: unknown) => { type: string; args: unknown[] };
}

/** Its patches compare lists item by item, each with each: the matrices of 40 states took more than 4 GB, so the bench omits them. */
const MOST_SEATS_TO_PATCH = 12;

/** Bytes of the frames that boardgame.io sends to one player in a round of the same game: whole states, and patches. */
export interface PeerBytes {
  readonly update: number;
  /** Null if there are too many seats for its patches. */
  readonly patch: number | null;
}

/**
 * The same game for boardgame.io: its state holds the same table view, every seat seals one order per round (hidden from the
 * others by `playerView`), and the last seal puts the next round's view in place. Counts frames as socket.io writes them,
 * `42["update",…]`; omits its headers, and pings on both sides.
 */
export function boardgameBytes(views: readonly View[], seats: number): PeerBytes {
  const internal = peer('boardgame.io/internal') as Internal;
  const game = internal.ProcessGameConfig(gameOf(views, seats));
  const reduce = internal.CreateGameReducer({ game });
  const sentTo = internal.getFilterPlayerView(game);
  let state = internal.createMatch({ game, numPlayers: seats, setupData: undefined }).initialState;
  const mayPatch = seats <= MOST_SEATS_TO_PATCH;
  const rounds: { update: number; patch: number }[] = [];
  for (let round = 1; round < views.length; round += 1) {
    let [update, patch] = [0, 0];
    for (let seat = 0; seat < seats; seat += 1) {
      const before = state;
      state = reduce(state, move(`${seat}`));
      update += frameBytes(sentTo('0', { type: 'update', args: ['match', state] }));
      if (!mayPatch) continue;
      patch += frameBytes(sentTo('0', { type: 'patch', args: ['match', before['_stateID'], before, state] }));
    }
    rounds.push({ update, patch });
  }
  const middle = Math.floor(rounds.length / 2);
  const of = (key: 'update' | 'patch'): number =>
    rounds.map((round) => round[key]).toSorted((a, b) => a - b)[middle] ?? 0;
  return { update: of('update'), patch: mayPatch ? of('patch') : null };
}

function gameOf(views: readonly View[], seats: number): unknown {
  const unsealed = (): null[] => Array.from({ length: seats }, () => null);
  return {
    name: 'crossroads',
    setup: (): PeerTable => ({ view: views[0]?.table ?? null, orders: unsealed(), round: 0 }),
    turn: { activePlayers: { all: 'sealing' }, stages: { sealing: {} } },
    playerView: ({ G, playerID }: { G: PeerTable; playerID: string }) => ({
      ...G,
      orders: G.orders.map((order, seat) => (`${seat}` === playerID ? order : order !== null)),
    }),
    moves: {
      seal: {
        redact: true,
        move: ({ G, playerID }: { G: PeerTable; playerID: string }, order: string) => {
          G.orders[Number(playerID)] = order;
          if (G.orders.some((sealed) => sealed === null)) return;
          G.round += 1;
          G.view = views[G.round]?.table ?? null;
          G.orders = unsealed();
        },
      },
    },
  };
}

function move(playerID: string): unknown {
  return { type: 'MAKE_MOVE', payload: { type: 'seal', args: ['commit'], playerID } };
}

function frameBytes({ type, args }: { type: string; args: unknown[] }): number {
  return Buffer.byteLength(`42${JSON.stringify([type, ...args])}`);
}
