import type { SeatId } from '#shared/model/world.ts';
import type { Analysed } from './analysed.ts';
import { campsChart } from './campsChart.ts';
import { courseChart } from './courseChart.ts';
import { measuresChart } from './measuresChart.ts';
import { moversChart } from './moversChart.ts';
import { ordersChart } from './ordersChart.ts';
import { promisesChart } from './promisesChart.ts';
import { scoreChart } from './scoreChart.ts';
import { talkChart } from './talkChart.ts';
import { trustChart } from './trustChart.ts';
import type { RecordChart } from './chart.ts';

/** The nine charts of a record in their order; one of them is about a state. */
export function chartsOf(analysed: Analysed, seat: SeatId): readonly RecordChart[] {
  return [
    courseChart(analysed),
    moversChart(analysed),
    ordersChart(analysed),
    campsChart(analysed),
    trustChart(analysed),
    talkChart(analysed),
    promisesChart(analysed),
    scoreChart(analysed, seat),
    measuresChart(analysed),
  ];
}
