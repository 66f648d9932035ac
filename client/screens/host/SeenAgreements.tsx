import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Heard } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { AgreementCard } from '../../panels/agreements/AgreementCard.tsx';
import { clauseSentence } from '../../panels/agreements/agreements.ts';
import { seatNames } from '../../panels/lookup.ts';
import type { PlayState } from '../../panels/playState.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { FoundList } from './FoundList.tsx';
import '../../styles/play-agreements.css';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly heard: Heard | null;
}

/** Public agreements and offers, the newest first, with a search; secret ones only if everybody was told. */
export function SeenAgreements({ view, source, ui, heard }: Props) {
  const { eyes } = words.value;
  return (
    <FoundList
      class="seen-agreements"
      title={eyes.tab.agreements}
      note={view.card.hostReadsTalk ? eyes.allAgreements : eyes.publicAgreements}
      items={[...view.table.agreements, ...(heard?.secretAgreements ?? [])].toReversed()}
      textOf={(agreement) => textOf(view, agreement)}
    >
      {(found) =>
        found.map((agreement) => (
          <AgreementCard key={agreement.id} view={view} source={source} ui={ui} agreement={agreement} />
        ))
      }
    </FoundList>
  );
}

function textOf(view: View, { parties, clauses }: AgreementView): string {
  return [seatNames(view, parties), ...clauses.map((clause) => clauseSentence(view, clause))].join(' ');
}
