import { at } from '../lib/at.ts';
import { effectsOf, pickFrom, referenceDeck } from './eventDeck.ts';
import type { Setting, WorldEvent, DeckEvent } from './world.ts';

/** Purposes of draws; a purpose is part of a draw's address, so that no purpose affects another. [model D.5] */
export const purposes = {
  event: 1,
  which: 2,
  victim: 3,
  blamed: 4,
  operation: 5,
  roster: 6,
  lastRound: 7,
} as const;
/** The purpose of a draw. */
export type Purpose = keyof typeof purposes;

/**
 * A number in [0, 1) that depends only on its address, never on earlier draws. Rounds count from 1 (0 = before the session); i and
 * j are seat indices, 0 if a purpose has no seat. [model D.5]
 */
export function draw(seed: number, round: number, purpose: Purpose, i = 0, j = 0): number {
  return drawWord(seed, round, purposes[purpose], i, j) / 4294967296;
}

/** The 32-bit word behind a draw. [model D.5] */
export function drawWord(seed: number, round: number, purpose: number, i: number, j: number): number {
  let word = absorb(0, seed);
  word = absorb(word, round);
  word = absorb(word, purpose);
  word = absorb(word, i);
  return absorb(word, j);
}

function absorb(word: number, x: number): number {
  let h = (word + (x >>> 0) + 0x9e3779b9) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The event of a round (counted from 1), or null, drawn from the setting's deck. [model D.5] */
export function drawEvent(setting: Setting, seed: number, round: number): WorldEvent | null {
  if (draw(seed, round, 'event') >= setting.parameters.eventProb) return null;
  const drawn = pickFrom(setting.deck ?? referenceDeck, draw(seed, round, 'which'));
  return castEvent(setting, drawn, seed, round);
}

/**
 * An event of a deck as it happens in a round: with its effects unless the rules fix them, and with victim and blamed seat where
 * it needs them. Nobody is blamed for what happened to itself. `place` is 0 for the drawn event and counts the host's events.
 * [model D.5]
 */
export function castEvent(
  setting: Setting,
  event: DeckEvent,
  seed: number,
  round: number,
  place = 0,
): WorldEvent {
  const { id, effects } = event;
  const kinds = effectsOf(event).map(({ kind }) => kind);
  const base = effects === null ? { id } : { id, effects };
  const blames = kinds.includes('blame');
  if (!blames && !kinds.includes('shockVictim')) return base;
  const n = setting.seats.length;
  const victim = Math.floor(n * draw(seed, round, 'victim', place));
  const hit = { ...base, victim: at(setting.seats, victim).id };
  if (!blames) return hit;
  const blamed = (victim + 1 + Math.floor((n - 1) * draw(seed, round, 'blamed', place))) % n;
  return { ...hit, blamed: at(setting.seats, blamed).id };
}
