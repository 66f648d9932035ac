import type { Tenths } from './tenths.ts';

/** What a seat knows of trust where it knows no more: 0 at its own place. */
export interface OwnTrust {
  readonly inOthers: readonly Tenths[];
  readonly ofOthers: readonly Tenths[];
}
