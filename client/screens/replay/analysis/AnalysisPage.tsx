import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { SeatId } from '#shared/model/world.ts';
import { useMedia } from '../../../components/useMedia.ts';
import { seatName } from '../../../panels/lookup.ts';
import { asOneText, language, pick } from '../../../text/language.ts';
import { hidesRest } from '../hidesRest.ts';
import type { ReplayTools } from '../replayTools.ts';
import { type Analysed, useAnalysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart } from './chart.ts';
import { chartsOf } from './charts.ts';
import { ChartCard } from './ChartCard.tsx';
import '../../../styles/analysis.css';

/** Where two charts stand side by side. */
const TWO_COLUMNS = '(min-width: 1060px)';

/** The analysis of a record: nine charts, in step with the position and through the chosen eyes. */
export function AnalysisPage(tools: ReplayTools) {
  const analysed = useAnalysed(tools);
  const { now, last } = analysed;
  const isWide = useTwoColumns();
  const seat = useSignal<SeatId>(last.own?.seat ?? last.card.seats[0]?.id ?? '');
  const charts = useMemo(() => chartsOf(analysed, seat.value), [analysed, seat.value, language.value]);
  const from = analysisWords().saving.source(pick(last.card.title), now);
  const controls: Readonly<Record<string, ComponentChildren>> = {
    trust: <RoundSlider analysed={analysed} {...tools} />,
    score: <SeatChoiceForScore analysed={analysed} seat={seat} />,
  };
  return (
    <div class="analysis">
      <h2>{analysisWords().title}</h2>
      <Lead now={now} hasLater={now < analysed.shown} {...tools} />
      <div class="analysis-columns">
        {columnsOf(charts, isWide ? 2 : 1).map((column, place) => (
          <div key={place}>
            {column.map((chart) => (
              <ChartCard
                key={chart.id}
                chart={chart}
                place={charts.indexOf(chart)}
                now={now}
                source={from}
                control={controls[chart.id]}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Whether there is room for two columns. Paper keeps what the screen had: a print does not wait for drawings that change columns. */
function useTwoColumns(): boolean {
  const fits = useMedia(TWO_COLUMNS);
  const shown = useRef(fits);
  if (!matchMedia('print').matches) shown.current = fits;
  return shown.current;
}

/** The charts in columns, so that a long one leaves no hole beside it. */
function columnsOf(charts: readonly RecordChart[], columns: number): readonly (readonly RecordChart[])[] {
  return Array.from({ length: columns }, (_, column) =>
    charts.filter((_chart, place) => place % columns === column),
  );
}

interface LeadProps extends ReplayTools {
  readonly now: number;
  /** Later rounds are drawn. */
  readonly hasLater: boolean;
}

/** Of which rounds the sentences tell, and what lies ahead. */
function Lead({ now, hasLater, source, playback }: LeadProps) {
  const { page } = analysisWords();
  const later = hidesRest(source) ? page.hidden : hasLater ? page.paler : '';
  return (
    <p class="analysis-lead" role="status">
      {asOneText(page.upTo(now), later)}
      {source.position.value < source.length && !hidesRest(source) && (
        <button type="button" class="btn no-print" onClick={() => playback.go(source.length)}>
          {page.toEnd}
        </button>
      )}
    </p>
  );
}

interface ControlProps {
  readonly analysed: Analysed;
}

/** Moves the whole record to the reveal of a round. */
function RoundSlider({ analysed: { now, shown }, source, playback }: ControlProps & ReplayTools) {
  const { trust, page } = analysisWords();
  return (
    <label class="analysis-control no-print">
      <span>{trust.slider}</span>
      <input
        type="range"
        min={0}
        max={shown}
        value={now}
        disabled={shown === 0}
        aria-valuetext={page.upTo(now)}
        onInput={(event) => playback.go(source.breaks[Number(event.currentTarget.value)] ?? 0)}
      />
      <b class="num">{now}</b>
    </label>
  );
}

function SeatChoiceForScore({ analysed: { last }, seat }: ControlProps & { readonly seat: Signal<SeatId> }) {
  return (
    <label class="analysis-control no-print">
      <span>{analysisWords().score.choose}</span>
      <select
        class="input"
        value={seat.value}
        onChange={(event) => {
          seat.value = event.currentTarget.value;
        }}
      >
        {last.card.seats.map(({ id }) => (
          <option key={id} value={id}>
            {seatName(last, id)}
          </option>
        ))}
      </select>
    </label>
  );
}
