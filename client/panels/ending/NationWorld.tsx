import type { EndingView, View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { QuadrantChart } from '../../charts/QuadrantChart.tsx';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { seatName } from '../lookup.ts';
import { dialState } from '../world/dialState.ts';
import { lastRound } from '../world/gauges.ts';

interface NationWorldProps {
  readonly view: View;
  readonly ending: EndingView;
  /** The session is on the server: a measurement still in progress arrives by itself. */
  readonly isLive: boolean;
}

/** Nation beside World: the own quarter in words, the chart of all, and the same as a table in the order of the seats. */
export function NationWorld({ view, ending, isLive }: NationWorldProps) {
  const { ending: speech } = words.value.play;
  const seat = view.own?.seat ?? null;
  const mine = ending.seats.find((candidate) => candidate.seat === seat);
  const world = view.table.trail.direction.at(-1) ?? 0;
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
      {ending.seats.every(({ nation }) => nation === null) && (
        <p class="panel-note" role="status">
          {lackingUsual(view, isLive)}
        </p>
      )}
      <NationChart view={view} ending={ending} />
      <p class="panel-note">{speech.quadrantNote}</p>
      <NationTable view={view} ending={ending} />
    </section>
  );
}

interface NationChartProps extends Pick<NationWorldProps, 'view' | 'ending'> {
  readonly onWall?: boolean;
}

/** The four quarters with every state that has a usual score. */
export function NationChart({ view, ending, onWall }: NationChartProps) {
  const dots = ending.seats.flatMap((one) =>
    one.nation === null
      ? []
      : [{ name: seatName(view, one.seat), nation: one.nation, own: one.seat === view.own?.seat }],
  );
  const world = view.table.trail.direction.at(-1) ?? 0;
  return <QuadrantChart dots={dots} world={world} turnedWell={ending.turnedWell} onWall={onWall} />;
}

/** Why there is no usual score: nothing was played, it is being measured, or the record has none. */
export function lackingUsual(view: View, isLive: boolean): string {
  const { ending: speech } = words.value.play;
  if (lastRound(view) === 0) return speech.noRound;
  return isLive ? speech.measuring : speech.noPar;
}

interface ReadingsProps {
  readonly mine: EndingView['seats'][number] | undefined;
  readonly world: Tenths;
  /** The state of the world, in words. */
  readonly state: string;
}

function Readings({ mine, world, state }: ReadingsProps) {
  const { ending: speech } = words.value.play;
  return (
    <dl class="readings">
      {mine && (
        <div>
          <dt>{speech.tablePoints}</dt>
          <dd class="num">{points(mine.score)}</dd>
          <dd>{speech.ownPoints}</dd>
        </div>
      )}
      {mine && mine.nation !== null && (
        <div>
          <dt>{speech.nation}</dt>
          <dd class="num">{signedPoints(mine.nation)}</dd>
          <dd>{speech.yourNation(usualText(mine))}</dd>
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

/** The usual score, with its spread if that was measured. */
function usualText({ par, range }: EndingView['seats'][number]): string {
  const { ending: speech } = words.value.play;
  if (par === null) return '–';
  return range === null ? points(par) : speech.spread(points(par), points(range[0]), points(range[1]));
}

interface TableProps extends Pick<NationWorldProps, 'view' | 'ending'> {
  /** The table is always open, as on the wall. */
  readonly isOpen?: boolean;
}

/** Points, usual score and Nation of every state, in the order of the seats. */
export function NationTable({ view, ending, isOpen = false }: TableProps) {
  const { ending: speech } = words.value.play;
  return (
    <details class="nation-table" open={isOpen}>
      <summary>{speech.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{speech.tableState}</th>
            <th scope="col">{speech.tablePoints}</th>
            <th scope="col">{speech.tableUsual}</th>
            <th scope="col">{speech.nation}</th>
          </tr>
        </thead>
        <tbody>
          {ending.seats.map((one) => (
            <tr key={one.seat}>
              <th scope="row">{seatName(view, one.seat)}</th>
              <td class="num">{points(one.score)}</td>
              <td class="num">{usualText(one)}</td>
              <td class="num">{one.nation === null ? '–' : signedPoints(one.nation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
