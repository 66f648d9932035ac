import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Registry, Summary } from 'prom-client';
import type { CommandResult, LatencyFacts, ServerStanding } from '#shared/wire/serverFacts.ts';

/** The source of a refusal: a rule of the game, or a page of the server. */
export type RefusalDoor = 'command' | 'page';

/** The server's counts so far, for the page that states them in words. */
export interface Counted {
  readonly commands: Readonly<Record<CommandResult, number>>;
  /** The most frequent first. */
  readonly refusals: readonly { readonly door: RefusalDoor; readonly code: string; readonly times: number }[];
  readonly append: LatencyFacts | null;
  readonly publish: LatencyFacts | null;
  /** Appends that wait for the store. */
  readonly waiting: number;
  /** Delay of the event loop, 99th percentile, in ms. */
  readonly delayMs: number;
}

type Delay = ReturnType<typeof monitorEventLoopDelay>;

/** Latencies are those of the last five minutes. */
const WINDOW = { percentiles: [0.5, 0.95, 0.99], maxAgeSeconds: 300, ageBuckets: 5 };
const DELAY_RESOLUTION_MS = 50;
const DELAY_WINDOW_MS = 60_000;
const NO_DELAY = { p99: 0, max: 0 };

/** The server's meters: counts and times without names, codes, texts or addresses. Their cost is too small for players to notice. */
export class Meters {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #register = new Registry();
  readonly #commands: Counter<'result'>;
  readonly #refusals: Counter<'door' | 'code'>;
  readonly #append: Summary;
  readonly #publish: Summary;
  readonly #standing: ReturnType<typeof gaugesIn>;
  readonly #delay: Delay;
  readonly #turning: NodeJS.Timeout;
  #waiting = 0;
  #delayBefore = NO_DELAY;

