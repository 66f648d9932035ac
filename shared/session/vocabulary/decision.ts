import type { Result } from '../../lib/result.ts';
import type { Event } from './events.ts';
import type { Refusal } from './refusals.ts';

/** The result of a command: the events it causes, or the refusal. */
export type Decision = Result<readonly Event[], Refusal>;
