import { z } from 'zod';
import type { Asker } from '../lib/asker.ts';

/** The header by which the front door tells rooms who asks to join; it overwrites anything that a client sends under this name. */
export const ASKER_HEADER = 'x-crossroads-asker';

const askerSchema = z.strictObject({ device: z.string().nullable(), address: z.string() });

/** The client that the front door named. All without a name count as one. */
export function askerIn(headers: Headers): Asker {
  try {
    return askerSchema.parse(JSON.parse(headers.get(ASKER_HEADER) ?? ''));
  } catch {
    return { device: null, address: 'unknown' };
  }
}
