import { type Signal, signal } from '@preact/signals';
import type { ViewSource } from '../../source/viewSource.ts';

/** A person's unsent text in a debrief. Null: untouched. */
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
 * The drafts of the person at this device. They belong to the source and not to the page, so they survive when the host goes on
 * and returns.
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
