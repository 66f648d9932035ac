import { z } from 'zod';
import { facts, quantities } from '../model/entries.ts';
import { type Parameters, REFERENCE_PARAMETERS } from '../model/parameters.ts';
import { reasons } from '../model/reasons.ts';
import { type Scenario, scenarioSchema } from '../scenario/schema.ts';
import { planSession } from '../session/open.ts';
import { branchOriginSchema } from '../session/vocabulary/branching.ts';
import { recordedOptions, recordedOptionsSchema } from '../session/vocabulary/options.ts';
import type { SessionBasis } from '../session/vocabulary/state.ts';
import { canonicalJson } from '../lib/canonicalJson.ts';
import type { Digest } from './chain.ts';

/** The version of the file format; `upgrade.ts` has a step for each older one. */
export const FORMAT_VERSION = 1;

/** Raised whenever the same commands could lead to other events than before. */
export const RULES_VERSION = 1;

/** 64 lower-case hex digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const isParameters = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && leavesArePlain(value);

function leavesArePlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean' || typeof value === 'string' || value === null) return true;
  return typeof value === 'object' && Object.values(value).every(leavesArePlain);
}

/** The first line of a log: everything about a session before its first command, and the version of its rules. */
export const headerSchema = z.strictObject({
  format: z.literal('crossroads-log'),
  version: z.literal(FORMAT_VERSION),
  /** Version of the program that opened the session. */
  build: z.string().max(80),
  rules: z.strictObject({ version: z.int().min(1), parameters: z.custom<Parameters>(isParameters) }),
  scenario: scenarioSchema,
  /** Seat ids in the order that every list of the log follows. */
  seats: z.array(z.string().min(1).max(64)).min(3).max(40).readonly(),
  seed: z.int(),
  pace: z.strictObject({ rounds: z.int().min(1).max(1000), steps: z.int().min(1).max(100) }),
  options: recordedOptionsSchema,
  /** The dictionaries of a packed ledger. */
  dictionaries: z.strictObject({
    reasons: z.array(z.string()).readonly(),
    quantities: z.array(z.string()).readonly(),
    facts: z.array(z.string()).readonly(),
  }),
  /** Server time in ms. */
  created: z.int().min(0),
  /** What makes this log a branch of a record; absent in a record of what was played. */
  branch: branchOriginSchema.exactOptional(),
  hash: hashSchema,
});
/** The first line of a record. */
export type LogHeader = z.infer<typeof headerSchema>;

/** The header of a new session. `build` is the program's version, `created` server time in ms. */
export function newHeader(
  basis: SessionBasis,
  made: { readonly build: string; readonly created: number },
  digest: Digest,
): LogHeader {
  const header: Omit<LogHeader, 'hash'> = {
    format: 'crossroads-log',
    version: FORMAT_VERSION,
    build: made.build,
    rules: { version: RULES_VERSION, parameters: basis.setting.parameters },
    scenario: basis.scenario,
    seats: basis.setting.seats.map((seat) => seat.id),
    seed: basis.seed,
    pace: { rounds: basis.plan.rounds, steps: basis.plan.steps },
    options: recordedOptions(basis.options),
    dictionaries: { reasons: [...reasons], quantities: [...quantities], facts: [...facts] },
    created: made.created,
  };
  return { ...header, hash: digest(headerText(header)) };
}

/** Cached texts of the scenarios that sessions were opened from, which are most of a header. */
const scenarioTexts = new WeakMap<Scenario, string>();

/** The canonical text of a header, with or without its hash. */
export function headerText(header: Omit<LogHeader, 'hash'>): string {
  const { scenario, ...others } = header;
  const text = scenarioTexts.get(scenario) ?? canonicalJson(scenario);
  scenarioTexts.set(scenario, text);
  const part = (isIn: (name: string) => boolean): string => {
    const members = Object.entries(others).filter(([name]) => isIn(name));
    return canonicalJson(Object.fromEntries(members)).slice(1, -1);
  };
  return `{${part((name) => name < 'scenario')},"scenario":${text},${part((name) => name > 'scenario')}}`;
}

/** The session that a header opens, with the numbers it was played by even if today's differ. */
export function basisOf(header: LogHeader): SessionBasis {
  const { scenario, options, seed, branch } = header;
  const basis = planSession({ scenario, options, seed });
  const otherEvents = branch?.events ?? [];
  return {
    ...basis,
    setting: { ...basis.setting, parameters: parametersIn(header) },
    ...(otherEvents.length === 0 ? {} : { otherEvents }),
  };
}

/** The numbers that a header names; those that an older header lacks are as in the reference. [decision 0055] */
function parametersIn({ rules }: LogHeader): Parameters {
  const cost = { ...REFERENCE_PARAMETERS.cost, ...rules.parameters.cost };
  return { ...REFERENCE_PARAMETERS, ...rules.parameters, cost };
}

/**
 * Whether the session was played by today's rules, so that its decisions can be checked again with the numbers it names. [decision
 * 0055]
 */
export function isTodaysRules({ rules }: LogHeader): boolean {
  return rules.version === RULES_VERSION;
}

/** Whether today's dictionaries can read the packed ledgers of the log; they only ever grow at the end. */
export function hasReadableLedgers({ dictionaries }: LogHeader): boolean {
  return (
    isBeginningOf(dictionaries.reasons, reasons) &&
    isBeginningOf(dictionaries.quantities, quantities) &&
    isBeginningOf(dictionaries.facts, facts)
  );
}

function isBeginningOf(recorded: readonly string[], today: readonly string[]): boolean {
  return recorded.every((word, index) => word === today[index]);
}
