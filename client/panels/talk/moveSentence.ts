import { assertNever } from '#shared/lib/assertNever.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type {
  SpokenDeed,
  SpokenFact,
  SpokenProposal,
  SpokenReason,
  TalkMove,
} from '#shared/session/vocabulary/moves.ts';
import type { DeedWords } from '../../text/en/moves.ts';
import { labelled, words } from '../../text/language.ts';
import { agreementsOf, seatName } from '../lookup.ts';
import type { MoveDraft } from '../playState.ts';
import { moveOf } from './moveDraft.ts';

/** The speaker and the addressee of a move; null for everybody who hears it. */
export interface Speaking {
  readonly view: View;
  readonly from: SeatId;
  readonly to: SeatId | null;
}

/** A move as a sentence of the reader's language. The speaker is *we*, the addressee *you*. */
export function moveSentence(view: View, from: SeatId, move: TalkMove): string {
  const { say } = words.value.moves;
  const at: Speaking = { view, from, to: move.to };
  switch (move.kind) {
    case 'announce':
      return say.announce(deedWords(at, move.deed), when(view, move.round));
    case 'offer':
      return say.offer(deedWords(at, move.ifYou), deedWords(at, move.thenWe), move.byRound);
    case 'ask':
      return say.ask(deedWords(at, move.deed), when(view, move.round), move.to === null);
    case 'warn':
      return say.warn(deedWords(at, move.ifYou), deedWords(at, move.thenWe));
    case 'question':
      return questionSentence(at, move.about);
    case 'reason':
      return say.because(reasonClause(at, move.reason));
    case 'reproach':
      return say.reproach(factClause(at, move.fact));
    case 'amends':
      return say.amends(deedWords(at, move.deed), when(view, move.round));
    case 'agree':
      return agreeSentence(at, move.about);
    case 'refuse':
      return say.refuse(move.about?.kind ?? 'none', reasonClause(at, move.reason));
    case 'undecided':
      return move.reason === null ? say.undecided : say.undecidedFor(reasonClause(at, move.reason));
    case 'thank':
      return say.thank;
    case 'report':
      return say.report(factClause(at, move.fact));
    case 'expect':
      return say.expect(subject(at, move.of), deedWords(at, move.deed), when(view, move.round));
    default:
      return assertNever(move);
  }
}

/** The sentence of an unfinished move: dots replace what is missing. */
export function draftSentence(view: View, draft: MoveDraft): string {
  const { say, kinds, gap } = words.value.moves;
  const whole = moveOf(draft);
  if (whole !== null) return moveSentence(view, view.own?.seat ?? '', whole);
  const at: Speaking = { view, from: view.own?.seat ?? '', to: draft.to };
  const open: DeedWords = { not: false, does: gap, did: gap };
  const theirs = draft.theirs === null ? open : deedWords(at, draft.theirs);
  const ours = draft.ours === null ? open : deedWords(at, draft.ours);
  switch (draft.kind) {
    case 'announce':
      return say.announce(ours, when(view, draft.round));
    case 'amends':
      return say.amends(ours, when(view, draft.round));
    case 'offer':
      return say.offer(theirs, ours, draft.round);
    case 'warn':
      return say.warn(theirs, ours);
    case 'ask':
      return say.ask(theirs, when(view, draft.round), draft.toAll);
    case 'expect':
      return say.expect(draft.of === null ? gap : subject(at, draft.of), theirs, when(view, draft.round));
    case 'refuse':
      return say.refuse(draft.about?.kind ?? 'none', gap);
    case 'question':
    case 'reason':
    case 'reproach':
    case 'agree':
    case 'undecided':
    case 'thank':
    case 'report':
      return labelled(kinds[draft.kind], gap);
  }
}

/** A deed in words, its target as *us*, *you* or a name. */
export function deedWords(at: Speaking, { does, action, target }: SpokenDeed): DeedWords {
  const { deeds } = words.value.moves;
  const aim = target === null ? null : whom(at, target);
  return { not: does === 'refrain', does: deeds.does[action](aim), did: deeds.did[action](aim) };
}

