import type { Signal } from '@preact/signals';
import type { Part } from '#shared/model/explainParts.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import type { Asked, PlayState } from '../playState.ts';
import { lastRound } from '../world/gauges.ts';
import { ownIndex, seatAt, seatName } from '../lookup.ts';

interface FiltersProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly asked: Asked;
  readonly author: Signal<number | null>;
  readonly parts: readonly Part[];
}

/** The choice of the round, and of the states responsible. */
export function WhyFilters({ view, ui, asked, author, parts }: FiltersProps) {
  const { why } = words.value;
  const rounds = Array.from({ length: lastRound(view) }, (_, index) => index + 1);
  return (
    <div class="why-filters">
      <label>
        <span class="visually-hidden">{why.rounds}</span>
        <select
          value={String(asked.round)}
          onChange={(event) => {
            ui.asked.value = { ...asked, round: Number(event.currentTarget.value) };
          }}
        >
          {rounds.map((round) => (
            <option key={round} value={String(round)}>
              {why.roundChip(round)}
            </option>
          ))}
        </select>
      </label>
      <AuthorFilter view={view} author={author} parts={parts} />
    </div>
  );
}

type AuthorProps = Pick<FiltersProps, 'view' | 'author' | 'parts'>;

function AuthorFilter({ view, author, parts }: AuthorProps) {
  const { why } = words.value;
  const own = ownIndex(view);
  const authors = [...new Set(parts.flatMap((part) => (part.author === undefined ? [] : [part.author])))];
  return (
    <label>
      <span class="visually-hidden">{why.byState}</span>
      <select
        value={author.value === null ? '' : String(author.value)}
        onChange={(event) => {
          author.value = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
        }}
      >
        <option value="">{why.everyone}</option>
        {authors
          .toSorted((a, b) => Number(b === own) - Number(a === own) || a - b)
          .map((seat) => (
            <option key={seat} value={String(seat)}>
              {seat === own ? why.onlyMe : seatName(view, seatAt(view, seat))}
            </option>
          ))}
      </select>
    </label>
  );
}
