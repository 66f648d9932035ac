import type { SeatId } from '#shared/model/world.ts';
import {
  clausesOf,
  groupToJoin,
  type Meeting,
  rivalsAt,
  type TemplateId,
  templateIds,
  templates,
} from '#shared/session/topics/agreements/templates.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Clause, Terms } from '#shared/session/vocabulary/clauses.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { candidates, agreementsOf } from '../lookup.ts';
import type { OfferDraft } from '../playState.ts';

/** A plain offer to some states: restraint, as a public pledge for three rounds. */
export function newOffer(view: View, partners: readonly SeatId[]): OfferDraft {
  const { round } = view.table;
  return fitted(view, {
    amends: null,
    partners,
    clauses: [{ kind: 'mutualRestraint' }],
    force: 'pledge',
    secrecy: 'public',
    accession: 'closed',
    fromRound: round,
    untilRound: round + 2,
    template: null,
  });
}

/** The draft that starts from an offer on the table. */
export function amending(view: View, agreement: AgreementView): OfferDraft {
  const partners = agreement.parties.filter((party) => party !== view.own?.seat);
  const { clauses, force, secrecy, accession = 'closed', fromRound, untilRound } = agreement;
  const template = null;
  return { amends: agreement, partners, clauses, force, secrecy, accession, fromRound, untilRound, template };
}

/** A draft in another round: adjusted to it, and a new offer if the one that it would reword is no longer open. */
export function carriedOver(view: View, draft: OfferDraft): OfferDraft {
  const { amends } = draft;
  const isOpen = agreementsOf(view).some(({ id, status }) => id === amends?.id && status === 'proposed');
  const length = draft.untilRound - draft.fromRound;
  const { fromRound } = fitted(view, draft);
  return fitted(view, { ...draft, amends: isOpen ? amends : null, untilRound: fromRound + length });
}

/**
 * Adjusted to what the table accepts: from now on, binding terms after this round's decisions or, where only pledges can be made, none,
 * deeds within the term, no secrecy if that is closed.
 */
export function fitted(view: View, draft: OfferDraft): OfferDraft {
  const { rounds } = view.card.plan;
  const force = view.card.pledgesOnly ? 'pledge' : draft.force;
  const isLate = force === 'binding' && view.table.phase === 'decision';
  const first = Math.min(rounds, view.table.round + (isLate ? 1 : 0));
  const fromRound = Math.min(rounds, Math.max(first, draft.fromRound));
  const untilRound = Math.min(rounds, Math.max(fromRound, draft.untilRound));
  const clauses = draft.clauses
    .map((clause) => toAParty(view, draft, clause))
    .map((clause) =>
      'byRound' in clause
        ? { ...clause, byRound: Math.min(untilRound, Math.max(fromRound, clause.byRound)) }
        : clause,
    );
  const accession = draft.secrecy === 'secret' ? 'closed' : draft.accession;
  return { ...draft, force, fromRound, untilRound, clauses, accession };
}

/** Capacity is built for a party: if its receiver no longer is one, the first partner takes its place. */
function toAParty(view: View, { partners }: OfferDraft, clause: Clause): Clause {
  const [first] = partners;
  if (clause.kind !== 'fund' || first === undefined) return clause;
  return clause.to === view.own?.seat || partners.includes(clause.to) ? clause : { ...clause, to: first };
}

/** The situation of a template: who proposes, to whom, and the existing groups. */
function meetingOf(view: View, { partners, fromRound }: Pick<OfferDraft, 'partners' | 'fromRound'>): Meeting {
  const seats = view.card.seats.map(({ id }) => id);
  return {
    proposer: view.own?.seat ?? '',
    partners,
    seats,
    groups: view.table.blocs.flatMap(({ id, field, members }) =>
      field === null ? [] : [{ id, field, members: members.map((member) => seats[member] ?? '') }],
    ),
    fromRound,
  };
}

/** Two groups that could recognise each other, or null. */
export function recognisable(view: View): Extract<Clause, { kind: 'recognition' }> | null {
  return rivalsAt(meetingOf(view, { partners: [], fromRound: 1 }));
}

/** The templates that fit this table and whose deeds the own state will have the card for in time. */
export function offeredTemplates(view: View, draft: OfferDraft): readonly TemplateId[] {
  const meeting = meetingOf(view, draft);
  return templateIds.filter((template) => {
    const clauses = clausesOf(template, meeting);
    return clauses !== null && clauses.every((clause) => isWithinReach(view, clause));
  });
}

function isWithinReach({ own, card }: View, clause: Clause): boolean {
  if (clause.kind !== 'carryOut' || own === null) return true;
  const last = Math.min(clause.byRound, card.plan.rounds);
  const isDealt = own.later.some(({ action, round }) => action === clause.action && round <= last);
  return own.open.includes(clause.action) || isDealt;
}

/** Applies a template to a draft; partners and visibility stay, except for a corridor, which must be public. */
export function fromTemplate(view: View, draft: OfferDraft, template: TemplateId): OfferDraft {
  const clauses = clausesOf(template, meetingOf(view, draft));
  if (clauses === null) return draft;
  const { force, accession, rounds } = templates[template];
  const isSeen = accession === 'open' || clauses.some(({ kind }) => kind === 'corridor');
  const secrecy = isSeen ? 'public' : draft.secrecy;
  const untilRound = draft.fromRound + rounds - 1;
  return fitted(view, { ...draft, clauses, force, accession, secrecy, untilRound, template });
}

/** A new clause of a kind, or null if none would fit this table. */
export function newClause(view: View, kind: Clause['kind'], draft: OfferDraft): Clause | null {
  const byRound = draft.untilRound;
  switch (kind) {
    case 'refrain':
      return { kind, action: 'restrict', against: 'parties' };
    case 'carryOut':
      return { kind, action: 'commit', towards: null, byRound };
    case 'recognition':
      return recognisable(view);
    case 'fund': {
      const to = draft.partners[0] ?? candidates(view)[0];
      return to === undefined ? null : { kind, giver: 'parties', to, byRound };
    }
    case 'joinGroup': {
      const group = groupToJoin(meetingOf(view, draft));
      return group === null ? null : { kind, group, byRound };
    }
    case 'review':
      return { kind, byRound };
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
      return { kind };
  }
}

/** The command that puts the draft on the table. */
export function commandOf(view: View, draft: OfferDraft): Command {
  const { amends, partners, clauses, force, secrecy, accession, fromRound, untilRound } = draft;
  const terms: Terms = { clauses, force, fromRound, untilRound };
  if (amends !== null) {
    return { type: 'amendAgreement', agreement: amends.id, wording: amends.wording, terms };
  }
  const parties = [view.own?.seat ?? '', ...partners];
  return { type: 'proposeAgreement', parties, terms, secrecy, accession };
}
