import { z } from 'zod';

/** The longest place of a replay, as text. */
export const MOST_PLACE_LENGTH = 1000;

/**
 * What is shown of a replay, written as in the address of its page (`at=round3.reveal&eyes=aurelia&why=…`): names and numbers, no
 * words. Whoever reads it checks each part against the own copy of the record.
 */
export const replayPlaceSchema = z
  .string()
  .min(1)
  .max(MOST_PLACE_LENGTH)
  .regex(/^[\w%.:+,=&~*'()!-]+$/);
