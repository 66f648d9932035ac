import { z } from 'zod';
import { LARGEST_EFFECT, MOST_EFFECTS } from '../../model/eventDeck.ts';
import { sizedEffects, type WorldEvent } from '../../model/world.ts';
import type { TextRef } from './textRef.ts';

/** Step of the sizes of written effects: a tenth of a point, in micro-units. */
export const EFFECT_STEP = 1000;
/** Most events that a host brings into one round. */
export const MOST_INJECTS = 3;
/** Most characters of a written event, with its title and the line break after it. */
export const MAX_EVENT_WORDS = 600;
/** Most characters of its title, the first line. */
export const MAX_EVENT_TITLE = 80;

/** One effect of an event that a host writes: sizes in micro-units, never 0. */
export const writtenEffect = z.strictObject({
  kind: z.enum(sizedEffects),
  amount: z
    .int()
    .min(-LARGEST_EFFECT)
    .max(LARGEST_EFFECT)
    .multipleOf(EFFECT_STEP)
    .refine((amount) => amount !== 0),
});

/** The effects of an event that a host writes. The list may be empty: a story that moves nothing. */
export const writtenEffects = z.array(writtenEffect).max(MOST_EFFECTS).readonly();

/** An event that a host brings in. */
export interface Inject {
  /** Counts the host's events of the session, from 1. */
  readonly number: number;
  /** The round in which it happens. */
  readonly round: number;
  /** The round in which it was given; 0 in the lobby. */
  readonly given: number;
  readonly event: WorldEvent;
  /** The words of a written one: title as the first line, then text. Null for one of the deck. */
  readonly text: TextRef | null;
}

/** One event of a round: `number` is null for the drawn one. */
export interface RoundEvent {
  readonly event: WorldEvent;
  readonly number: number | null;
  readonly text: TextRef | null;
}
