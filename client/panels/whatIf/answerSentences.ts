import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';

/** Where the dial ends, in tenths. */
export function endOfDial({ table }: View): Tenths {
  return table.trail.direction.at(-1) ?? 0;
}

/** Where the dial ends in the branch, beside the record. */
export function dialSentence(record: View, branch: View): string {
  const { answer } = words.value.whatIf;
  const [was, is] = [endOfDial(record), endOfDial(branch)];
  return was === is ? answer.same(points(is)) : answer.dial(points(is), points(was), signedPoints(is - was));
}

/** Where the world ends in the branch, beside the record. */
export function stageSentence(record: View, branch: View): string {
  const { whatIf, course } = words.value;
  const [was, is] = [record.table.stage, branch.table.stage];
  return was === is
    ? whatIf.answer.sameStage(course.picture[is])
    : whatIf.answer.stage(course.picture[is], course.picture[was]);
}
