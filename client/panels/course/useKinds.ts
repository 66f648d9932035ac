import type { PaperKinds } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { useAnswer } from '../useAnswer.ts';
import { lastRound } from '../world/gauges.ts';

/** The kinds of the trends, the factors and the badges as the record shows them so far; null while they are not known. */
export function useKinds(view: View, source: ViewSource): PaperKinds | null {
  const asking = useAnswer<'kinds'>(source, { ask: 'kinds' }, `${lastRound(view)} ${view.table.phase}`);
  return asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
}
