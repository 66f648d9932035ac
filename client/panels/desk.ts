import { signal, type Signal } from '@preact/signals';
import type { Subject } from '#shared/model/explain.ts';
import type { BlocId } from '#shared/model/world.ts';
import type { Family } from '#shared/model/actions.ts';
import type { Draft } from './orders/draft.ts';
import type { OfferDraft } from './agreements/offerDraft.ts';

/** The panels of the play screen; `now` is whatever the phase asks for: event, orders, reveal, ending. */
export const tabs = ['map', 'now', 'talk', 'agreements', 'why', 'brief'] as const;
export type Tab = (typeof tabs)[number];

/** A number somebody asked about: what it is, and in which round it changed. */
export interface Asked {
  readonly subject: Subject;
  readonly round: number;
}

/** What lies on a delegate's desk and is never sent: open panel, order in the making, question, lit states. */
export interface Desk {
  readonly tab: Signal<Tab>;
  readonly family: Signal<Family>;
  readonly draft: Signal<Draft | null>;
  readonly asked: Signal<Asked | null>;
  /** States that a cause lights on the map; empty lights all. */
  readonly lit: Signal<readonly string[]>;
  /** The agreement in the making. */
  readonly offer: Signal<OfferDraft | null>;
  /** The state whose card lies open. */
  readonly looking: Signal<string | null>;
  /** The bloc whose card lies open. */
  readonly bloc: Signal<BlocId | null>;
  /** The channel that lies open, by its key; null shows the list. */
  readonly thread: Signal<string | null>;
  /** By channel: the last message that was read, and the words not yet sent. */
  readonly read: Signal<Readonly<Record<string, number>>>;
  readonly unsent: Signal<Readonly<Record<string, string>>>;
  /** The debrief lies open instead of the ending. */
  readonly debriefing: Signal<boolean>;
}

/** An empty desk. */
export function newDesk(): Desk {
  return {
    tab: signal<Tab>('now'),
    family: signal<Family>('cooperate'),
    draft: signal<Draft | null>(null),
    asked: signal<Asked | null>(null),
    lit: signal<readonly string[]>([]),
    offer: signal<OfferDraft | null>(null),
    looking: signal<string | null>(null),
    bloc: signal<BlocId | null>(null),
    thread: signal<string | null>(null),
    read: signal<Readonly<Record<string, number>>>({}),
    unsent: signal<Readonly<Record<string, string>>>({}),
    debriefing: signal(false),
  };
}

/** Opens the question why a number changed; nothing can be asked before the first round is resolved. */
export function askWhy(desk: Desk, subject: Subject, round: number): void {
  desk.asked.value = round > 0 ? { subject, round } : null;
  desk.lit.value = [];
  desk.looking.value = null;
  desk.bloc.value = null;
  desk.tab.value = 'why';
}
