import type { View } from '#shared/session/views/tableView.ts';
import { Term } from '../../components/Term.tsx';
import { termOf } from '../../components/termWords.ts';
import { words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import '../../styles/play-gauges.css';

interface MarksProps {
  readonly view: View;
  /** Numbers alone, for a line on the wall. */
  readonly short?: boolean;
}

/** The three marks of good governance as they stand, each with where it begins; nothing where the reference bars count. */
export function ThreeMarks({ view, short = false }: MarksProps) {
  const { marks } = words.value.play;
  const need = view.card.governance;
  const { equality, meanThreat, efficiency } = view.table.trail;
  if (!need) return null;
  const now = {
    equal: equality.at(-1) ?? 0,
    safe: 1000 - (meanThreat.at(-1) ?? 0),
    open: efficiency.at(-1) ?? 0,
  };
  const list = (
    <ul class="three-marks" aria-label={marks.title}>
      {(['equal', 'safe', 'open'] as const).map((mark) => {
        const holds = now[mark] >= need[mark];
        return (
          <li key={mark} class={holds ? 'is-held' : ''}>
            <Term id={mark}>{termOf(mark).name}</Term> <b class="num">{wholePoints(now[mark])}</b>{' '}
            <small class="num">
              {short ? `/${wholePoints(need[mark])}` : marks.need(wholePoints(need[mark]))}
            </small>{' '}
            <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
            <span class="visually-hidden">{holds ? marks.holds : marks.fails}</span>
          </li>
        );
      })}
    </ul>
  );
  if (short) return list;
  return (
    <>
      {list}
      <p class="panel-note">
        {marks.bars(wholePoints(need.reached), wholePoints(need.rules), wholePoints(need.lost))}{' '}
        {need.rulesLost > 0 ? marks.rulesBar(wholePoints(need.rulesLost)) : null}
      </p>
    </>
  );
}
