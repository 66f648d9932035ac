import { textDigest } from '#shared/log/chain.ts';
import { newHeader } from '#shared/log/header.ts';
import { type FreeText, type LogLine, sealLine } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import { decide } from '#shared/session/decide.ts';
import { evolve } from '#shared/session/evolve.ts';
import { initialState, planSession } from '#shared/session/open.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sha256 } from '../../server/store/digest.ts';

/** Records a session of the six-state scenario command by command, as the server does. */
export class Scribe {
  readonly #header;
  readonly #lines: string[] = [];
  readonly #texts: FreeText[] = [];
  #head: string;
  #given = 0;
  state: SessionState;

  constructor(options: Partial<SessionOptions> = {}, seed = 7) {
    const basis = planSession({
      scenario: archipelago(),
      seed,
      options: { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true, ...options },
    });
    this.#header = newHeader(basis, { build: 'test', created: 0 }, sha256);
    this.#head = this.#header.hash;
    this.state = initialState(basis);
  }

  give(actor: Actor, command: Command): void {
    const decision = decide(this.state, actor, command);
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.failure)}`);
    const seq = this.#lines.length + 1;
    const line: Omit<LogLine, 'hash'> = {
      seq,
      at: seq * 1000,
      actor,
      key: `key-${seq}`,
      command,
      events: decision.value,
    };
    const sealed = sealLine(this.#head, line, sha256);
    this.#lines.push(sealed.text);
    this.#head = sealed.line.hash;
    this.state = decision.value.reduce(evolve, this.state);
  }

  /** A text beside the chain, as a command names it. */
  text(value: string): { readonly id: string; readonly digest: string } {
    const id = `text-${this.#given++}`;
    const salt = 'salt';
    this.#texts.push({ id, salt, value });
    return { id, digest: textDigest(salt, value, sha256) };
  }

  /** Forgets words as the host's eraser does: the digest stays. */
  erase(value: string): void {
    const place = this.#texts.findIndex((text) => text.value === value);
    if (place >= 0) this.#texts.splice(place, 1);
  }

  log(status: 'open' | 'ended' = 'ended'): string {
    const footer = { end: true, count: this.#lines.length, head: this.#head, status } as const;
    return assembleLog(this.#header, this.#lines, footer, this.#texts);
  }
}

function archipelago(): Scenario {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('archipelago is missing');
  return scenario;
}
