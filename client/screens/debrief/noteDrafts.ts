import { type Signal, signal } from '@preact/signals';
import type { ViewSource } from '../../source/viewSource.ts';

/** What somebody writes in a debrief and has not given yet. Null: untouched. */
export interface NoteDrafts {
  readonly pulse: Signal<string>;
  readonly reflection: Signal<string | null>;
  /** Whether the host may read the reflection. */
  readonly shared: Signal<boolean | null>;
  /** By item, the points chosen so far. */
  readonly before: Signal<Readonly<Record<number, number>>>;
  readonly after: Signal<Readonly<Record<number, number>>>;
}

const drafts = new WeakMap<ViewSource, NoteDrafts>();

/**
 * The drafts of the person at this device. They lie with the way to the table and not with the page, so they are still there
 * when the host has led on and comes back.
 */
export function draftsAt(source: ViewSource): NoteDrafts {
  const kept = drafts.get(source) ?? {
    pulse: signal(''),
    reflection: signal<string | null>(null),
    shared: signal<boolean | null>(null),
    before: signal<Readonly<Record<number, number>>>({}),
    after: signal<Readonly<Record<number, number>>>({}),
  };
  drafts.set(source, kept);
  return kept;
}
