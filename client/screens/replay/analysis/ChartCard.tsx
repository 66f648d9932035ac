import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { analysisWords } from './analysisWords.ts';
import { cellText, type RecordChart, type ChartPart, type ChartTable } from './chart.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { SaveRow } from './SaveRow.tsx';

interface CardProps {
  readonly chart: RecordChart;
  /** Where it stands among the charts: on paper there is one column. */
  readonly place: number;
  /** The round where the record stands. */
  readonly now: number;
  /** Where the numbers come from, for a saved drawing. */
  readonly source: string;
  /** What chooses what is shown. */
  readonly control?: ComponentChildren;
}

/** A chart: its question, its sentence, its drawings, each with its table and ways to save it. */
export function ChartCard({ chart, place, now, source, control }: CardProps) {
  return (
    <section class="analysis-card" aria-labelledby={`analysis-${chart.id}`} style={{ order: place }}>
      <h3 id={`analysis-${chart.id}`}>{chart.title}</h3>
      <p class="analysis-sentence">{chart.sentence}</p>
      {control}
      {chart.parts.map((part) => (
        <PartOfCard key={part.id} part={part} chart={chart} now={now} source={source} />
      ))}
    </section>
  );
}

interface PartProps extends Pick<CardProps, 'chart' | 'now' | 'source'> {
  readonly part: ChartPart;
}

function PartOfCard({ part, chart, now, source }: PartProps) {
  const { draw, name, legend, none, table } = part;
  const caption = useMemo(
    () => ({ title: `${chart.title} ${name}`, sentence: chart.sentence, legend, source }),
    [chart, part, source],
  );
  const reason = none ?? analysisWords().page.nothing;
  // What the sentence of the chart says is not said again.
  const note = chart.sentence.includes(reason) ? null : <p class="note">{reason}</p>;
  if (draw === null && table.rows.length === 0) return note;
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {draw === null ? (
        note
      ) : (
        <>
          <ChartFigure part={{ ...part, draw }} sentence={chart.sentence} />
          <p class="analysis-legend">{legend}</p>
        </>
      )}
      <TableOfPart name={name} table={table} now={now} />
      <SaveRow part={part} caption={caption} />
    </figure>
  );
}

interface TableProps {
  readonly name: string;
  readonly table: ChartTable;
  readonly now: number;
}

function TableOfPart({ name, table: { columns, rows, rounds }, now }: TableProps) {
  return (
    <details class="analysis-table">
      <summary>
        {analysisWords().asTable}
        <span class="visually-hidden">: {name}</span>
      </summary>
      <div tabIndex={0} role="region" aria-label={name}>
        <table>
          <caption class="visually-hidden">{name}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={place} aria-current={rounds?.[place] === now ? 'step' : undefined}>
                {row.map((cell, index) => (
                  <td key={index} class={typeof cell === 'number' ? 'num' : undefined}>
                    {cellText(cell, columns[index] ?? { name: '' })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
