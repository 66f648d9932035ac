import { z } from 'zod';
import { quantileOf } from '../lib/quantileOf.ts';
import { type DialFan, dialFanOf, type FanKind } from './dialFan.ts';

/** Tenths of a point are kept: files stay small, and no sentence says more. */
const TENTH = 1000;

const numbers = z.array(z.int()).readonly();
const kept = z.strictObject({
  /** From the opening on, for each round: the dial below which 5, 25, 50, 75 and 95 % of the games lie. */
  bands: z.array(numbers).readonly(),
  /** Where the games ended: from the lowest on, one for every hundredth. */
  ends: numbers,
});

/** The fans of one scenario as they are shipped with it. */
export const shippedFansSchema = z.strictObject({
  /** Version of the rules by which they were played. */
  rules: z.int(),
  games: z.int().min(1),
  plans: z.record(
    z.string(),
    z.strictObject({
      /** Hash of everything that decides the games but the bots: setting, opening world, deck. */
      subject: z.string(),
      fans: z.record(z.string(), kept),
    }),
  ),
});
/** The fans of one scenario as they are shipped with it. */
export type ShippedFans = z.infer<typeof shippedFansSchema>;

/** Every kind of fan that is shipped. */
export const shippedKinds: readonly FanKind[] = (['CLASS', 'HUMAN'] as const).flatMap((mix) => [
  { mix, talk: false },
  { mix, talk: true },
]);

/** The name of a kind in the file. */
export function kindName({ mix, talk }: FanKind): string {
  return talk ? `${mix} talk` : mix;
}

/** A fan as it is kept, from the dial of its games. */
export function keptFan(paths: readonly (readonly number[])[]): z.infer<typeof kept> {
  const { bands, ends } = dialFanOf(paths);
  const tenths = (micro: number): number => Math.round(micro / TENTH);
  return {
    bands: bands.map((band) => band.map(tenths)),
    ends: Array.from({ length: 101 }, (_, hundredth) => tenths(quantileOf(ends, hundredth / 100))),
  };
}

/** The shipped fan of a setting, known by its hash; null if none was made for just this one. */
export function shippedFan(
  { rules, games, plans }: ShippedFans,
  wanted: { readonly rules: number; readonly subject: string; readonly kind: FanKind },
): DialFan | null {
  if (rules !== wanted.rules) return null;
  const plan = Object.values(plans).find(({ subject }) => subject === wanted.subject);
  const found = plan?.fans[kindName(wanted.kind)];
  if (found === undefined) return null;
  const micro = (tenths: number): number => tenths * TENTH;
  return {
    games,
    bands: found.bands.map((band) => band.map(micro)),
    ends: found.ends.map(micro),
  };
}
