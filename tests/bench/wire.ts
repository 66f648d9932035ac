import { chanceFor, mixChanceFor } from '../../shared/bots/chance.ts';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { assignMix, mixes } from '../../shared/bots/mixes.ts';
import { at } from '../../shared/lib/at.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Actor } from '../../shared/session/vocabulary/actors.ts';
import type { Command } from '../../shared/session/vocabulary/commands.ts';
import { decide } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState, planSession } from '../../shared/session/open.ts';
import type { SessionState } from '../../shared/session/vocabulary/state.ts';
import type { View } from '../../shared/session/views/tableView.ts';
import { sightOf, viewFor } from '../../shared/session/view.ts';
import { blankTable, mirrorOwn, mirrorTable } from '../../server/wire/mirror.ts';
import { Wire } from '../support/wireClient.ts';
import { machineNow, writeResult } from './results.ts';
import { boardgameBytes } from './wirePeer.ts';

/** What one client received in one round of play, in bytes. */
interface RoundBytes {
  readonly delegate: number;
  readonly observer: number;
  /** The delegate's whole view as JSON, sent after every change, as a program without a schema does. */
  readonly json: number;
  /** The delegate's view as JSON, once. */
  readonly jsonOnce: number;
}

const ROUNDS = 5;
const noTexts = (): null => null;

/** P2: bytes to each client in a round with n states, compared with the same view as JSON and with boardgame.io. */
export function wireBench(seats: number): Record<string, number | null> {
  const game = new Game(withSeats(seats));
  const joining = game.joinBytes;
  const rounds: RoundBytes[] = [];
  const views: View[] = [];
  while (rounds.length < ROUNDS) {
    rounds.push(game.playRound());
    views.push(game.view());
  }
  const of = (key: keyof RoundBytes): number => median(rounds.map((round) => round[key]));
  const peer = boardgameBytes(views, seats);
  return {
    seats,
    join: joining,
    delegate: of('delegate'),
    observer: of('observer'),
    jsonOnce: of('jsonOnce'),
    json: of('json'),
    boardgame: peer.update,
    boardgameDelta: peer.patch,
    ofBoardgame: ratio(of('delegate'), peer.update),
    ofBoardgameDelta: peer.patch === null ? null : ratio(of('delegate'), peer.patch),
    ofJson: ratio(of('delegate'), of('json')),
  };
}

/** A table that bots play by the rules, mirrored and sent after every command as a room does. */
class Game {
  #state: SessionState;
  readonly #table;
  readonly #wire: Wire;
  #json = 0;
  readonly joinBytes: number;

  constructor(scenario: Scenario) {
    const plan = at(scenario.plans, 0);
    const options = { plan: plan.id, openDeck: true, practice: false, coverEmptySeats: true };
    this.#state = initialState(planSession({ scenario, options, seed: 5 }));
    const seats = this.#state.seats.map(({ id }) => id);
    const mix = assignMix(mixes.CLASS, seats.length, mixChanceFor(5));
    this.#table = blankTable(seats);
    this.#wire = new Wire(this.#table, [at(seats, 0), null]);
    this.#mirror();
    this.#wire.join();
    this.joinBytes = this.#bytes(0);
    for (const [index, seat] of seats.entries()) {
      this.#give({ kind: 'host', host: 'h' }, { type: 'coverSeat', seat, disposition: at(mix, index) });
    }
    this.#give({ kind: 'host', host: 'h' }, { type: 'startSession' });
    this.#toPhase('decision');
  }

  view(): View {
    const seat = at(this.#state.seats, 0).id;
    return viewFor(this.#state, { kind: 'delegate', seat, delegate: 'd' }, noTexts);
  }

  /** From the opening of one decision to the opening of the next. */
  playRound(): RoundBytes {
    const [delegate, observer, json] = [this.#bytes(0), this.#bytes(1), this.#json];
    for (const [index, { id, bot }] of this.#state.seats.entries()) {
      const disposition = bot ?? 'hold';
      const chance = chanceFor(5, this.#state.world.round + 1, index);
      const order = dispositionOf(disposition)(sightOf(this.#state, index), chance);
      this.#give({ kind: 'bot', seat: id, disposition }, { type: 'sealOrders', order });
    }
    this.#give({ kind: 'clock' }, { type: 'closePhase', because: 'allSealed' });
    this.#toPhase('decision');
    const { table, own } = this.view();
    return {
      delegate: this.#bytes(0) - delegate,
      observer: this.#bytes(1) - observer,
      json: this.#json - json,
      jsonOnce: JSON.stringify({ table, own }).length,
    };
  }

  #toPhase(name: 'decision'): void {
    while (this.#state.phase.name !== name) {
      if (this.#state.phase.name === 'ended') throw new Error('the bench played past the end');
      this.#give({ kind: 'clock' }, { type: 'closePhase', because: 'deadline' });
    }
  }

  #give(actor: Actor, command: Command): void {
    const decided = decide(this.#state, actor, command);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.failure.code}`);
    this.#state = decided.value.reduce(evolve, this.#state);
    this.#mirror();
    this.#wire.patch();
    const { table, own } = this.view();
    this.#json += JSON.stringify({ table, own }).length;
  }

  #mirror(): void {
    mirrorTable(this.#table, viewFor(this.#state, { kind: 'observer' }, noTexts).table);
    const { own } = this.view();
    if (own !== null) mirrorOwn(this.#table, own);
  }

  #bytes(device: number): number {
    return this.#wire.client(device).bytes();
  }
}

/** Twelve States, or a scenario of the requested size. */
function withSeats(count: number): Scenario {
  const scenario = scenarioById('twelve-states');
  if (scenario === null) throw new Error('no scenario');
  const seats = Array.from({ length: count }, (_, index) => {
    const seat = at(scenario.seats, index % scenario.seats.length);
    return index < scenario.seats.length ? seat : { ...seat, id: `${seat.id}-${index}` };
  });
  return { ...scenario, seats };
}

function ratio(ours: number, theirs: number): number {
  return Number((ours / theirs).toFixed(4));
}

function median(numbers: readonly number[]): number {
  return at(
    numbers.toSorted((a, b) => a - b),
    Math.floor(numbers.length / 2),
  );
}

if (import.meta.main) {
  const title = 'P2: bytes to one client per round (median of five rounds; join once)';
  console.log(title);
  const rows = [12, 40].map(wireBench).map((row) => ({ ...row }));
  console.table(rows);
  writeResult('wire', { title, bound: '≤ a tenth of boardgame.io', machine: machineNow(), rows });
}