/** A fact as a clause. */
export function factClause(at: Speaking, fact: SpokenFact): string {
  const { facts } = words.value.moves;
  switch (fact.fact) {
    case 'order': {
      const { did } = deedWords(at, { does: 'act', action: fact.action, target: fact.target });
      return facts.order(subject(at, fact.by), did, when(at.view, fact.round));
    }
    case 'measure':
      return facts.measure(whose(at, fact.by), whom(at, fact.on));
    case 'broken':
      return facts.broken(subject(at, fact.by), when(at.view, fact.round));
    case 'unkept': {
      const deed = deedWords(at, fact.deed);
      return facts.unkept(subject(at, fact.by), pronoun(at, fact.by), deed, when(at.view, fact.round));
    }
    case 'event':
      return facts.event(when(at.view, fact.round));
    default:
      return assertNever(fact);
  }
}

/** A reason as a clause. */
export function reasonClause(at: Speaking, reason: SpokenReason): string {
  const { reasons, promised } = words.value.moves;
  if (reason.why === 'plain') return reasons[reason.code];
  return reason.why === 'promised' ? promised(whom(at, reason.to)) : factClause(at, reason.fact);
}

function questionSentence(at: Speaking, about: Extract<TalkMove, { kind: 'question' }>['about']): string {
  const { say } = words.value.moves;
  if (about.ask === 'plans') return say.plans(when(at.view, about.round));
  if (about.ask === 'why') return whySentence(at, about.fact);
  const proposer = agreementsOf(at.view).find(({ id }) => id === about.agreement)?.proposer;
  return proposer === undefined ? say.terms : say.termsOf(subject(at, proposer));
}

function whySentence(at: Speaking, fact: SpokenFact): string {
  const { why } = words.value.moves.say;
  switch (fact.fact) {
    case 'order': {
      const { does } = deedWords(at, { does: 'act', action: fact.action, target: fact.target });
      return why.order(subject(at, fact.by), does, when(at.view, fact.round));
    }
    case 'measure':
      return why.measure(whose(at, fact.by), whom(at, fact.on));
    case 'broken':
      return why.broken(subject(at, fact.by), when(at.view, fact.round));
    case 'unkept':
      return why.unkept(subject(at, fact.by), deedWords(at, fact.deed), when(at.view, fact.round));
    case 'event':
      return why.event(when(at.view, fact.round));
    default:
      return assertNever(fact);
  }
}

/** Consent repeats what it agrees to, so that nobody can have meant something else. */
function agreeSentence(at: Speaking, about: SpokenProposal | null): string {
  const { say } = words.value.moves;
  if (about?.kind === 'ask') return say.agreeToAsk(deedWords(at, about.deed), when(at.view, about.round));
  if (about?.kind !== 'offer') return say.agree;
  return say.agreeToOffer(deedWords(at, about.ifYou), deedWords(at, about.thenWe), about.byRound);
}

function when({ table }: View, round: number): string {
  const { thisRound, inRound } = words.value.moves;
  const isNow = round === table.round && (table.phase === 'negotiation' || table.phase === 'decision');
  return isNow ? thisRound : inRound(round);
}

function whom({ view, from, to }: Speaking, seat: SeatId): string {
  const { us, you } = words.value.moves;
  return seat === from ? us : seat === to ? you : seatName(view, seat);
}

function subject({ view, from, to }: Speaking, seat: SeatId): string {
  const { we, you } = words.value.moves;
  return seat === from ? we : seat === to ? you : seatName(view, seat);
}

function pronoun({ from, to }: Speaking, seat: SeatId): string {
  const { we, you, it } = words.value.moves;
  return seat === from ? we : seat === to ? you : it;
}

function whose({ view, from, to }: Speaking, seat: SeatId): string {
  const { our, your, whose: of } = words.value.moves;
  return seat === from ? our : seat === to ? your : of(seatName(view, seat));
}
