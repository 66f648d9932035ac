import type { Subject } from '#shared/model/explain.ts';
import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Term } from '../../components/Term.tsx';
import type { TermId } from '../../components/termWords.ts';
import { points } from '../../text/number.ts';
import { askWhy, type PlayState } from '../playState.ts';
import { lastRound } from './gauges.ts';

interface NumberRowProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly name: ComponentChildren;
  readonly value: Tenths;
  readonly subject: Subject;
  /** The explanation of the name; null keeps the space beside rows that have one. */
  readonly term?: TermId | null;
}

/** A number of the card, as a link to its causes once a round has been played. */
export function NumberRow({ view, ui, name, value, subject, term }: NumberRowProps) {
  const round = lastRound(view);
  const inside = (
    <>
      <span>{name}</span>
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${Math.max(0, Math.min(100, value / 10))}%` }} />
      </span>
      <b class="num">{points(value)}</b>
    </>
  );
  return (
    <div class="number-line">
      {round === 0 ? (
        <div class="number-row">{inside}</div>
      ) : (
        <button type="button" class="number-row" onClick={() => askWhy(ui, subject, round)}>
          {inside}
        </button>
      )}
      {term === null && <span class="term-gap" />}
      {term && <Term id={term} />}
    </div>
  );
}
