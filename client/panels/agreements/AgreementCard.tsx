import type { AgreementView } from '#shared/session/views/agreementView.ts';
import { partiesIn, renewalIn } from '#shared/session/vocabulary/agreements.ts';
import { deedAsked } from '#shared/session/topics/agreements/deeds.ts';
import { hasCarriedOut, isDeed } from '#shared/session/topics/agreements/judge.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { asOneText, words } from '../../text/language.ts';
import { AgreementActs } from './AgreementActs.tsx';
import { circumstancesAt, clauseSentence } from './agreements.ts';
import { delegateNames, endorsersOf, ownPeople } from '../brief/delegation.ts';
import type { PlayState } from '../playState.ts';
import { seatName, seatNames } from '../lookup.ts';

interface CardProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly agreement: AgreementView;
}

/** An agreement: its parties, its clauses, its status, and the possible actions. */
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
        {agreement.accession === 'open' && `${agreements.openToAll} · `}
        {agreements.term(agreement.fromRound, agreement.untilRound)}
        {' · '}
        {standing(view, agreement)}
      </p>
      <Due view={view} agreement={agreement} />
      <SignedSoFar view={view} agreement={agreement} />
      <Renewing view={view} agreement={agreement} />
      <AgreementActs {...props} />
    </article>
  );
}

/** The status of an agreement: who has still to sign, how long it runs, how it ended. */
function standing(view: View, agreement: AgreementView): string {
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

/** What the own state still owes in this round. */
function Due({ view, agreement }: { readonly view: View; readonly agreement: AgreementView }) {
  const seat = view.own?.seat;
  if (seat === undefined || agreement.status !== 'inForce' || !agreement.parties.includes(seat)) return null;
  const { round } = view.table;
  const { groups } = circumstancesAt(view);
  const owed = agreement.clauses.filter(
    (clause, index) =>
      isDeed(clause) &&
      clause.byRound === round &&
      partiesIn(agreement, round).includes(seat) &&
      deedAsked(clause, seat, groups) !== null &&
      !hasCarriedOut(agreement, round + 1, index, seat),
  );
  if (owed.length === 0) return null;
  const text = asOneText(...owed.map((clause) => clauseSentence(view, clause)));
  return <p class="agreement-due">{words.value.agreements.due(text)}</p>;
}

/** If a majority has to sign: who of the own delegation has, and how many are missing. */
function SignedSoFar({
  view,
  agreement: { id },
}: {
  readonly view: View;
  readonly agreement: AgreementView;
}) {
  const people = endorsersOf(view, id);
  if (people.length === 0) return null;
  const needed = Math.floor(ownPeople(view).length / 2) + 1 - people.length;
  const text = words.value.delegation.someSigned(delegateNames(view, people), Math.max(1, needed));
  return <p class="agreement-meta">{text}</p>;
}

/** A longer term that waits for signatures. */
function Renewing({ view, agreement }: Pick<CardProps, 'view' | 'agreement'>) {
  const renewal = renewalIn(agreement, view.table.round);
  if (renewal === null) return null;
  const missing = agreement.parties.filter((party) => !renewal.agreed.includes(party));
  const { agreements } = words.value;
  return (
    <p class="agreement-meta">
      {agreements.renewing(renewal.untilRound, seatNames(view, renewal.agreed))} {'· '}
      {agreements.waitsFor(seatNames(view, missing))}
    </p>
  );
}
