/** What can be wrong with the record of a session. */
export const damageKinds = [
  /** The opening record was changed or cannot be read: nothing can be played. */
  'opening',
  /** The line after the sound ones was changed. */
  'changed',
  /** The line after the sound ones is gone, later ones are there. */
  'missing',
  /** The record stops before its end. */
  'cut',
  /** The line after the sound ones, or every line, cannot be read. */
  'unreadable',
  /** The line after the sound ones is what was written, and this program cannot play it. */
  'unplayable',
  /** The record is whole; some of what people wrote is not. */
  'texts',
] as const;

/** What is wrong with a session, and how far it is whole. Only with `texts` can it be played on. */
export interface SessionDamage {
  readonly kind: (typeof damageKinds)[number];
  /** Lines that hold, counted from the first. */
  readonly sound: number;
  /** Lines there were. */
  readonly of: number;
  /** Texts that cannot be read or were changed. */
  readonly texts: number;
}

/** `GET /api/host/damage` (host): what of the server itself was found damaged and set aside. */
export interface ServerDamage {
  /** Name of the damaged database that what could be read was carried over from; null where there is none. */
  readonly database: string | null;
  /** Name of the damaged key that a new one replaced; null where there is none. */
  readonly hostKey: string | null;
  /** Settings that could not be read when the server started. */
  readonly settings: readonly ('hostDoor' | 'presets')[];
}
