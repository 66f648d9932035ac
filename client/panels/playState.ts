import type { Family, ActionId } from '#shared/model/actions.ts';
import type { Subject } from '#shared/model/explain.ts';
import type { BlocId, Field, SeatId } from '#shared/model/world.ts';
import type { TemplateId } from '#shared/session/topics/agreements/templates.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Accession, Clause, Force, Secrecy } from '#shared/session/vocabulary/clauses.ts';
import type { Expectation } from '#shared/session/vocabulary/orders.ts';
import type {
  MoveKind,
  SpokenDeed,
  SpokenFact,
  SpokenInquiry,
  SpokenProposal,
  SpokenReason,
} from '#shared/session/vocabulary/moves.ts';
import { signal, type Signal } from '@preact/signals';

/** The panels of the play screen; `now` is whatever the phase asks for: event, orders, reveal, ending. */
export const tabs = ['map', 'now', 'talk', 'agreements', 'why', 'brief'] as const;
/**
 * A tab of the play screen, or one that only the replay has: `index` lists what happened, by round and by mark; `course` draws
 * where it led; `analysis` has the charts.
 */
export type Tab = (typeof tabs)[number] | 'index' | 'course' | 'analysis';

/** A question about a number: which one, and in which round it changed. */
export interface Asked {
  readonly subject: Subject;
  readonly round: number;
}

/**
 * The local state of one device's play screen, which is never sent: open panel, order in preparation, question, highlighted
 * states.
 */
export interface PlayState {
  readonly tab: Signal<Tab>;
  readonly family: Signal<Family>;
  readonly draft: Signal<OrderInHand | null>;
  readonly asked: Signal<Asked | null>;
  /** States that a cause highlights on the map; empty highlights all. */
  readonly lit: Signal<readonly string[]>;
  /** A tap on the map lights a state instead of opening its card, as a leader of a replay points. */
  readonly pointing: Signal<boolean>;
  /** The agreement in preparation. */
  readonly offer: Signal<OfferDraft | null>;
  /** The rival of the expectation, as chosen by hand; null: the main one. */
  readonly rival: Signal<string | null>;
  /** The state whose card is open. */
  readonly looking: Signal<string | null>;
  /** The bloc whose card is open. */
  readonly bloc: Signal<BlocId | null>;
  /** The agreement that was asked for, from elsewhere than its list. */
  readonly agreement: Signal<string | null>;
  /** The open channel, by its key; null shows the list. */
  readonly thread: Signal<string | null>;
  /** In a record: the round whose talk is shown; null for all. */
  readonly talkRound: Signal<number | null>;
  /** By channel: the last message that was read, and the words not yet sent. */
  readonly read: Signal<Readonly<Record<string, number>>>;
  readonly unsent: Signal<Readonly<Record<string, string>>>;
  /** By channel: the states that the unsent message names. */
  readonly named: Signal<Readonly<Record<string, readonly string[]>>>;
  /** By channel: the sentence that is being built from parts. */
  readonly moves: Signal<Readonly<Record<string, MoveDraft | null>>>;
  /** Lists that were opened or closed by hand, by their name. */
  readonly opened: Signal<Readonly<Record<string, boolean>>>;
  /** The last scroll position of each panel. */
  readonly scrolled: Map<Tab, number>;
  /** A phase began while another panel was open, and its own panel has not been opened since. */
  readonly hasTurned: Signal<boolean>;
  /** The debrief is open instead of the ending. */
  readonly debriefing: Signal<boolean>;
  /** In a record: the round about which *what if* is asked instead; null while it is not. */
  readonly whatIf: Signal<number | null>;
}

/** The state of a play screen just opened. */
export function newPlayState(): PlayState {
  return {
    tab: signal<Tab>('now'),
    family: signal<Family>('cooperate'),
    draft: signal<OrderInHand | null>(null),
    asked: signal<Asked | null>(null),
    lit: signal<readonly string[]>([]),
    pointing: signal(false),
    offer: signal<OfferDraft | null>(null),
    rival: signal<string | null>(null),
    looking: signal<string | null>(null),
    bloc: signal<BlocId | null>(null),
    agreement: signal<string | null>(null),
    thread: signal<string | null>(null),
    talkRound: signal<number | null>(null),
    read: signal<Readonly<Record<string, number>>>({}),
    unsent: signal<Readonly<Record<string, string>>>({}),
    named: signal<Readonly<Record<string, readonly string[]>>>({}),
    moves: signal<Readonly<Record<string, MoveDraft | null>>>({}),
    opened: signal<Readonly<Record<string, boolean>>>({}),
    scrolled: new Map<Tab, number>(),
    hasTurned: signal(false),
    debriefing: signal(false),
    whatIf: signal<number | null>(null),
  };
}

/** Opens the question why a number changed; there are no answers before the first round is resolved. */
export function askWhy(ui: PlayState, subject: Subject, round: number): void {
  ui.asked.value = round > 0 ? { subject, round } : null;
  ui.lit.value = [];
  ui.looking.value = null;
  ui.bloc.value = null;
  ui.tab.value = 'why';
}

/** Opens one agreement above the others. */
export function showAgreement(ui: PlayState, agreement: string | null): void {
  ui.agreement.value = agreement;
  ui.looking.value = null;
  ui.bloc.value = null;
  ui.scrolled.delete('agreements');
  ui.tab.value = 'agreements';
}

/** An order in preparation: the choices so far, complete or not. */
export interface OrderInHand {
  readonly action: ActionId;
  readonly targets: readonly SeatId[];
  readonly field: Field | null;
  readonly bloc: BlocId | null;
  readonly expects: Expectation | null;
}

/** An offer in preparation; `amends` is the offer whose wording it would replace. */
export interface OfferDraft {
  readonly amends: AgreementView | null;
  readonly partners: readonly SeatId[];
  readonly clauses: readonly Clause[];
  readonly force: Force;
  readonly secrecy: Secrecy;
  readonly accession: Accession;
  readonly fromRound: number;
  readonly untilRound: number;
  /** Its template, or null. */
  readonly template: TemplateId | null;
}

/** A move in preparation: the parts chosen so far, each null until chosen; the kind decides which parts it needs. */
export interface MoveDraft {
  readonly kind: MoveKind;
  readonly to: SeatId | null;
  /** Addressed to all, if there is a choice. */
  readonly toAll: boolean;
  /** What they do, or what an expected or asked state does. */
  readonly theirs: SpokenDeed | null;
  /** What we do. */
  readonly ours: SpokenDeed | null;
  readonly round: number;
  readonly of: SeatId | null;
  readonly fact: SpokenFact | null;
  readonly reason: SpokenReason | null;
  readonly about: SpokenProposal | null;
  readonly inquiry: SpokenInquiry | null;
}
