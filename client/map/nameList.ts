import type { Point } from './curve.ts';
import { sealMark } from './sealMark.ts';

/** One name on the map, as the page shows it. */
export interface NameEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'seat' | 'camp';
  readonly own: boolean;
  readonly sealed: boolean;
  readonly dimmed: boolean;
  readonly interactive: boolean;
}

interface Item {
  readonly entry: NameEntry;
  readonly row: HTMLLIElement;
  readonly label: HTMLElement;
  readonly text: HTMLSpanElement;
  readonly seal: SVGSVGElement;
}

/** A name's events for the map. */
export interface NameEvents {
  /** By the entry's id, a seat's or a camp's. */
  readonly onPress: (id: string) => void;
  readonly onFocus: (id: string | null) => void;
}

/** The names beside the canvas: a list of buttons, the part of the map for screen readers and the keyboard. */
export class NameList {
  readonly element = document.createElement('ul');
  readonly #items = new Map<string, Item>();
  readonly #events: NameEvents;

  constructor(events: NameEvents) {
    this.#events = events;
    this.element.className = 'map-names';
  }

  /** Updates the list to the entries; elements that stay keep their focus. */
  update(entries: readonly NameEntry[]): void {
    const wanted = new Set(entries.map((entry) => entry.id));
    for (const [id, item] of this.#items)
      if (!wanted.has(id)) {
        item.row.remove();
        this.#items.delete(id);
      }
    for (const entry of entries) {
      const old = this.#items.get(entry.id);
      const isButton = old?.label instanceof HTMLButtonElement;
      const isReused = old && isButton === entry.interactive;
      if (old && !isReused) old.row.remove();
      const item = isReused ? { ...old, entry } : this.#create(entry);
      this.#items.set(entry.id, item);
      write(item);
    }
  }

  /** Width and height of each name in CSS pixels. */
  sizes(): Map<string, { width: number; height: number }> {
    return new Map(
      [...this.#items].map(([id, { label }]) => [
        id,
        { width: label.offsetWidth, height: label.offsetHeight },
      ]),
    );
  }

  /** Moves a name; the place is its top left corner in CSS pixels of the frame. */
  move(id: string, at: Point, isCrowded: boolean): void {
    const item = this.#items.get(id);
    if (!item) return;
    item.row.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
    item.row.classList.toggle('crowded', isCrowded);
  }

  /** Shows a crowded name while the mouse rests on its node. */
  point(id: string | null): void {
    for (const [each, item] of this.#items) item.row.classList.toggle('pointed', each === id);
  }

  #create(entry: NameEntry): Item {
    const row = document.createElement('li');
    const label = document.createElement(entry.interactive ? 'button' : 'span');
    const text = document.createElement('span');
    const seal = sealMark();
    label.append(seal, text);
    if (label instanceof HTMLButtonElement) {
      label.type = 'button';
      label.addEventListener('click', () => this.#events.onPress(entry.id));
      label.addEventListener('focus', () => {
        if (label.matches(':focus-visible')) this.#events.onFocus(entry.id);
      });
      label.addEventListener('blur', () => this.#events.onFocus(null));
    }
    row.append(label);
    this.element.append(row);
    return { entry, row, label, text, seal };
  }
}

function write({ entry, label, row, text, seal }: Item): void {
  label.className = `map-name ${entry.kind}`;
  if (text.textContent !== entry.name) text.textContent = entry.name;
  if (label instanceof HTMLButtonElement) label.setAttribute('aria-label', entry.description);
  seal.style.display = entry.sealed ? '' : 'none';
  row.classList.toggle('own', entry.own);
  row.classList.toggle('dimmed', entry.dimmed);
}
