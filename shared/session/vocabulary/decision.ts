import type { Result } from '../../lib/result.ts';
import type { Event } from './events.ts';
import type { Refusal } from './refusals.ts';

/** What a command comes to: the events it brings about, or the rule that says no. */
export type Decision = Result<readonly Event[], Refusal>;
