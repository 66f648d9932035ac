import { z } from 'zod';
import { seatIdSchema } from '../session/vocabulary/orders.ts';

/** Pages that the host can put on the projector without a subject; `auto`: the phase decides. */
export const plainWallPages = [
  'auto',
  'agreements',
  'talk',
  'points',
  'compare',
  'trends',
  'factors',
] as const;

/**
 * What the projector shows beside the map, as the host chose it: what the phase asks for, what is agreed, what is said, the points
 * (once they are open), where the class lies among simulated ones, the kinds of the trends, the factors, why a number changed in a
 * round, or one state. The subject is a key such as `indicator:efficiency`.
 */
export const wallPageSchema = z.discriminatedUnion('show', [
  z.strictObject({ show: z.enum(plainWallPages) }),
  z.strictObject({
    show: z.literal('why'),
    subject: z.string().min(1).max(120),
    round: z.int().min(1).max(1000),
  }),
  z.strictObject({ show: z.literal('state'), seat: seatIdSchema }),
]);
/** A page of the projector. */
export type WallPage = z.infer<typeof wallPageSchema>;

/** What can stand in the large part of the projector. */
export const wallCentres = ['map', 'course'] as const;
/** What stands in the large part of the projector. */
export type WallCentre = (typeof wallCentres)[number];

/** The projector if nobody chooses. */
export const AUTO_PAGE: WallPage = { show: 'auto' };

/** A choice as text; empty for none. */
export function wallPageText(page: WallPage): string {
  return page.show === 'auto' ? '' : JSON.stringify(page);
}

/** The choice that `wallPageText` wrote. Throws on any other text. */
export function wallPageOfText(text: string): WallPage {
  return text === '' ? AUTO_PAGE : wallPageSchema.parse(JSON.parse(text));
}
