import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { replay } from '#shared/log/replay.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import type { TextOf } from '#shared/session/vocabulary/codedTalk.ts';
import { HOST_PART } from '#shared/wire/packing.ts';
import { LiveMirror } from '../../server/wire/liveMirror.ts';
import { debriefedLog } from '../log/debriefedLog.ts';
import { Wire } from '../support/wireClient.ts';
import { anySession } from './anySession.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A session's table, mirrored line by line, with a device at every seat, the host's, and one that only watches. */
class Watched {
  readonly #mirror: LiveMirror;
  readonly #wire: Wire;
  readonly #eyes: readonly (string | null)[];
  readonly commands = new Set<string>();

  constructor(state: SessionState, textOf: TextOf) {
    this.#eyes = [...state.seats.map(({ id }) => id), HOST_PART, null];
    this.#mirror = new LiveMirror(state);
    this.#mirror.show(state, textOf);
    this.#wire = new Wire(this.#mirror.table, this.#eyes);
    this.#wire.join();
  }

  /** First the actor's own part, which is sent at once; then, with the beat, everything. */
  hear(actorSeat: string | null, state: SessionState, textOf: TextOf): void {
    if (actorSeat !== null) {
      this.#mirror.showOwn(actorSeat, state, textOf);
      this.#wire.patch();
    }
    this.#mirror.show(state, textOf);
    this.#wire.patch();
    this.#compare(state, textOf);
  }

  #compare(state: SessionState, textOf: TextOf): void {
    for (const [device, eye] of this.#eyes.entries()) {
      const { table, own } = viewFor(state, viewerOf(state, eye), textOf);
      const seen = this.#wire.client(device).seen();
      expect(seen.own).toEqual(own);
      expect(seen.table).toEqual(table);
    }
  }
}

function viewerOf(state: SessionState, eye: string | null): Viewer {
  if (eye === null) return { kind: 'observer' };
  if (eye === HOST_PART) return { kind: 'host' };
  return state.phase.name === 'ended'
    ? { kind: 'participantAfterEnd', seat: eye }
    : { kind: 'delegate', seat: eye, delegate: `person-${eye}` };
}

test('after every line of any session, what every viewer has decoded is the view that is built whole', () => {
  const given = new Set<string>();
  fc.assert(
    fc.property(anySession(60), ({ first, lines }) => {
      const watched = new Watched(first, () => null);
      for (const { actor, command, state, texts } of lines) {
        given.add(command);
        watched.hear(actor.kind === 'delegate' ? actor.seat : null, state, (id) => texts.get(id) ?? null);
      }
    }),
    { numRuns: 40 },
  );
  // The control: the sessions were not empty.
  expect(given.size).toBeGreaterThan(25);
});

const golden = join(import.meta.dirname, '../golden');
const records = [
  ...readdirSync(golden)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name): [string, string] => [name, readFileSync(join(golden, name), 'utf8')]),
  ['a session with its debrief', debriefedLog()] as const,
];

for (const [name, text] of records) {
  test(`${name}: after every line every viewer sees the view that is built whole`, () => {
    const log = parseLog(text);
    if (!log.ok) throw new Error(log.failure.what);
    const texts = new Map(log.value.texts.map(({ id, value }) => [id, value]));
    const textOf: TextOf = (id) => texts.get(id) ?? null;
    const [first, ...states] = replay(log.value).states;
    if (first === undefined) throw new Error('a record has its opening');
    const watched = new Watched(first, textOf);
    for (const [index, state] of states.entries()) {
      const actor = log.value.lines[index]?.actor;
      watched.hear(actor?.kind === 'delegate' ? actor.seat : null, state, textOf);
    }
  });
}
