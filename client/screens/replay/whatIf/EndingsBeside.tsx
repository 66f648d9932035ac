import type { EndingView, View } from '#shared/session/views/tableView.ts';
import { NationChart } from '../../../panels/ending/NationWorld.tsx';
import { seatName } from '../../../panels/lookup.ts';
import { words } from '../../../text/language.ts';
import { points, signedPoints } from '../../../text/number.ts';
import '../../../styles/play-ending.css';

interface Props {
  readonly record: View;
  readonly branch: View;
}

/** The endings side by side: the four quarters of both, and for each state its points and its quarter. */
export function EndingsBeside({ record, branch }: Props) {
  const { whatIf } = words.value;
  const [was, is] = [record.table.ending, branch.table.ending];
  if (!was || !is) return null;
  const hasUsual = was.seats.some(({ nation }) => nation !== null);
  return (
    <section class="what-if-endings">
      <h3>{whatIf.ending.title}</h3>
      {hasUsual && (
        <div class="what-if-pair">
          <Quarters name={whatIf.answer.recorded} view={record} ending={was} />
          <Quarters name={whatIf.answer.changed} view={branch} ending={is} />
        </div>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{whatIf.ending.state}</th>
            <th scope="col">{whatIf.answer.recorded}</th>
            <th scope="col">{whatIf.answer.changed}</th>
            <th scope="col">{whatIf.answer.difference}</th>
          </tr>
        </thead>
        <tbody>
          {was.seats.map((one) => (
            <SeatRow
              key={one.seat}
              view={record}
              was={one}
              is={is.seats.find(({ seat }) => seat === one.seat) ?? one}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface QuartersProps {
  readonly name: string;
  readonly view: View;
  readonly ending: EndingView;
}

function Quarters({ name, view, ending }: QuartersProps) {
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <NationChart view={view} ending={ending} />
    </figure>
  );
}

type SeatEnding = EndingView['seats'][number];

interface RowProps {
  readonly view: View;
  readonly was: SeatEnding;
  readonly is: SeatEnding;
}

function SeatRow({ view, was, is }: RowProps) {
  const { quadrants } = words.value.play.ending;
  const quarter = ({ quadrant }: SeatEnding): string | null =>
    quadrant === null ? null : quadrants[quadrant].name;
  return (
    <tr>
      <th scope="row">{seatName(view, was.seat)}</th>
      <td class="num">
        {points(was.score)} <small>{quarter(was)}</small>
      </td>
      <td class={was.quadrant === is.quadrant ? 'num' : 'num is-other'}>
        {points(is.score)} <small>{quarter(is)}</small>
      </td>
      <td class="num">{signedPoints(is.score - was.score)}</td>
    </tr>
  );
}
