import { useSignal } from '@preact/signals';
import type { Agreement } from '#shared/session/vocabulary/agreements.ts';
import type { Heard } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { AgreementCard } from '../../panels/agreements/AgreementCard.tsx';
import { clauseSentence } from '../../panels/agreements/agreements.ts';
import { seatNames } from '../../panels/lookup.ts';
import type { PlayState } from '../../panels/playState.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import '../../styles/play-agreements.css';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly heard: Heard | null;
}

/** Public agreements and offers, the newest first, with a search; secret ones only where everybody was told. */
export function SeenAgreements({ view, source, ui, heard }: Props) {
  const { eyes } = words.value;
  const wanted = useSignal('');
  const all = [...view.table.agreements, ...(heard?.secretAgreements ?? [])].toReversed();
  const found = all.filter((agreement) => isFound(view, agreement, wanted.value));
  return (
    <section class="seen-agreements">
      <h2>{eyes.tab.agreements}</h2>
      <p class="note">{view.card.hostReadsTalk ? eyes.allAgreements : eyes.publicAgreements}</p>
      <input
        type="search"
        class="input"
        value={wanted.value}
        aria-label={eyes.search}
        placeholder={eyes.search}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <p class="note" role="status">
        {eyes.found(found.length)}
      </p>
      {found.map((agreement) => (
        <AgreementCard key={agreement.id} view={view} source={source} ui={ui} agreement={agreement} />
      ))}
    </section>
  );
}

function isFound(view: View, { parties, clauses }: Agreement, wanted: string): boolean {
  const text = [seatNames(view, parties), ...clauses.map((clause) => clauseSentence(view, clause))]
    .join(' ')
    .toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
