import { useSignal } from '@preact/signals';
import type { Agreement, Evidence } from '#shared/session/agreements/agreement.ts';
import type { Command } from '#shared/session/commands.ts';
import type { View } from '#shared/session/tableView.ts';
import { announce } from '../components/Announcer.tsx';
import type { ViewSource } from '../source/viewSource.ts';
import { words } from '../text/language.ts';
import { canBargain, clauseSentence, isMine } from './agreements.ts';
import { decidesAlone, delegateNames, ownPeople, selfOf } from './delegation.ts';
import type { Desk } from './desk.ts';
import { orderPhrase, seatName, seatNames } from './lookup.ts';
import { noSentence } from './noSentence.ts';
import { amending } from './offerDraft.ts';

interface CardProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly desk: Desk;
  readonly agreement: Agreement;
}

/** An agreement: between whom, what it says, how it stands, what one may do about it. */
export function AgreementCard(props: CardProps) {
  const { view, agreement } = props;
  const { agreements } = words.value;
  const { parties, clauses, force, secrecy, status } = agreement;
  return (
    <article class="agreement" data-status={status} data-agreement={agreement.id}>
      <h4>{seatNames(view, parties)}</h4>
      <ol class="agreement-clauses">
        {clauses.map((clause, index) => (
          <li key={index}>{clauseSentence(view, clause)}</li>
        ))}
      </ol>
      <p class="agreement-meta">
        {agreements.meta(agreements.force[force], secrecy === 'secret')}
        {' · '}
        {agreements.term(agreement.fromRound, agreement.untilRound)}
        {' · '}
        {standing(view, agreement)}
      </p>
      <Due view={view} agreement={agreement} />
      <SignedSoFar view={view} agreement={agreement} />
      <Actions {...props} />
    </article>
  );
}

/** Where an agreement stands: who has still to sign, how long it runs, how it ended. */
function standing(view: View, agreement: Agreement): string {
  const { agreements } = words.value;
  const { status, parties, signed, fromRound, untilRound, leaver } = agreement;
  const { round } = view.table;
  if (status === 'proposed') {
    const missing = parties.filter((party) => !signed.includes(party));
    return `${agreements.signed(seatNames(view, signed))} · ${agreements.waitsFor(seatNames(view, missing))}`;
  }
  if (status !== 'inForce') return agreements.status[status];
  if (leaver !== null) return agreements.notice(seatName(view, leaver), untilRound);
  if (fromRound > round) return agreements.begins(fromRound);
  const isJudged = agreement.judgements.at(-1)?.round === round;
  return agreements.roundsLeft(untilRound - round + (isJudged ? 0 : 1));
}

/** What one still owes in this very round. */
function Due({ view, agreement }: { readonly view: View; readonly agreement: Agreement }) {
  const seat = view.own?.seat;
  if (seat === undefined || agreement.status !== 'inForce' || !agreement.parties.includes(seat)) return null;
  const owed = agreement.clauses.filter(
    (clause, index) =>
      clause.kind === 'carryOut' &&
      clause.byRound === view.table.round &&
      clause.towards !== seat &&
      !agreement.judgements.some(({ evidence }) =>
        evidence.some((proof) => proof.kept && proof.clause === index && proof.seat === seat),
      ),
  );
  if (owed.length === 0) return null;
  const text = owed.map((clause) => clauseSentence(view, clause)).join(' ');
  return <p class="agreement-due">{words.value.agreements.due(text)}</p>;
}

/** Where a majority has to sign: who of the own delegation has, and how many are missing. */
function SignedSoFar({ view, agreement: { id } }: { readonly view: View; readonly agreement: Agreement }) {
  const people = endorsersOf(view, id);
  if (people.length === 0) return null;
  const needed = Math.floor(ownPeople(view).length / 2) + 1 - people.length;
  const text = words.value.delegation.someSigned(delegateNames(view, people), Math.max(1, needed));
  return <p class="agreement-meta">{text}</p>;
}

function endorsersOf(view: View, agreement: string): readonly string[] {
  return view.own?.endorsed.find((one) => one.agreement === agreement)?.delegates ?? [];
}

