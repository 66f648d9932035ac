import { useSignal } from '@preact/signals';
import { familyOf } from '#shared/model/actions.ts';
import type { Command } from '#shared/session/commands.ts';
import type { DraftView } from '#shared/session/tableView.ts';
import { words } from '../text/language.ts';
import { familyClass } from './CardDeck.tsx';
import { delegateNames, ownPeople, selfOf } from './delegation.ts';
import { draftFrom } from './draft.ts';
import { orderPhrase } from './lookup.ts';
import { FamilyMark } from './marks.tsx';
import { noSentence } from './noSentence.ts';
import type { OrdersProps } from './OrdersPanel.tsx';
import '../styles/play-delegation.css';

/** What the own delegation has put forward, and who agrees with what; nothing for somebody who sits alone. */
export function DraftList(props: OrdersProps) {
  const { view } = props;
  const { delegation } = words.value;
  const drafts = view.own?.drafts ?? [];
  if (ownPeople(view).length < 2 || view.table.phase !== 'decision') return null;
  if (drafts.length === 0 && view.card.decisionRule === 'anyone') return null;
  return (
    <section class="drafts" aria-live="polite">
      <h3>
        {delegation.drafts} <small>{delegation.draftsNote}</small>
      </h3>
      {drafts.length === 0 && <p class="panel-note">{delegation.noDrafts}</p>}
      <ul>
        {drafts.map((draft) => (
          <Draft key={JSON.stringify(draft.order)} {...props} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function Draft({ view, source, desk, draft }: OrdersProps & { readonly draft: DraftView }) {
  const { delegation } = words.value;
  const problem = useSignal<string | null>(null);
  const { order, agreed } = draft;
  const phrase = orderPhrase(view, order);
  const family = familyOf[order.action];
  const people = ownPeople(view).length;
  const isMine = agreed.includes(selfOf(view)?.id ?? '');
  const give = async (command: Command): Promise<void> => {
    problem.value = noSentence(await source.send(command));
  };
  return (
    <li class={`draft ${familyClass[family]}`}>
      <p class="draft-order">
        <FamilyMark family={family} size={17} />
        <b>{phrase}</b>
        <span class="num">{delegation.counted(agreed.length, people)}</span>
      </p>
      <p class="draft-agreed">{delegation.agreed(delegateNames(view, agreed), agreed.length)}</p>
      <div class="draft-acts">
        {isMine ? (
          <button
            type="button"
            class="btn quiet"
            aria-label={delegation.takeBackOf(phrase)}
            onClick={() => void give({ type: 'withdrawDraft' })}
          >
            {delegation.takeBack}
          </button>
        ) : (
          <button
            type="button"
            class="btn"
            aria-label={delegation.agreeWith(phrase)}
            onClick={() => void give({ type: 'draftOrder', order })}
          >
            {delegation.agree}
          </button>
        )}
        {!view.own?.order && (
          <button
            type="button"
            class="btn quiet"
            aria-label={delegation.lookAt(phrase)}
            onClick={() => {
              desk.draft.value = draftFrom(order, null);
            }}
          >
            {delegation.look}
          </button>
        )}
      </div>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </li>
  );
}
