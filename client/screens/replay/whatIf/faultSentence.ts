import type { SubmitRefusal } from '#shared/run/answers.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../../panels/lookup.ts';
import type { BranchNow } from '../../../panels/whatIf/inquiries.ts';
import { words } from '../../../text/language.ts';

/** Why there is no branch, as a sentence. */
export function faultSentence(view: View, now: Extract<BranchNow, { is: 'fault' }> | { is: string }): string {
  const { fault: text } = words.value.whatIf;
  if (!('fault' in now)) return text.failed;
  const { fault } = now;
  switch (fault.code) {
    case 'roundNotPlayed':
      return text.roundNotPlayed;
    case 'orderRefused':
      return text.orderRefused(seatName(view, fault.seat), fault.round, refusedBecause(fault.refusal));
    case 'unknownEvent':
    case 'unknownAgreement':
    case 'unknownNumber':
      return text.unknown;
    case 'numberRefused':
      return text.numberRefused(fault.name, fault.from, fault.to);
  }
}

/** Why the changed world refuses a recorded command. */
export function refusedBecause(code: SubmitRefusal['code']): string {
  const { refusals, whatIf, why } = words.value;
  if (code === 'orderIllegal') return why.refused.orderIllegal;
  return code === 'notStored' || code === 'sessionStopped' ? whatIf.fault.failed : refusals.table[code];
}
