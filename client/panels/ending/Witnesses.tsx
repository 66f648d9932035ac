import type { MomentView, View } from '#shared/session/views/tableView.ts';
import { signedPoints } from '../../text/number.ts';
import { colourOf, orderPhrase, seatName } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';

interface Props {
  readonly view: View;
  readonly moment: MomentView;
}

/** The orders that moved a moment most, each with its size, in tenths of a point of the dial. */
export function Witnesses({ view, moment }: Props) {
  return (
    <ul>
      {moment.seats.map(({ seat, order, effect }) => (
        <li key={seat}>
          <FamilyMark family={colourOf(order.action) ?? 'none'} />
          <span>
            <b>{seatName(view, seat)}</b> {orderPhrase(view, order)}
          </span>
          <b class="num">{signedPoints(effect)}</b>
        </li>
      ))}
    </ul>
  );
}
