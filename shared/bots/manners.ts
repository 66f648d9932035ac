import { MICRO } from '../model/micro.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';

/** How a character treats promises. */
export interface Manner {
  /** Least trust in every partner at which it signs; above 1 it gives no promise. */
  readonly signsFrom: number;
  readonly bindsItself: boolean;
  /** True if its orders keep what it has signed and said. */
  readonly keepsWord: boolean;
  /** Whether it gives notice to a partner that strikes it. */
  readonly leaves: boolean;
  /** Whether it signs what asks nothing of it and gives it something. */
  readonly takes: boolean;
}

const kind: Manner = { signsFrom: 0, bindsItself: true, keepsWord: true, leaves: false, takes: true };
const never: Manner = { signsFrom: 2, bindsItself: false, keepsWord: false, leaves: false, takes: true };
const lax: Manner = { ...never, signsFrom: 0.3 };

/** How each character treats promises: the kind sign, the cautious sign by trust, the hawks promise nothing. */
const manners: Readonly<Record<DispositionId, Manner>> = {
  'unconditional-cooperator': kind,
  'conditional-cooperator': { ...kind, signsFrom: 0.25, leaves: true },
  'generous-reciprocator': { ...kind, signsFrom: 0.2, leaves: true },
  bridge: kind,
  hedger: { signsFrom: 0.45, bindsItself: false, keepsWord: true, leaves: true, takes: true },
  'worst-case-planner': { ...lax, signsFrom: 0.6 },
  'free-rider': lax,
  'camp-builder': never,
  securitizer: never,
  random: { ...never, takes: false },
  hold: { ...never, takes: false },
  'look-ahead': lax,
};

/** How a character treats promises. */
export function mannerOf(disposition: DispositionId): Manner {
  return manners[disposition];
}

/** The least trust at which a character gives its word, micro-units; above 1,000,000 it never does. */
export function trustNeeded(disposition: DispositionId): number {
  return manners[disposition].signsFrom * MICRO;
}

/** Whether a character's orders keep what it has promised. */
export function keepsItsWord(disposition: DispositionId): boolean {
  return manners[disposition].keepsWord;
}
