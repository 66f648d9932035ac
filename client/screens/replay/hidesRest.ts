import type { RecordedSource } from '../../source/recorded.ts';

/**
 * Whether the rest of the session is hidden: what lies ahead is, and the session has not ended yet at this position. Then nothing may
 * be shown that is made of the whole record.
 */
export function hidesRest({ hidesAhead, view }: RecordedSource): boolean {
  return hidesAhead.value && view.value?.table.phase !== 'ended';
}
