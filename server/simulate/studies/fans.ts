import { join } from 'node:path';
import { at } from '#shared/lib/at.ts';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { RULES_VERSION } from '#shared/log/header.ts';
import { openingWorld, settingOf } from '#shared/scenario/setting.ts';
import { pointsOf } from '#shared/simulation/outcome.ts';
import { keptFan, kindName, type ShippedFans, shippedKinds } from '#shared/simulation/shippedFan.ts';
import { type UsualSubject, usualSeed } from '#shared/simulation/usualScores.ts';
import { mixes } from '#shared/bots/mixes.ts';
import { sha256 } from '../../store/digest.ts';
import { writeWhole } from '../files.ts';
import type { Lab, Stand } from './lab.ts';
import type { StudyReport } from './report.ts';

type KeptPlan = ShippedFans['plans'][string];

/** The fans of one scenario and plan. */
export interface StandFans {
  readonly stand: Stand;
  readonly plan: KeptPlan;
}

/** Plays the games of every kind of fan: a table of novices, or of the shares found among people; talking or not. */
export async function fansOf(lab: Lab, stand: Stand): Promise<StandFans> {
  const setting = settingOf(stand.scenario, stand.plan);
  const world = openingWorld(stand.scenario, setting);
  const subject: UsualSubject = { setting, world, openDeck: lab.openDeck };
  const fans: Record<string, KeptPlan['fans'][string]> = {};
  for (const kind of shippedKinds) {
    const condition = {
      table: { kind: 'fixed', setting, world },
      mix: mixes[kind.mix],
      talk: kind.talk ? 'talk' : 'none',
      openDeck: lab.openDeck,
      twist: { kind: 'none' },
    } as const;
    const games = await lab.playFrom(condition, usualSeed(0), lab.games);
    fans[kindName(kind)] = keptFan(
      games.map(({ openingDirection, rounds }) => [
        openingDirection,
        ...rounds.map(({ indicators }) => indicators.direction),
      ]),
    );
  }
  return { stand, plan: { subject: sha256(canonicalJson(subject)), fans } };
}

/** Where the games of each kind ended, as a report. */
export function fansReport(lab: Lab, measured: readonly StandFans[]): StudyReport {
  return {
    title: 'Fans',
    about: [`Where the dial ended in ${lab.games} games of each kind, in points.`],
    tables: measured.map(({ stand, plan }) => ({
      id: `fans-${stand.scenario.id}-${stand.plan.id}`,
      title: stand.name,
      head: ['who plays', '5 %', '25 %', 'middle', '75 %', '95 %'],
      rows: Object.entries(plan.fans).map(([kind, { ends }]) => [
        kind,
        ...[5, 25, 50, 75, 95].map((hundredth) => pointsOf(at(ends, hundredth) * 1000).toFixed(1)),
      ]),
    })),
    charts: [],
  };
}

/** The folder of the shipped fans. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'scenario', 'fans');

/** Writes the fans of shipped scenarios, one file a scenario, and returns the names of the files. */
export function writeFans(lab: Lab, measured: readonly StandFans[]): readonly string[] {
  const scenarios = new Set(measured.map(({ stand }) => stand.scenario.id));
  return [...scenarios].map((id) => {
    const own = measured.filter(({ stand }) => stand.scenario.id === id);
    const plans = Object.fromEntries(own.map(({ stand, plan }) => [stand.plan.id, plan]));
    const file = join(folder, `${id}.json`);
    writeWhole(file, fileText({ rules: RULES_VERSION, games: lab.games, plans }));
    return file;
  });
}

/** One line a fan, so that a change can be read. */
function fileText({ rules, games, plans }: ShippedFans): string {
  const planTexts = Object.entries(plans).map(([id, { subject, fans }]) => {
    const lines = Object.entries(fans).map(
      ([kind, kept]) => `        ${JSON.stringify(kind)}: ${JSON.stringify(kept)}`,
    );
    return `    ${JSON.stringify(id)}: {\n      "subject": "${subject}",\n      "fans": {\n${lines.join(',\n')}\n      }\n    }`;
  });
  return `{\n  "rules": ${rules},\n  "games": ${games},\n  "plans": {\n${planTexts.join(',\n')}\n  }\n}\n`;
}
