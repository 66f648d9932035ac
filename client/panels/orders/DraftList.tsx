import { useSignal } from '@preact/signals';
import { familyOf } from '#shared/model/actions.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { DraftView } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { familyClass } from './CardDeck.tsx';
import { delegateNames, ownPeople, selfOf } from '../brief/delegation.ts';
import { draftFrom } from './orderInHand.ts';
import { orderPhrase } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { OrdersProps } from './ordersProps.ts';
import '../../styles/play-delegation.css';

/** The drafts of the own delegation, and who agrees with which; nothing for a person alone. */
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

type DraftProps = OrdersProps & { readonly draft: DraftView };

function Draft(props: DraftProps) {
  const { view, draft } = props;
  const { delegation } = words.value;
  const { order, agreed } = draft;
  const family = familyOf[order.action];
  return (
    <li class={`draft ${familyClass[family]}`}>
      <p class="draft-order">
        <FamilyMark family={family} size={17} />
        <b>{orderPhrase(view, order)}</b>
        <span class="num">{delegation.counted(agreed.length, ownPeople(view).length)}</span>
      </p>
      <p class="draft-agreed">{delegation.agreed(delegateNames(view, agreed), agreed.length)}</p>
      <DraftActs {...props} />
    </li>
  );
}

function DraftActs({ view, source, ui, draft: { order, agreed } }: DraftProps) {
  const { delegation } = words.value;
  const problem = useSignal<string | null>(null);
  const phrase = orderPhrase(view, order);
  const isMine = agreed.includes(selfOf(view)?.id ?? '');
  const command: Command = isMine ? { type: 'withdrawDraft' } : { type: 'draftOrder', order };
  const give = async (): Promise<void> => {
    problem.value = noSentence(await source.send(command));
  };
  const look = (): void => {
    ui.draft.value = draftFrom(order, null);
  };
  return (
    <div class="draft-acts">
      <button
        type="button"
        class={isMine ? 'btn quiet' : 'btn'}
        aria-label={isMine ? delegation.takeBackOf(phrase) : delegation.agreeWith(phrase)}
        onClick={() => void give()}
      >
        {isMine ? delegation.takeBack : delegation.agree}
      </button>
      {!view.own?.order && (
        <button type="button" class="btn quiet" aria-label={delegation.lookAt(phrase)} onClick={look}>
          {delegation.look}
        </button>
      )}
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </div>
  );
}
