import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Term } from '../../components/Term.tsx';
import { termOf } from '../../components/termWords.ts';
import { words } from '../../text/language.ts';
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

/** The three marks of good governance, each with its threshold; nothing if the reference thresholds apply. */
export function ThreeMarks({ view, short = false, onWhy }: MarksProps) {
  const speech = words.value.play.marks;
  const need = view.card.governance;
  const { equality, meanThreat, efficiency } = view.table.trail;
  if (!need) return null;
  const now = {
    equal: equality.at(-1) ?? 0,
    safe: 1000 - (meanThreat.at(-1) ?? 0),
    open: efficiency.at(-1) ?? 0,
  };
  const list = (
    <ul class="three-marks" aria-label={speech.title}>
      {marks.map((mark) => {
        const holds = now[mark] >= need[mark];
        return (
          <li key={mark} class={holds ? 'is-held' : ''}>
            <Term id={mark}>{termOf(mark).name}</Term>{' '}
            <MarkValue mark={mark} value={now[mark]} onWhy={lastRound(view) > 0 ? onWhy : undefined} />{' '}
            <small class="num">
              {short ? `/${wholePoints(need[mark])}` : speech.need(wholePoints(need[mark]))}
            </small>{' '}
            <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
            <span class="visually-hidden">{holds ? speech.holds : speech.fails}</span>
          </li>
        );
      })}
    </ul>
  );
  if (short) return list;
  return (
    <>
      {list}
      <p class="panel-note">{barsOf(need)}</p>
    </>
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
