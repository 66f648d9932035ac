import { z } from 'zod';

/** The room in which a device tests whether it reaches the server. */
export const TRIAL_ROOM = 'trial';

/** Options of joining it; people who only watch are not counted. */
export const trialOptionsSchema = z.object({ watching: z.boolean() });
