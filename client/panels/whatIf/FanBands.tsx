import type { FanSide, FanSummary } from '#shared/run/fan.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { BandChart, type BandPoint } from '../../charts/BandChart.tsx';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';

interface Props {
  readonly view: View;
  readonly summary: FanSummary;
}

/** Both fans on one scale, and the values of their last round as a table. */
export function FanBands({ view, summary }: Props) {
  const { fan: text, answer } = words.value.whatIf;
  const opening = view.table.trail.direction[0] ?? 0;
  const sides = [
    { name: answer.recorded, bands: bandsOf(summary.record, opening) },
    { name: answer.changed, bands: bandsOf(summary.branch, opening) },
  ];
  const scale = sides.flatMap(({ bands }) => bands.flat());
  return (
    <>
      <div class="what-if-pair">
        {sides.map(({ name, bands }) => (
          <figure key={name}>
            <figcaption>{name}</figcaption>
            <BandChart bands={bands} scale={scale} label={labelOf(name, bands)} />
          </figure>
        ))}
      </div>
      <p class="panel-note">{text.bands}</p>
      <details class="what-if-table">
        <summary>{answer.asTable}</summary>
        {sides.map(({ name, bands }) => (
          <BandTable key={name} name={name} bands={bands} />
        ))}
      </details>
    </>
  );
}

/** From the opening on, in tenths. */
function bandsOf({ bands }: FanSide, opening: Tenths): readonly BandPoint[] {
  const rounds = bands.map((band) => band.map((micro) => Math.round(micro / 1000)));
  return [[opening, opening, opening, opening, opening], ...rounds];
}

function labelOf(name: string, bands: readonly BandPoint[]): string {
  const last = bands.at(-1) ?? [];
  const [low, , middle, , high] = last.map((value) => points(value));
  return words.value.whatIf.fan.bandLabel(name, middle ?? '', low ?? '', high ?? '');
}

function BandTable({ name, bands }: { readonly name: string; readonly bands: readonly BandPoint[] }) {
  const { fan: text } = words.value.whatIf;
  const { start } = words.value.play.ending;
  return (
    <table>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{text.round}</th>
          {text.quantiles.map((quantile) => (
            <th key={quantile} scope="col">
              {quantile}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map((band, round) => (
          <tr key={round}>
            <th scope="row">{round === 0 ? start : round}</th>
            {band.map((value, place) => (
              <td key={place} class="num">
                {points(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
