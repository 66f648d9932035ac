import { z } from 'zod';

/** A free text beside the log: the command carries only its salted digest, so the text can be erased. */
export const textRefSchema = z.strictObject({ id: z.string().min(1).max(64), digest: z.string().length(64) });
/** How a line names a text that is stored beside it. */
export type TextRef = z.infer<typeof textRefSchema>;
