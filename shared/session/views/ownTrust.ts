import type { Tenths } from './tenths.ts';

/** What a seat sees of trust if it sees only its own; 0 at its own place. */
export interface OwnTrust {
  readonly inOthers: readonly Tenths[];
  readonly ofOthers: readonly Tenths[];
}
