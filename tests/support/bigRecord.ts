import { chanceFor, mixChanceFor } from '#shared/bots/chance.ts';
import { dispositionOf } from '#shared/bots/dispositions.ts';
import { assignMix, mixes } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { newHeader } from '#shared/log/header.ts';
import { sealLine } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import { HOLD } from '#shared/model/actions.ts';
import { standardRoster } from '#shared/model/roster.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { decide } from '#shared/session/decide.ts';
import { evolve } from '#shared/session/evolve.ts';
import { initialState, planSession } from '#shared/session/open.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sightOf } from '#shared/session/view.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { setPhrases } from '#shared/session/vocabulary/talk.ts';
import { sha256 } from '../../server/store/digest.ts';

/** The size of a record. */
export interface RecordSize {
  /** 6 to 40. */
  readonly seats: number;
  readonly rounds: number;
  /** The least number of lines; talk fills it up. Zero: no talk. */
  readonly lines: number;
  readonly seed?: number;
}

/** The reference scenario with any number of states: after the twelfth, copies that differ a little. */
export function sizedScenario(seats: number, rounds: number, seed = 7): Scenario {
  const twelve = scenarioById('twelve-states');
  if (twelve === null) throw new Error('twelve-states is missing');
  const plan = at(twelve.plans, 0);
  return {
    ...twelve,
    seats: standardRoster(seats, seed).map((listed) => ({
      ...at(twelve.seats, (listed.archetype ?? 0) % twelve.seats.length),
      ...listed,
      archetype: listed.archetype ?? 0,
    })),
    opening: { ...twelve.opening, blocs: [], restrictions: [] },
    plans: [{ ...plan, id: `${rounds}x1`, rounds, steps: 1, pars: null }],
  };
}

/** The text of a whole session that bots have played, of a given size; equal input gives equal text. */
export function bigRecord({ seats, rounds, lines, seed = 7 }: RecordSize): string {
  const scenario = sizedScenario(seats, rounds, seed);
  const options = { plan: `${rounds}x1`, openDeck: true, practice: false, coverEmptySeats: false };
  const scribe = new Scribe(planSession({ scenario, seed, options }));
  const characters = assignMix(mixes.CLASS, seats, mixChanceFor(seed));
  for (const [index, { id: seat }] of scribe.state.seats.entries())
    scribe.give(host, { type: 'coverSeat', seat, disposition: at(characters, index) });
  scribe.give(host, { type: 'startSession' });
  const talkEach = Math.max(0, Math.ceil((lines - rounds * (seats + 5) - seats) / rounds));
  while (scribe.state.phase.name !== 'ended') {
    const { name } = scribe.state.phase;
    if (name === 'decision') playRound(scribe, talkEach);
    scribe.give(
      { kind: 'clock' },
      { type: 'closePhase', because: name === 'decision' ? 'allSealed' : 'deadline' },
    );
  }
  return scribe.log();
}

const host: Actor = { kind: 'host', host: 'host' };

/** The bots talk, in the plenary and in pairs, then each seals what its character wants. */
function playRound(scribe: Scribe, talk: number): void {
  const { seats, world, basis } = scribe.state;
  for (let word = 0; word < talk; word += 1) {
    const [speaker, hearer] = [at(seats, word % seats.length), at(seats, (word * 7 + 3) % seats.length)];
    const between = word % 3 === 0 || hearer.id === speaker.id;
    scribe.give(botAt(scribe.state, word % seats.length), {
      type: 'say',
      channel: between ? { kind: 'plenary' } : { kind: 'bilateral', with: hearer.id },
      text: null,
      phrase: at(setPhrases, word % setPhrases.length),
      mentions: [],
    });
  }
  for (const [index, { bot }] of seats.entries()) {
    const chance = chanceFor(basis.seed, world.round + 1, index);
    const order = dispositionOf(bot ?? 'hold')(sightOf(scribe.state, index), chance);
    const actor = botAt(scribe.state, index);
    if (!scribe.give(actor, { type: 'sealOrders', order }))
      scribe.give(actor, { type: 'sealOrders', order: HOLD });
  }
}

function botAt({ seats }: SessionState, index: number): Actor {
  const { id: seat, bot } = at(seats, index);
  return { kind: 'bot', seat, disposition: bot ?? 'hold' };
}

/** Records what the rules accept, line by line, as the server does; each line takes one second of the record's time. */
class Scribe {
  readonly #header;
  readonly #texts: string[] = [];
  #head: string;
  state: SessionState;

  constructor(basis: ReturnType<typeof planSession>) {
    this.#header = newHeader(basis, { build: 'test', created: 0 }, sha256);
    this.#head = this.#header.hash;
    this.state = initialState(basis);
  }

  give(actor: Actor, command: Command): boolean {
    const decided = decide(this.state, actor, command);
    if (!decided.ok) return false;
    const seq = this.#texts.length + 1;
    const fact = { seq, at: seq * 1000, actor, key: `key-${seq}`, command, events: decided.value };
    const { line, text } = sealLine(this.#head, fact, sha256);
    this.#texts.push(text);
    this.#head = line.hash;
    this.state = decided.value.reduce(evolve, this.state);
    return true;
  }

  log(): string {
    const footer = { end: true, count: this.#texts.length, head: this.#head, status: 'ended' } as const;
    return assembleLog(this.#header, this.#texts, footer, []);
  }
}
