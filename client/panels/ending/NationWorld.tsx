import type { EndingView, View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { QuadrantChart } from '../../charts/QuadrantChart.tsx';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { seatName } from '../lookup.ts';
import { dialState } from '../world/dialState.ts';

interface NationWorldProps {
  readonly view: View;
  readonly ending: EndingView;
}

/** Nation beside World: the own quarter in words, the picture of all, and the same as a table in the order of the seats. */
export function NationWorld({ view, ending }: NationWorldProps) {
  const { ending: speech } = words.value.play;
  const seat = view.own?.seat ?? null;
  const mine = ending.seats.find((candidate) => candidate.seat === seat);
  const world = view.table.trail.direction.at(-1) ?? 0;
  const dots = ending.seats.flatMap((one) =>
    one.nation === null
      ? []
      : [{ name: seatName(view, one.seat), nation: one.nation, own: one.seat === seat }],
  );
  const turnedWell = ending.seats.some(
    ({ quadrant }) => quadrant === 'sharedSuccess' || quadrant === 'paidThePrice',
  );
  return (
    <section class="nation-world">
      <h3>{speech.quadrant}</h3>
      {mine?.quadrant && (
        <p class="own-quadrant">
          <strong>{speech.quadrants[mine.quadrant].name}</strong>
          {speech.quadrants[mine.quadrant].line}
        </p>
      )}
      <Readings mine={mine} world={world} state={dialState(view)} />
      {dots.length > 0 && <QuadrantChart dots={dots} world={world} turnedWell={turnedWell} />}
      <p class="panel-note">{speech.quadrantNote}</p>
      {dots.length > 0 && <NationTable view={view} ending={ending} />}
    </section>
  );
}

interface ReadingsProps {
  readonly mine: EndingView['seats'][number] | undefined;
  readonly world: Tenths;
  /** Where the world stands, in words. */
  readonly state: string;
}

function Readings({ mine, world, state }: ReadingsProps) {
  const { ending: speech } = words.value.play;
  return (
    <dl class="readings">
      {mine && (
        <div>
          <dt>{speech.nation}</dt>
          <dd class="num">{mine.nation === null ? points(mine.score) : signedPoints(mine.nation)}</dd>
          <dd>{mine.nation === null ? speech.noPar : speech.yourNation}</dd>
        </div>
      )}
      <div>
        <dt>{speech.world}</dt>
        <dd class="num">{signedPoints(world)}</dd>
        <dd>{state}</dd>
      </div>
    </dl>
  );
}

function NationTable({ view, ending }: NationWorldProps) {
  const { ending: speech } = words.value.play;
  return (
    <details class="nation-table">
      <summary>{speech.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{speech.tableState}</th>
            <th scope="col">{speech.nation}</th>
          </tr>
        </thead>
        <tbody>
          {ending.seats.map((one) => (
            <tr key={one.seat}>
              <th scope="row">{seatName(view, one.seat)}</th>
              <td class="num">{one.nation === null ? '–' : signedPoints(one.nation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