  constructor() {
    const registers = [this.#register];
    const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Counter({ name: `crossroads_${name}`, help, labelNames, registers });
    const summary = (name: string, help: string) =>
      new Summary({ name: `crossroads_${name}`, help, registers, ...WINDOW });
    this.#commands = counter('commands_total', 'Commands of people by what came of them', ['result']);
    this.#refusals = counter('refusals_total', 'Refusals by door and code', ['door', 'code']);
    this.#append = summary('append_seconds', 'Time until lines of a session are durable');
    this.#publish = summary('publish_seconds', 'Time to show a table to everybody connected');
    this.#standing = gaugesIn(this.#register);
    this.#delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
    this.#delay.enable();
    this.#turning = setInterval(() => this.#turn(), DELAY_WINDOW_MS).unref();
  }

  /** Counts a person's command by its outcome. */
  answered(result: CommandResult): void {
    this.#commands.inc({ result });
  }

  /** Counts a refusal. `code` is one of the program's own, never text from a client. */
  refused(door: RefusalDoor, code: string): void {
    this.#refusals.inc({ door, code });
  }

  /** Measures one append, from the request to the answer. */
  async appending<Value>(work: () => Promise<Value>): Promise<Value> {
    const began = performance.now();
    this.#waiting += 1;
    try {
      const value = await work();
      this.#append.observe((performance.now() - began) / 1000);
      return value;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Measures the time to show a table. */
  publishing<Value>(work: () => Value): Value {
    const began = performance.now();
    const value = work();
    this.#publish.observe((performance.now() - began) / 1000);
    return value;
  }

  /** Everything in the text format of Prometheus; `passedOn`: how many live connections are joined to other servers. */
  async text(standing: ServerStanding, passedOn: number): Promise<string> {
    const { gauges, sessions } = this.#standing;
    const delay = this.#delayNow();
    for (const [state, count] of Object.entries(standing.sessions)) sessions.set({ state }, count);
    gauges.kept.set(standing.kept);
    gauges.people.set(standing.people);
    gauges.sockets.set(standing.sockets);
    gauges.passedOn.set(passedOn);
    gauges.storeBytes.set(standing.storeBytes);
    gauges.starts.set(standing.starts);
    gauges.crashes.set(standing.crashes);
    gauges.waiting.set(this.#waiting);
    gauges.delayP99.set(delay.p99 / 1000);
    gauges.delayMax.set(delay.max / 1000);
    gauges.memory.set(process.memoryUsage.rss());
    return this.#register.metrics();
  }

  /** The counts for people. */
  async counted(): Promise<Counted> {
    const commands = { accepted: 0, refused: 0, malformed: 0, notStored: 0, tooMany: 0 };
    for (const { labels, value } of (await this.#commands.get()).values)
      if (labels.result !== undefined) Object.assign(commands, { [labels.result]: value });
    const refusals = (await this.#refusals.get()).values.map(({ labels, value }) => ({
      door: labels.door === 'command' ? ('command' as const) : ('page' as const),
      code: String(labels.code),
      times: value,
    }));
    return {
      commands,
      refusals: refusals.toSorted((a, b) => b.times - a.times || a.code.localeCompare(b.code, 'en')),
      append: await latencyOf(this.#append),
      publish: await latencyOf(this.#publish),
      waiting: this.#waiting,
      delayMs: this.#delayNow().p99,
    };
  }

  /** Stops measuring. */
  close(): void {
    clearInterval(this.#turning);
    this.#delay.disable();
  }

  #turn(): void {
    this.#delayBefore = read(this.#delay);
    this.#delay.reset();
  }

  #delayNow(): { readonly p99: number; readonly max: number } {
    const [before, now] = [this.#delayBefore, read(this.#delay)];
    return { p99: Math.max(before.p99, now.p99), max: Math.max(before.max, now.max) };
  }
}

function gaugesIn(register: Registry) {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [register] });
  const sessions = new Gauge({
    name: 'crossroads_sessions',
    help: 'Sessions that are awake, by state; practice apart',
    labelNames: ['state'],
    registers: [register],
  });
  return {
    sessions,
    gauges: {
      kept: gauge('crossroads_sessions_kept', 'Sessions in the store that are not deleted'),
      people: gauge('crossroads_people', 'Delegates who are connected'),
      sockets: gauge('crossroads_sockets', 'Open live connections, of screens and hosts too'),
      passedOn: gauge(
        'crossroads_sockets_passed_on',
        'Live connections to rooms of other servers by way of this',
      ),
      storeBytes: gauge('crossroads_store_bytes', 'Size of the database with its log'),
      starts: gauge('crossroads_starts', 'Starts of the server on this data directory'),
      crashes: gauge('crossroads_crashes', 'Starts after an end without a proper stop'),
      waiting: gauge('crossroads_append_queue', 'Appends that wait for the store'),
      delayP99: gauge('crossroads_event_loop_delay_p99_seconds', 'Delay of the event loop, 99th percentile'),
      delayMax: gauge('crossroads_event_loop_delay_max_seconds', 'Longest delay of the event loop'),
      memory: gauge('process_resident_memory_bytes', 'Memory of the server process'),
    },
  };
}

/** The histogram measures the time between two ticks; anything above the interval is delay. */
function read(histogram: Delay): { readonly p99: number; readonly max: number } {
  if (histogram.count === 0) return NO_DELAY;
  const over = (nanoseconds: number): number =>
    Math.max(0, Math.round(nanoseconds / 1e6) - DELAY_RESOLUTION_MS);
  return { p99: over(histogram.percentile(99)), max: over(histogram.max) };
}

async function latencyOf(summary: Summary): Promise<LatencyFacts | null> {
  const { values } = await summary.get();
  const ms = (quantile: number): number => {
    const value = values.find(({ labels }) => labels.quantile === quantile)?.value;
    return Math.round((value ?? 0) * 10_000) / 10;
  };
  const count = values.find(({ metricName }) => metricName?.endsWith('_count') === true)?.value ?? 0;
  return count === 0 ? null : { medianMs: ms(0.5), p95Ms: ms(0.95) };
}
