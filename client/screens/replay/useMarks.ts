import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { whatIf } from '../../source/whatIf.ts';
import { hidesRest } from './hidesRest.ts';
import { allMarks, isMarkSeen, type Mark, markGroup, type MarkGroup, pivotalMarks } from './marks.ts';

/** The marks that these eyes may see now. Which moments counted shows only at the end, so they wait for it where it is hidden. */
export function useMarks(source: RecordedSource, view: View, off: readonly MarkGroup[]): readonly Mark[] {
  const plain = useMemo(() => allMarks(source, source.viewAt(source.length)), [source]);
  const pivotal = usePivotal(source);
  const all = useMemo(
    () => [...plain, ...pivotal].toSorted((a, b) => a.position - b.position),
    [plain, pivotal],
  );
  const hides = hidesRest(source);
  const until = source.hidesAhead.value ? source.position.value : source.length;
  return all.filter(
    (mark) =>
      mark.position <= until &&
      !(hides && markGroup(mark) === 'moments') &&
      !off.includes(markGroup(mark)) &&
      isMarkSeen(mark, view.viewer),
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
