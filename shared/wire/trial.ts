import { z } from 'zod';

/** The room in which a device tries whether it reaches the server. */
export const TRIAL_ROOM = 'trial';

/** Options of joining it; who only watches is not counted. */
export const trialOptionsSchema = z.object({ watching: z.boolean() });
