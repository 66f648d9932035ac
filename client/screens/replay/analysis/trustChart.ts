import { type TrustCell, trustCells, trustEnds } from '#shared/analysis/record/trustCells.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatAt, seatName } from '../../../panels/lookup.ts';
import { asOneText, list } from '../../../text/language.ts';
import { points, signedPoints, wholePoints } from '../../../text/number.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { matrixPlot } from './matrixPlot.ts';

/** Pairs that are named as the largest gains and losses. */
const NAMED = 3;

/** Who trusts whom after the round where the record stands, and where trust has moved most since the opening. */
export function trustChart({ views, now }: Analysed): RecordChart {
  const speech = analysisWords();
  const [opening, view] = [views[0], views[now]];
  const cells = view && opening ? trustCells(view, opening) : [];
  const name = (index: number): string => (view ? seatName(view, seatAt(view, index)) : '');
  return {
    id: 'trust',
    title: speech.trust.title,
    sentence: sentenceOf(cells, name),
    parts: [
      {
        id: `trust-round-${now}`,
        name: speech.trust.name,
        legend: speech.trust.legend,
        none: speech.trust.hidden,
        draw: view && cells.length > 0 ? (width) => drawn(width, view, cells, name) : null,
        table: {
          columns: [
            { name: speech.trust.holder },
            { name: speech.trust.about },
            { name: speech.trust.value, digits: 1 },
            { name: speech.trust.change, digits: 1, signed: true },
          ],
          rows: cells.map(({ holder, about, value, change }) => [
            name(holder),
            name(about),
            value / 10,
            change / 10,
          ]),
        },
      },
    ],
  };
}

function sentenceOf(cells: readonly TrustCell[], name: (index: number) => string): string {
  const { trust } = analysisWords();
  const ends = trustEnds(cells, NAMED);
  if (ends === null) return trust.hidden;
  const pair = ({ holder, about }: TrustCell, value: string): string =>
    trust.pair(name(holder), name(about), value);
  const moved = (some: readonly TrustCell[]): string =>
    list(some.map((one) => pair(one, signedPoints(one.change))));
  return asOneText(
    trust.ends(
      pair(ends.strongest, points(ends.strongest.value)),
      pair(ends.weakest, points(ends.weakest.value)),
    ),
    ends.gains.length === 0 ? '' : trust.gains(moved(ends.gains)),
    ends.losses.length === 0 ? '' : trust.losses(moved(ends.losses)),
  );
}

function drawn(width: number, view: View, cells: readonly TrustCell[], name: (index: number) => string) {
  const { trust } = analysisWords();
  const ends = trustEnds(cells, NAMED);
  const names = view.table.seats.map((_, index) => name(index));
  return matrixPlot(
    width,
    cells.map((one) => ({
      row: one.holder,
      column: one.about,
      share: one.value / 1000,
      value: wholePoints(one.value),
      ...(ends?.gains.includes(one) ? { sign: '▲' } : ends?.losses.includes(one) ? { sign: '▼' } : {}),
    })),
    {
      rows: names,
      columns: names,
      title: ({ row, column, value }) => trust.pair(name(row), name(column), value),
    },
  );
}
