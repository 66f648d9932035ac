import type { View } from '#shared/session/views/tableView.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import { MarkShape } from './MarkShape.tsx';
import { type Mark, markGroup, markWords } from './marks.ts';

/** As many shapes as stand on each other; more are counted. The tape of a phone is lower. */
const HIGHEST = { wide: 4, phone: 3 } as const;

interface Props {
  readonly view: View;
  readonly marks: readonly Mark[];
  /** Where a position stands, as a share of the width. */
  readonly shareOf: (position: number) => number;
}

/** The marks over the tape: those that fall together stand on each other. Their list is in the index; here they are for the eye. */
export function TapeMarks({ view, marks, shareOf }: Props) {
  const isPhone = useMedia(PHONE);
  const columns = isPhone ? 22 : 60;
  const highest = isPhone ? HIGHEST.phone : HIGHEST.wide;
  const piles = Map.groupBy(
    marks.filter(({ kind }) => kind !== 'round'),
    ({ position }) => Math.round(shareOf(position) * columns),
  );
  return (
    <div class="tape-marks" aria-hidden="true">
      {[...piles].map(([column, pile]) => (
        <span
          key={column}
          class="pile"
          style={{ left: `${(column / columns) * 100}%` }}
          title={pile.map((mark) => markWords(view, mark)).join('\n')}
        >
          {pile.length > highest && <small class="num">+{pile.length - highest + 1}</small>}
          {pile.slice(0, pile.length > highest ? highest - 1 : highest).map((mark, place) => (
            <MarkShape key={place} group={markGroup(mark)} size={12} />
          ))}
        </span>
      ))}
    </div>
  );
}
