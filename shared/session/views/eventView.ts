import type { SeatId, WorldEffect } from '../../model/world.ts';

/** An event of the world, as everybody sees it. Its words are in the card, unless the host wrote it. */
export interface EventView {
  /** Of the scenario's deck, or `written`. */
  readonly id: string;
  /** Counts the host's events; null for a drawn one. */
  readonly number: number | null;
  readonly victim: SeatId | null;
  readonly blamed: SeatId | null;
  /** Of a written one; null for the others. */
  readonly written: WrittenEvent | null;
}

/** An event that the host wrote: `title` is null where the words were erased, `text` where there is none. */
export interface WrittenEvent {
  readonly title: string | null;
  readonly text: string | null;
  readonly effects: readonly WorldEffect[];
}
