/** What can be wrong with the record of a session. */
export const damageKinds = [
  /** The opening record was changed or cannot be read: nothing can be played. */
  'opening',
  /** The line after the intact ones was changed. */
  'changed',
  /** The line after the intact ones is missing, but later ones are there. */
  'missing',
  /** The record stops before its end. */
  'cut',
  /** The line after the intact ones, or every line, cannot be read. */
  'unreadable',
  /** The line after the intact ones is as it was written, but this program cannot play it. */
  'unplayable',
  /** The record is intact; some of what people wrote is not. */
  'texts',
] as const;

/** The damage of a session, and how far it is intact. Only with `texts` can it be played on. */
export interface SessionDamage {
  readonly kind: (typeof damageKinds)[number];
  /** Intact lines, counted from the first. */
  readonly sound: number;
  /** Lines in all. */
  readonly of: number;
  /** Texts that cannot be read or were changed. */
  readonly texts: number;
}

/** `GET /api/host/damage` (host): damage of the server's own files, which were set aside. */
export interface ServerDamage {
  /** Name of the damaged database from which everything readable was copied; null if there is none. */
  readonly database: string | null;
  /** Name of the damaged key that a new one replaced; null if there is none. */
  readonly hostKey: string | null;
  /** Settings that could not be read when the server started. */
  readonly settings: readonly ('hostDoor' | 'presets')[];
}
