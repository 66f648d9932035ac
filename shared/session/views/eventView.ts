import type { SeatId, WorldEffect } from '../../model/world.ts';

/** An event of the world, as everybody sees it. Its words are in the scenario card, unless the host wrote it. */
export interface EventView {
  /** Id in the scenario's deck, or `written`. */
  readonly id: string;
  /** Number among the host's events; null for a drawn one. */
  readonly number: number | null;
  readonly victim: SeatId | null;
  readonly blamed: SeatId | null;
  /** The words of a written one; null for the others. */
  readonly written: WrittenEvent | null;
}

/** The words of an event that the host wrote: `title` is null if they were erased, `text` if there is none. */
export interface WrittenEvent {
  readonly title: string | null;
  readonly text: string | null;
  readonly effects: readonly WorldEffect[];
}
