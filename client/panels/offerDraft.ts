import type { BlocId, Field, SeatId } from '#shared/model/world.ts';
import type { Agreement } from '#shared/session/agreements/agreement.ts';
import type { Clause, Force, Secrecy, Terms } from '#shared/session/agreements/clauses.ts';
import type { Command } from '#shared/session/commands.ts';
import type { View } from '#shared/session/tableView.ts';

/** An offer in the making; `amends` is the offer whose wording it is to replace. */
export interface OfferDraft {
  readonly amends: Agreement | null;
  readonly partners: readonly SeatId[];
  readonly clauses: readonly Clause[];
  readonly force: Force;
  readonly secrecy: Secrecy;
  readonly fromRound: number;
  readonly untilRound: number;
}

/** The agreements one can start from. */
export const templateIds = [
  'restraint',
  'noListing',
  'commit',
  'recognise',
  'budapest',
  'arab',
  'paris',
] as const;
export type TemplateId = (typeof templateIds)[number];

/** An empty offer: restraint, as a public pledge for three rounds. */
export function newOffer(view: View): OfferDraft {
  const { round } = view.table;
  return fitted(view, {
    amends: null,
    partners: [],
    clauses: [{ kind: 'mutualRestraint' }],
    force: 'pledge',
    secrecy: 'public',
    fromRound: round,
    untilRound: round + 2,
  });
}

/** The draft that starts from an offer on the table. */
export function amending(view: View, agreement: Agreement): OfferDraft {
  const partners = agreement.parties.filter((party) => party !== view.own?.seat);
  const { clauses, force, secrecy, fromRound, untilRound } = agreement;
  return { amends: agreement, partners, clauses, force, secrecy, fromRound, untilRound };
}

/** Rounds put where the table accepts them: from now on, binding terms after this round's decisions, deeds within the term. */
export function fitted(view: View, draft: OfferDraft): OfferDraft {
  const { rounds } = view.card.plan;
  const isLate = draft.force === 'binding' && view.table.phase === 'decision';
  const first = Math.min(rounds, view.table.round + (isLate ? 1 : 0));
  const fromRound = Math.min(rounds, Math.max(first, draft.fromRound));
  const untilRound = Math.min(rounds, Math.max(fromRound, draft.untilRound));
  const clauses = draft.clauses.map((clause) =>
    clause.kind === 'carryOut'
      ? { ...clause, byRound: Math.min(untilRound, Math.max(fromRound, clause.byRound)) }
      : clause,
  );
  return { ...draft, fromRound, untilRound, clauses };
}

/** The field in which two groups could recognise each other, or null. */
export function recognisable(view: View): Extract<Clause, { kind: 'recognition' }> | null {
  const found = new Map<Field, BlocId>();
  for (const { id, field } of view.table.blocs) {
    if (field === null) continue;
    const first = found.get(field);
    if (first !== undefined) return { kind: 'recognition', field, groups: [first, id] };
    found.set(field, id);
  }
  return null;
}

/** What a template puts into a draft; partners and seeing stay. */
export function fromTemplate(view: View, draft: OfferDraft, template: TemplateId): OfferDraft {
  const rounds = view.card.plan.rounds;
  const by = Math.min(rounds, draft.fromRound + 2);
  const deed = (action: 'commit' | 'open-standards'): Clause => ({
    kind: 'carryOut',
    action,
    towards: null,
    byRound: by,
  });
  const talk: Clause = { kind: 'carryOut', action: 'dialogue', towards: 'parties', byRound: by };
  const force = (which: Force, ...clauses: readonly Clause[]): OfferDraft =>
    fitted(view, { ...draft, clauses, force: which, untilRound: by });
  switch (template) {
    case 'restraint':
      return force('pledge', { kind: 'mutualRestraint' });
    case 'noListing':
      return force('pledge', { kind: 'noListing' });
    case 'commit':
      return force('pledge', deed('commit'));
    case 'recognise': {
      const clause = recognisable(view);
      return clause === null ? draft : force('pledge', clause);
    }
    case 'budapest':
      return force('binding', talk, deed('commit'));
    case 'arab':
      return force('binding', { kind: 'mutualRestraint' }, talk);
    case 'paris':
      return force(
        'pledge',
        { kind: 'refrain', action: 'build-force', against: 'anyone' },
        deed('open-standards'),
      );
  }
}

/** A fresh clause of a kind. */
export function newClause(view: View, kind: Clause['kind'], untilRound: number): Clause {
  switch (kind) {
    case 'refrain':
      return { kind, action: 'restrict', against: 'parties' };
    case 'carryOut':
      return { kind, action: 'commit', towards: null, byRound: untilRound };
    case 'recognition':
      return recognisable(view) ?? { kind: 'mutualRestraint' };
    default:
      return { kind };
  }
}

/** The command that puts the draft on the table. */
export function commandOf(view: View, draft: OfferDraft): Command {
  const { amends, partners, clauses, force, secrecy, fromRound, untilRound } = draft;
  const terms: Terms = { clauses, force, fromRound, untilRound };
  if (amends !== null) {
    return { type: 'amendAgreement', agreement: amends.id, wording: amends.wording, terms };
  }
  const parties = [view.own?.seat ?? '', ...partners];
  return { type: 'proposeAgreement', parties, terms, secrecy };
}
