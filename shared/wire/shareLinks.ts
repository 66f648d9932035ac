import { z } from 'zod';

/** Most links to one record at a time. */
export const MOST_SHARE_LINKS = 20;

/** The secret part of a link: 128 bits. */
export const shareSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** How the server names a link: the digest of its secret. */
export const shareIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `POST /api/library/:code/links` (host): makes a link that opens the replay of an ended session for whoever has it. */
export const shareLinkBody = z.strictObject({
  /** Whoever opens it sees the names that people typed. */
  names: z.boolean(),
});

/** A link to a record, as `GET /api/library/:code/links` (host) lists it; the secret is known only to who made it. */
export interface ShareLink {
  readonly id: string;
  readonly names: boolean;
  readonly madeMs: number;
}

/** Answer to making a link: the only time that its secret is told. */
export interface NewShareLink extends ShareLink {
  readonly secret: string;
}
