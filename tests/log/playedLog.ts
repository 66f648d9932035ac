import { at } from '#shared/lib/at.ts';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { mixes } from '#shared/bots/mixes.ts';
import { scenarioById, type ScenarioId } from '#shared/scenario/packs.ts';
import { playSession } from '../../server/commands/playSession.ts';

/** The log text of a whole session by bots; equal input gives equal text. */
export async function playedLog(scenario: ScenarioId, seed: number, plan?: string): Promise<string> {
  const pack = scenarioById(scenario);
  if (pack === null) throw new Error(`no scenario ${scenario}`);
  const played = await playSession({
    scenario: pack,
    plan: plan ?? at(pack.plans, 0).id,
    seed,
    mix: mixes.CLASS,
  });
  return played.log;
}

/** The same, parsed. */
export function parsed(text: string): ParsedLog {
  const log = parseLog(text);
  if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
  return log.value;
}
