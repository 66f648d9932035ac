import { mixes } from '#shared/bots/mixes.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { playSession } from '../../server/commands/playSession.ts';

/** The text of a whole session by bots that negotiate; it has events and agreements. */
export async function talkedLog(): Promise<string> {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario archipelago');
  const { log } = await playSession({ scenario, plan: '5x3', seed: 11, mix: mixes.CLASS, talk: true });
  return log;
}
