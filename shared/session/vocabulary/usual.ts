import { z } from 'zod';
import { seatIdSchema } from './orders.ts';

/** For each seat, a number of tenths of a point for every round of the session. */
const byRound = z.record(seatIdSchema, z.array(z.int()).max(40).readonly()).readonly();

/**
 * What the seats of a session usually score, measured by simulated games of the same setting: `now` after each round, `end` if the
 * session ended after it, `low` to `high` the middle half of the games that ended there. Means and quartiles. [decision 0058]
 */
export const usualSchema = z.strictObject({
  games: z.int().min(1).max(100_000),
  now: byRound,
  end: byRound,
  low: byRound,
  high: byRound,
});
/** What the seats of a session usually have. */
export type UsualScores = z.infer<typeof usualSchema>;
