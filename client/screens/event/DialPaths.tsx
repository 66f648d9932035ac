import { quantileOf } from '#shared/lib/quantileOf.ts';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import { treatments } from '#shared/session/vocabulary/treatments.ts';
import type { DialNow, DialsNow } from '#shared/wire/gatherings.ts';
import type { BandPoint } from '../../charts/BandChart.tsx';
import { CompareChart } from '../../charts/CompareChart.tsx';
import { list, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';

/** With fewer tables a band would say more than there is. */
const ENOUGH = 5;

/** The ways of all dials over each other, half of the tables in a band; once all have ended, drawn by what was tried. */
export function DialPaths({ event: { tables, tried } }: { readonly event: DialsNow }) {
  const { compare, manyTables: text } = words.value;
  const treatmentOf = (number: number): Treatment | null =>
    tried.find((one) => one.number === number)?.treatment ?? null;
  const tones = treatments.filter((one) => tried.some(({ treatment }) => treatment === one));
  const bands = tones.length === 0 ? bandsOf(tables) : [];
  const ends = tables.map(({ number, trail }) =>
    compare.endsAt(text.table(number), points(trail.at(-1) ?? 0)),
  );
  return (
    <section class="dial-paths">
      <CompareChart
        paths={tables.map(({ number, trail }) => ({
          mark: `${number}`,
          dial: trail,
          tone: tones.length === 0 ? 0 : Math.max(0, tones.indexOf(treatmentOf(number) ?? 'talkWords')),
        }))}
        bands={bands}
        byShare={false}
        label={compare.label(list(ends))}
      />
      {bands.length > 0 && <p>{text.wall.bands}</p>}
      {tones.length > 0 && (
        <ul class="compare-tones">
          {tones.map((treatment, tone) => (
            <Tried
              key={treatment}
              treatment={treatment}
              tone={tone}
              tables={tables.filter(({ number }) => treatmentOf(number) === treatment)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface TriedProps {
  readonly treatment: Treatment;
  readonly tone: number;
  readonly tables: readonly DialNow[];
}

/** A treatment with its line, at how many tables it was tried, and where the middle one of them ended. */
function Tried({ treatment, tone, tables }: TriedProps) {
  const { manyTables: text, compare } = words.value;
  const ends = tables.map(({ trail }) => trail.at(-1) ?? 0);
  return (
    <li>
      <svg viewBox="0 0 40 8" aria-hidden="true">
        <line class={`path-line compare-line is-${tone}`} x1="0" y1="4" x2="40" y2="4" />
      </svg>
      <b>{text.treatments.names[treatment]}</b>
      <span class="num">
        {compare.groups.count(tables.length)} · {text.wall.middleEnd(points(quantileOf(ends, 0.5)))}
      </span>
    </li>
  );
}

/** Of the tables that have come to each round: the lowest, the limits of the middle half, the middle, the highest. */
export function bandsOf(tables: readonly Pick<DialNow, 'trail'>[]): readonly BandPoint[] {
  const longest = Math.max(0, ...tables.map(({ trail }) => trail.length));
  const rounds = Array.from({ length: longest }, (_, round) =>
    tables.flatMap(({ trail }) => trail[round] ?? []),
  );
  return rounds
    .filter((values) => values.length >= ENOUGH)
    .map((values) => [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(quantileOf(values, share))));
}
