import { z } from 'zod';
import { type CoHostNow, MOST_TABLES, tableNumberSchema } from './gatherings.ts';

/** Most co-hosts of one event. */
export const MOST_CO_HOSTS = 20;

/** `POST /api/events/:code/co-hosts` (host): makes a link for somebody, by the name that the host types. Answers with all links. */
export const coHostBody = z.strictObject({ name: z.string().trim().min(1).max(40) });

/** `GET /api/events/:code/co-hosts` (host): a co-host with the secret of their link. */
export interface CoHostLink extends CoHostNow {
  readonly secret: string;
}

/** `POST /api/events/:code/enter`: exchanges the secret of a link for a cookie that opens this event and its tables. */
export const enterEventBody = z.strictObject({ secret: z.string().min(1).max(100) });

/**
 * `POST /api/events/:code/charge`: puts a co-host in charge of tables, or nobody (null). The host may say so of anybody; a co-host
 * takes tables and gives up their own.
 */
export const chargeBody = z.strictObject({
  tables: z.array(tableNumberSchema).min(1).max(MOST_TABLES),
  coHost: z.string().max(64).nullable(),
});