interface Act {
  readonly label: string;
  readonly command: Command;
  readonly look: 'primary' | 'quiet';
}

/** What the own state may do about an agreement, rewording apart. */
function actsOf(
  view: View,
  { id, wording, status, signed, proposer, force, leaver }: Agreement,
): readonly Act[] {
  const { agreements } = words.value;
  const seat = view.own?.seat ?? '';
  const acts: Act[] = [];
  const hasSigned = endorsersOf(view, id).includes(selfOf(view)?.id ?? '');
  if (status === 'proposed' && !signed.includes(seat) && !hasSigned) {
    const command: Command = { type: 'signAgreement', agreement: id, wording };
    acts.push({ label: agreements.sign, command, look: 'primary' });
  }
  if (status === 'proposed' && proposer === seat) {
    const command: Command = { type: 'withdrawAgreement', agreement: id };
    acts.push({ label: agreements.withdraw, command, look: 'quiet' });
  }
  if (status === 'inForce' && leaver === null) {
    const label = force === 'binding' ? agreements.leaveBinding : agreements.leave;
    acts.push({ label, command: { type: 'leaveAgreement', agreement: id }, look: 'quiet' });
  }
  return acts;
}

function Actions({ view, source, desk, agreement }: CardProps) {
  const { agreements } = words.value;
  const problem = useSignal<string | null>(null);
  if (!isMine(view, agreement) || !canBargain(view)) return null;
  if (view.card.decisionRule === 'head' && !decidesAlone(view))
    return <p class="agreement-meta">{words.value.delegation.rules.head}</p>;
  const give = async ({ command, label }: Act): Promise<void> => {
    problem.value = noSentence(await source.send(command));
    if (problem.value === null) announce(label);
  };
  return (
    <div class="agreement-acts">
      {actsOf(view, agreement).map((act) => (
        <button key={act.label} type="button" class={`btn ${act.look}`} onClick={() => void give(act)}>
          {act.label}
        </button>
      ))}
      {agreement.status === 'proposed' && (
        <button
          type="button"
          class="btn"
          onClick={() => {
            desk.offer.value = amending(view, agreement);
          }}
        >
          {agreements.amend}
        </button>
      )}
      {problem.value && <p role="alert">{problem.value}</p>}
    </div>
  );
}

/** A judgement with what proves it: who ordered what. */
export function JudgedCard({ view, agreement }: { readonly view: View; readonly agreement: Agreement }) {
  const { agreements } = words.value;
  const last = agreement.judgements.findLast(({ outcome }) => outcome !== 'idle');
  if (last === undefined) return null;
  const isBroken = last.outcome === 'breached';
  const breakers = [...new Set(last.evidence.filter(({ kept }) => !kept).map(({ seat }) => seat))];
  const shown: readonly Evidence[] = last.evidence.filter(({ kept }) => kept !== isBroken);
  return (
    <article class="agreement" data-outcome={last.outcome}>
      <h4>
        <JudgedMark isBroken={isBroken} />
        {isBroken ? agreements.brokenBy(seatNames(view, breakers)) : agreements.status.kept}
        <span>{agreements.inRound(last.round)}</span>
      </h4>
      <p>
        {seatNames(view, agreement.parties)}:{' '}
        {agreement.clauses.map((one) => clauseSentence(view, one)).join(' ')}
      </p>
      {shown.map(({ seat, clause, order }) => (
        <p key={`${seat}-${clause}`} class="agreement-proof">
          {agreements.proof(seatName(view, seat), orderPhrase(view, order))}
        </p>
      ))}
    </article>
  );
}

/** Kept or broken, as a mark: a ticked disc, a cut lozenge. */
export function JudgedMark({ isBroken }: { readonly isBroken: boolean }) {
  return (
    <svg class="judged-mark" width="17" height="17" viewBox="0 0 16 16" aria-hidden="true">
      {isBroken ? (
        <path class="judged-broken" d="M8 1.5L14.5 8 8 14.5 1.5 8zM4 12L12 4" />
      ) : (
        <>
          <circle class="judged-kept" cx="8" cy="8" r="7" />
          <path class="judged-tick" d="M4.8 8.2l2.2 2.2 4.2-4.6" />
        </>
      )}
    </svg>
  );
}
