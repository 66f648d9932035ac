import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { whatIf } from '../../source/whatIf.ts';
import { allMarks, isMarkSeen, type Mark, markGroup, type MarkGroup, pivotalMarks } from './marks.ts';

/** The marks that these eyes may see now. */
export function useMarks(
  source: RecordedSource,
  view: View,
  hidesAhead: boolean,
  off: readonly MarkGroup[],
): readonly Mark[] {
  const plain = useMemo(() => allMarks(source, source.viewAt(source.length)), [source]);
  const pivotal = usePivotal(source);
  const all = useMemo(
    () => [...plain, ...pivotal].toSorted((a, b) => a.position - b.position),
    [plain, pivotal],
  );
  const until = hidesAhead ? source.position.value : source.length;
  return all.filter(
    (mark) => mark.position <= until && !off.includes(markGroup(mark)) && isMarkSeen(mark, view.viewer),
  );
}

/** The mark of the pivotal order. A worker looks for it, because that may take a second. */
function usePivotal(source: RecordedSource): readonly Mark[] {
  const found = useSignal<readonly Mark[]>([]);
  useEffect(() => {
    found.value = [];
    const desk = whatIf(source.text);
    desk.ask({ ask: 'pivotal' }, (told) => {
      if (told.is === 'pivotal') found.value = pivotalMarks(source, told.orders);
      else desk.close();
    });
    return () => desk.close();
  }, [source]);
  return found.value;
}
