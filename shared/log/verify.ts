import { failed, ok, type Result } from '../lib/result.ts';
import { decide } from '../session/decide.ts';
import { initialState } from '../session/open.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { derive, indicatorsOf } from '../model/indicators.ts';
import type { Digest } from './chain.ts';
import { chainFault, textFault } from './chainCheck.ts';
import { filledEvents } from './fillRoles.ts';
import { hasReadableLedgers, isTodaysRules, basisOf } from './header.ts';
import type { LogLine } from './line.ts';
import type { LogFault, ParsedLog } from './parse.ts';
import { foldLine } from './replay.ts';
import { sameJson } from '../lib/sameJson.ts';

/** One kind of check and its result as a plain sentence. `done` false: it could not be made, which is no failure. */
export interface Check {
  readonly name: 'chain' | 'texts' | 'outcomes' | 'decisions';
  readonly ok: boolean;
  readonly done: boolean;
  readonly sentence: string;
}

/** The result of a verification. `ok` is true if every check that was made succeeded. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly lines: number;
  readonly checks: readonly Check[];
  readonly firstFault: LogFault | null;
}

/**
 * Verifies a log: its chain holds and its texts belong to it; folding the events reproduces every recorded indicator; and, if it
 * was played by today's rules, they decide every line the same way.
 */
export function verifyLog(log: ParsedLog, digest: Digest): VerifyReport {
  const chain = chainFault(log, digest);
  if (chain !== null) return reportOf(log, [broken('chain', chain)], chain);
  const texts = textFault(log, digest);
  const played = playThrough(log);
  const checks = [
    passed('chain', `The chain holds from the header over ${log.lines.length} lines to the footer.`),
    texts === null
      ? passed('texts', `${log.texts.length} free texts belong to their lines.`)
      : broken('texts', texts),
    ...(played.ok ? played.value : [broken(played.failure.check, played.failure.fault)]),
  ];
  return reportOf(log, checks, texts ?? (played.ok ? null : played.failure.fault));
}

function reportOf(log: ParsedLog, checks: readonly Check[], fault: LogFault | null): VerifyReport {
  return { ok: fault === null, lines: log.lines.length, checks, firstFault: fault };
}

/** The report on a file that could not be read at all. */
export function unreadable(fault: LogFault): VerifyReport {
  return { ok: false, lines: 0, checks: [broken('chain', fault)], firstFault: fault };
}

interface Failure {
  readonly check: 'outcomes' | 'decisions';
  readonly fault: LogFault;
}

function playThrough(log: ParsedLog): Result<readonly Check[], Failure> {
  const opened = attempt('header', () => {
    if (!hasReadableLedgers(log.header))
      throw new Error("its ledgers use words that today's rules do not know");
    return { again: isTodaysRules(log.header), state: initialState(basisOf(log.header)) };
  });
  if (!opened.ok) return failed({ check: 'outcomes', fault: opened.failure });
  const { again } = opened.value;
  let { state } = opened.value;
  for (const [index, line] of log.lines.entries()) {
    const next = playLine(state, line, `line ${index + 1}`, again);
    if (!next.ok) return next;
    state = next.value;
  }
  const status = statusFault(log, state);
  if (status !== null) return failed({ check: 'outcomes', fault: status });
  return ok([outcomesPassed(state.rounds.length), decisionsPassed(log, again)]);
}

function playLine(
  state: SessionState,
  line: LogLine,
  where: string,
  again: boolean,
): Result<SessionState, Failure> {
  const decided = attempt(where, () => (again ? decisionFault(state, line, where) : null));
  if (!decided.ok) return failed({ check: 'decisions', fault: decided.failure });
  if (decided.value !== null) return failed({ check: 'decisions', fault: decided.value });
  const folded = attempt(where, () => {
    const next = foldLine(state, line);
    return { next, fault: outcomeFault(line, next, where) };
  });
  if (!folded.ok) return failed({ check: 'outcomes', fault: folded.failure });
  const { next, fault } = folded.value;
  return fault === null ? ok(next) : failed({ check: 'outcomes', fault });
}

function decisionFault(state: SessionState, line: LogLine, where: string): LogFault | null {
  const decided = decide(state, line.actor, line.command);
  if (!decided.ok)
    return { where, what: `today's rules refuse this ${line.command.type} (${decided.failure.code})` };
  if (sameJson(decided.value, line.events)) return null;
  if (sameJson(decided.value, filledEvents(state, line.events))) return null;
  return { where, what: `today's rules decide this ${line.command.type} differently than recorded` };
}

function outcomeFault(line: LogLine, state: SessionState, where: string): LogFault | null {
  for (const event of line.events) {
    if (event.type !== 'roundResolved') continue;
    const { setting } = state.basis;
    const indicators = indicatorsOf(setting, derive(setting, state.world));
    if (sameJson(indicators, event.indicators)) continue;
    return {
      where,
      what: `round ${event.round}: the recorded indicators do not follow from the recorded changes`,
    };
  }
  return null;
}

function statusFault(log: ParsedLog, state: SessionState): LogFault | null {
  const status = state.phase.name === 'ended' ? 'ended' : 'open';
  if (log.footer === null || log.footer.status === status) return null;
  return { where: 'footer', what: `says the session is ${log.footer.status}, its lines say ${status}` };
}

function outcomesPassed(rounds: number): Check {
  return passed('outcomes', `Folding the events reproduces the indicators of all ${rounds} resolved rounds.`);
}

function decisionsPassed(log: ParsedLog, again: boolean): Check {
  if (again) return passed('decisions', `Today's rules decide all ${log.lines.length} lines the same.`);
  const sentence = `Decided by rules ${log.header.rules.version}; decisions not re-checked.`;
  return { name: 'decisions', ok: true, done: false, sentence };
}

function passed(name: Check['name'], sentence: string): Check {
  return { name, ok: true, done: true, sentence };
}

function broken(name: Check['name'], fault: LogFault): Check {
  return { name, ok: false, done: true, sentence: `${fault.where} ${fault.what}.` };
}

/** Runs a check that a faulty file may make throw; the file is somebody else's, so this is a finding, not a bug. */
function attempt<Value>(where: string, work: () => Value): Result<Value, LogFault> {
  try {
    return ok(work());
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return failed({ where, what: `cannot be played: ${reason}` });
  }
}
