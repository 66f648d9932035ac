import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Spark } from '../../charts/Spark.tsx';
import { Term } from '../../components/Term.tsx';
import { termOf } from '../../components/termWords.ts';
import { list, words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { lastRound } from './gauges.ts';
import '../../styles/play-gauges.css';

interface MarksProps {
  readonly view: View;
  /** Numbers only, for a line on the wall. */
  readonly short?: boolean;
  /** Makes every mark's number a link to its causes, once a round has been played. */
  readonly onWhy?: ((subject: Subject) => void) | undefined;
}

const marks = ['equal', 'safe', 'open'] as const;
type Mark = (typeof marks)[number];

/** The question to ask when somebody wants to know why a mark moved. */
const subjectOfMark: Readonly<Record<Mark, Subject>> = {
  equal: { kind: 'equal' },
  safe: { kind: 'indicator', indicator: 'meanThreat' },
  open: { kind: 'indicator', indicator: 'efficiency' },
};

/**
 * Equal, safe, open: the three marks of good governance with their history, each with its threshold. Where the reference thresholds
 * apply, the marks decide nothing and stand without one.
 */
export function ThreeMarks({ view, short = false, onWhy }: MarksProps) {
  const speech = words.value.play.marks;
  const need = view.card.governance;
  const histories = historiesOf(view);
  return (
    <>
      <ul class={short ? 'three-marks' : 'three-marks is-full'} aria-label={speech.title}>
        {marks.map((mark) => (
          <MarkRow
            key={mark}
            mark={mark}
            history={histories[mark]}
            need={need?.[mark] ?? null}
            short={short}
            onWhy={lastRound(view) > 0 ? onWhy : undefined}
          />
        ))}
      </ul>
      {!short && <p class="panel-note">{need ? barsOf(need) : speech.noBars}</p>}
    </>
  );
}

/** From the opening on, in tenths; before the first round nobody has gained anything, so all are equal. */
function historiesOf({ table: { trail } }: View): Readonly<Record<Mark, readonly Tenths[]>> {
  return {
    equal: trail.equality,
    safe: trail.meanThreat.map((threat) => 1000 - threat),
    open: trail.efficiency,
  };
}

interface RowProps extends Pick<MarksProps, 'short' | 'onWhy'> {
  readonly mark: Mark;
  readonly history: readonly Tenths[];
  /** Null where the mark decides nothing. */
  readonly need: Tenths | null;
}

function MarkRow({ mark, history, need, short = false, onWhy }: RowProps) {
  const speech = words.value.play.marks;
  const value = history.at(-1) ?? 0;
  const holds = need !== null && value >= need;
  return (
    <li class={holds ? 'is-held' : ''}>
      <Term id={mark}>{termOf(mark).name}</Term>{' '}
      {!short && (history.length > 1 ? <Spark values={history} /> : <span />)}
      <MarkValue mark={mark} value={value} onWhy={onWhy} />{' '}
      {need !== null && (
        <>
          <small class="num">{short ? `/${wholePoints(need)}` : speech.need(wholePoints(need))}</small>{' '}
          <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
          <span class="visually-hidden">{holds ? speech.holds : speech.fails}</span>
        </>
      )}
      {!short && history.length > 1 && (
        <span class="visually-hidden">, {speech.history(list(history.map(wholePoints)))}</span>
      )}
    </li>
  );
}

function barsOf({ reached, rules, lost, rulesLost }: NonNullable<View['card']['governance']>): string {
  const { bars } = words.value.play.marks;
  const wornDown = rulesLost > 0 ? wholePoints(rulesLost) : null;
  return bars(wholePoints(reached), wholePoints(rules), wholePoints(lost), wornDown);
}

interface ValueProps extends Pick<MarksProps, 'onWhy'> {
  readonly mark: Mark;
  readonly value: Tenths;
}

function MarkValue({ mark, value, onWhy }: ValueProps) {
  const shown = wholePoints(value);
  if (!onWhy) return <b class="num">{shown}</b>;
  const title = words.value.play.gauges.why(termOf(mark).name);
  return (
    <button type="button" class="mark-why num" title={title} onClick={() => onWhy(subjectOfMark[mark])}>
      <b>{shown}</b>
      <span class="visually-hidden">, {title}</span>
    </button>
  );
}
