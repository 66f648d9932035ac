/** A rectangle on the screen, in CSS pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line of text as it stands on the wall. */
export interface Line {
  readonly text: string;
  /** Lines of one text share a number. */
  readonly of: number;
  /** Height of the letters' square, in CSS pixels, after all scaling. */
  readonly size: number;
  readonly at: Place;
  /** Its part of the wall: column, head, foot, map with legend. */
  readonly room: Place;
  readonly isOnPage: boolean;
}

/** What can be measured of a wall. */
export interface Seen {
  readonly wall: Place;
  readonly lines: readonly Line[];
  /** The area of the pages, and the distance from one page to the next; null without pages. */
  readonly frame: Place | null;
  readonly step: number;
  readonly pages: number;
  readonly map: Place | null;
  /** What that place holds. */
  readonly centre: 'map' | 'course';
  readonly parts: readonly { readonly name: string; readonly at: Place }[];
  /** Boxes that hide part of their content. */
  readonly cut: readonly string[];
  /** Grids and flex boxes on a page that the browser may try to break: Chromium can hang on them. */
  readonly breakable: readonly string[];
}

/** A page of any browser: it can run a function that uses nothing from outside itself. */
interface Measurable {
  evaluate<Answer>(work: () => Answer): Promise<Answer>;
}

/** Measures what the wall shows now. */
export async function seenOn(page: Measurable): Promise<Seen> {
  const lines = await page.evaluate(linesHere);
  const breakable = await page.evaluate(breakableHere);
  return { lines, breakable, ...(await page.evaluate(boxesHere)) };
}

/* All run in the page: they may use nothing from outside themselves. */

function linesHere(): Line[] {
  const found: Line[] = [];
  const place = ({ left, top, right, bottom }: DOMRect): Place => ({ left, top, right, bottom });
  const unseen = '.visually-hidden, .map-names, .projector-controls, .projector-frozen';
  const walker = document.createTreeWalker(
    document.querySelector('.projector') ?? document,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(), of = 0; node !== null; node = walker.nextNode(), of += 1) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || element.closest(unseen) !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scale = element.closest('svg')?.getScreenCTM()?.a ?? 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    const room = place((element.closest('.projector > *') ?? document.body).getBoundingClientRect());
    const isOnPage = element.closest('.book-sheet') !== null;
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1)
        found.push({ text: text.slice(0, 40), of, size, at: place(rect), room, isOnPage });
  }
  return found;
}

function boxesHere(): Omit<Seen, 'lines' | 'breakable'> {
  const place = (element: Element | null): Place | null => {
    if (element === null) return null;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const names = ['main', 'header', '.instruments', '.book', 'footer'];
  const wall = [...document.querySelectorAll('.projector')];
  const all = (name: string): Element[] =>
    wall.flatMap((one) => [...one.querySelectorAll(`:scope > aside > ${name}, :scope > ${name}`)]);
  const fixed =
    'header, footer, aside, .direction, .rules, .gauge, .projector-lobby, .debrief-step, .debrief-wall, main';
  const isCut = (box: HTMLElement): boolean =>
    box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2;
  const sheet = document.querySelector('.book-sheet');
  const gap = sheet === null ? 0 : Number.parseFloat(getComputedStyle(sheet).columnGap);
  return {
    step: (sheet?.clientWidth ?? 0) + gap,
    wall: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
    frame: place(document.querySelector('.book-frame')),
    pages: Number(document.querySelector('.book')?.getAttribute('data-pages') ?? 1),
    map: place(document.querySelector('.projector .map-pane, .projector > main > .course.is-wall')),
    centre: document.querySelector('.projector > main > .course.is-wall') === null ? 'map' : 'course',
    parts: names.flatMap((name) =>
      all(name).flatMap((part) => {
        const at = place(part);
        return at === null ? [] : [{ name, at }];
      }),
    ),
    cut: wall.flatMap((one) =>
      [...one.querySelectorAll<HTMLElement>(fixed)]
        .filter((box) => box.closest('.map-pane') === null && isCut(box))
        .map((box) => `${box.localName}.${box.className}`),
    ),
  };
}

function breakableHere(): string[] {
  const display = (element: Element): string => getComputedStyle(element).display;
  const isWhole = (element: Element): boolean => {
    for (
      let one: Element | null = element;
      one !== null && !one.matches('.book-sheet');
      one = one.parentElement
    )
      if (display(one).startsWith('inline-')) return true;
    return false;
  };
  return [...document.querySelectorAll('.book-sheet *')]
    .filter((element) => ['grid', 'flex'].includes(display(element)) && !isWhole(element))
    .map((element) => `${element.localName}.${element.className}`);
}
