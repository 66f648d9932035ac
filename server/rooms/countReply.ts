import type { Reply } from '#shared/run/reply.ts';
import type { Meters } from '../lib/meters.ts';

/** Counts a person's command by its answer. */
export function countReply(meters: Pick<Meters, 'answered' | 'refused'>, reply: Reply): void {
  if (reply.ok) return meters.answered('accepted');
  if ('undelivered' in reply) return meters.answered(reply.undelivered);
  meters.answered('refused');
  meters.refused('command', reply.refusal.code);
}
