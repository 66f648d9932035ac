import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

/** What going back to the start of a round undoes and keeps, one sentence each. `target` is from 1. */
export function undoneBy({ table }: View, target: number): readonly string[] {
  const { back } = words.value.inbox;
  const dial = table.trail.direction;
  const isResolved = dial.length > target;
  const sealed = table.phase === 'decision' ? table.seats.filter((seat) => seat.sealed).length : 0;
  const since = table.agreements.flatMap(({ judgements }) =>
    judgements.filter(({ round }) => round >= target),
  );
  const lapsed = table.agreements.filter(
    ({ status, changedIn }) => status === 'lapsed' && changedIn >= target,
  ).length;
  const hasMatters = table.blocs.some(({ matters }) => matters !== null);
  return [
    ...(isResolved
      ? [back.orders(target, signedPoints(dial.at(-1) ?? 0), signedPoints(dial[target - 1] ?? 0))]
      : []),
    ...(sealed > 0 ? [back.sealed(sealed)] : []),
    ...(since.length > 0 ? [back.judged(since.length)] : isResolved ? [back.noneJudged] : []),
    ...(lapsed > 0 ? [back.reopened(lapsed)] : []),
    back.drafts,
    back.events,
    ...(hasMatters ? [back.charters] : []),
    back.stays,
  ];
}
