import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { basisOf, type LogHeader } from '#shared/log/header.ts';
import type { DialFan, FanKind } from '#shared/simulation/dialFan.ts';
import { shippedFan, shippedFansSchema } from '#shared/simulation/shippedFan.ts';
import { subjectOf } from '#shared/simulation/usualScores.ts';
import { digestHere } from './digestHere.ts';

/** The files of the shipped scenarios; each loads when it is asked for. */
const files: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  archipelago: () => import('#shared/scenario/fans/archipelago.json', { with: { type: 'json' } }),
  'twelve-states': () => import('#shared/scenario/fans/twelve-states.json', { with: { type: 'json' } }),
  'two-conventions': () => import('#shared/scenario/fans/two-conventions.json', { with: { type: 'json' } }),
  'supply-lines': () => import('#shared/scenario/fans/supply-lines.json', { with: { type: 'json' } }),
  'real-table': () => import('#shared/scenario/fans/real-table.json', { with: { type: 'json' } }),
};

/** The fan that was shipped for just the setting of a record; null if none was, or if the rules have changed since. */
export async function fanShippedFor(header: LogHeader, kind: FanKind): Promise<DialFan | null> {
  const file = Object.hasOwn(files, header.scenario.id) ? files[header.scenario.id] : undefined;
  if (file === undefined) return null;
  const fans = shippedFansSchema.safeParse((await file()).default);
  if (!fans.success) return null;
  const subject = digestHere(canonicalJson(subjectOf(basisOf(header))));
  return shippedFan(fans.data, { rules: header.rules.version, subject, kind });
}
