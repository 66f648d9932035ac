import { useSignal } from '@preact/signals';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import { renewalIn } from '#shared/session/vocabulary/agreements.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { isMine } from './agreements.ts';
import { clashOf } from './clash.ts';
import { canBargain } from '../lookup.ts';
import { decidesAlone, endorsersOf, selfOf } from '../brief/delegation.ts';
import type { PlayState } from '../playState.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import { amending } from './offerDraft.ts';

interface ActsProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly agreement: AgreementView;
}

interface Act {
  readonly label: string;
  readonly command: Command;
  readonly look: 'primary' | 'quiet';
  /** The terms bind the own state. */
  readonly isPromise?: true;
}

/** The own state's possible actions on an agreement, except rewording. */
function actsOf(view: View, agreement: AgreementView): readonly Act[] {
  if (!isMine(view, agreement)) return joining(view, agreement);
  return agreement.status === 'proposed' ? onOffer(view, agreement) : inForce(view, agreement);
}

function joining(view: View, { id, status, accession, leaver, untilRound }: AgreementView): readonly Act[] {
  const isOpen = accession === 'open' && status === 'inForce' && leaver === null;
  if (!isOpen || view.own === null || untilRound <= view.table.round) return [];
  const command: Command = { type: 'joinAgreement', agreement: id };
  return [{ label: words.value.agreements.join, command, look: 'primary', isPromise: true }];
}

function onOffer(view: View, { id, wording, signed, proposer }: AgreementView): readonly Act[] {
  const { agreements } = words.value;
  const seat = view.own?.seat ?? '';
  const acts: Act[] = [];
  const hasSigned = endorsersOf(view, id).includes(selfOf(view)?.id ?? '');
  if (!signed.includes(seat) && !hasSigned) {
    const command: Command = { type: 'signAgreement', agreement: id, wording };
    acts.push({ label: agreements.sign, command, look: 'primary', isPromise: true });
  }
  if (proposer === seat || signed.includes(seat)) {
    const command: Command = { type: 'withdrawAgreement', agreement: id };
    const label = proposer === seat ? agreements.withdraw : agreements.unsign;
    acts.push({ label, command, look: 'quiet' });
  }
  return acts;
}

function inForce(view: View, agreement: AgreementView): readonly Act[] {
  const { agreements } = words.value;
  const { id, force, leaver, untilRound } = agreement;
  if (leaver !== null || agreement.status !== 'inForce') return [];
  const open = renewalIn(agreement, view.table.round);
  const longer = open?.untilRound ?? Math.min(view.card.plan.rounds, untilRound + 2);
  const acts: Act[] = [];
  if (longer > untilRound && !open?.agreed.includes(view.own?.seat ?? '')) {
    const command: Command = { type: 'renewAgreement', agreement: id, untilRound: longer };
    acts.push({ label: agreements.renew(longer), command, look: open === null ? 'quiet' : 'primary' });
  }
  const label = force === 'binding' ? agreements.leaveBinding : agreements.leave;
  return [...acts, { label, command: { type: 'leaveAgreement', agreement: id }, look: 'quiet' }];
}

/** The buttons of an agreement: sign, take back, reword, join, renew, leave. */
export function AgreementActs({ view, source, ui, agreement }: ActsProps) {
  const { agreements } = words.value;
  const problem = useSignal<string | null>(null);
  const acts = actsOf(view, agreement);
  const isOnOffer = agreement.status === 'proposed' && isMine(view, agreement);
  if (!canBargain(view) || (acts.length === 0 && !isOnOffer)) return null;
  if (view.card.decisionRule === 'head' && !decidesAlone(view))
    return <p class="agreement-meta">{words.value.delegation.rules.head}</p>;
  const clash = acts.some(({ isPromise }) => isPromise) ? clashOf(view, agreement, agreement.id) : null;
  const give = async ({ command, label }: Act): Promise<void> => {
    problem.value = noSentence(await source.send(command));
    if (problem.value === null) announce(label);
  };
  return (
    <div class="agreement-acts">
      {clash !== null && <p class="agreement-due">{clash}</p>}
      {acts.map((act) => (
        <button key={act.label} type="button" class={`btn ${act.look}`} onClick={() => void give(act)}>
          {act.isPromise && clash !== null ? agreements.clash.allTheSame(act.label) : act.label}
        </button>
      ))}
      {isOnOffer && (
        <button
          type="button"
          class="btn"
          onClick={() => {
            ui.offer.value = amending(view, agreement);
          }}
        >
          {agreements.amend}
        </button>
      )}
      {problem.value && <p role="alert">{problem.value}</p>}
    </div>
  );
}
