import type { Page } from 'playwright-core';

/**
 * The faults of the texts and boxes on a screen, in words; empty if there are none. `names` must stay whole where they appear
 * alone and in row headings.
 */
export async function textFaultsOn(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const { broken, pairs } = await page.evaluate(textsHere, names);
  return [...new Set([...broken, ...pairs, ...(await page.evaluate(boxesHere))])];
}

/* Both run in the page: they may use nothing from outside themselves. */

/** Words and numbers broken over two lines, labels that leave their button, and texts that overlap or touch. */
function textsHere(names: readonly string[]): { broken: string[]; pairs: string[] } {
  const broken: string[] = [];
  const pairs: string[] = [];
  const unseen = '.visually-hidden, .map-names, svg, canvas, option, textarea, input, [aria-hidden="true"] *';
  const labels = 'button, th, dt, label, legend, summary, h1, h2, h3, h4, .chip, small, figcaption';
  interface Line {
    readonly text: string;
    readonly element: Element;
    readonly rect: DOMRect;
  }
  const lines: Line[] = [];

  /** Whether a point of a text is visible: nothing else lies over it. */
  const isSeen = (element: Element, { left, top, width, height }: DOMRect): boolean => {
    // An element in a closed list has a position but is not drawn.
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const [x, y] = [left + width / 2, top + height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (hit === element || hit.contains(element) || element.contains(hit));
  };
  /** Whether most of a line lies within the boxes that scroll or hide what is beyond them. */
  const isWithin = (element: Element, { top, bottom, height }: DOMRect): boolean => {
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === 'visible') continue;
      const box = around.getBoundingClientRect();
      if (Math.min(bottom, box.bottom) - Math.max(top, box.top) < height * 0.9) return false;
    }
    return true;
  };
  /** The lines of a stretch of text. */
  const rowsOf = (node: Node, from: number, to: number): DOMRect[] => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const rows: DOMRect[] = [];
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const last = rows.at(-1);
      if (last === undefined || rect.top > last.top + last.height / 2) rows.push(rect);
    }
    return rows;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const whole = node.textContent ?? '';
    if (element === null || whole.trim() === '' || element.closest(unseen) !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    if (rects.length === 0 || !isSeen(element, rects[0] ?? new DOMRect())) continue;
    const shown = whole.trim().slice(0, 40);
    for (const rect of rects)
      if (isSeen(element, rect) && isWithin(element, rect)) lines.push({ text: shown, element, rect });

    for (const match of whole.matchAll(
      /[\p{Script=Latin}’'][\p{Script=Latin}’'\d]+|[+−-]?\d[\d.,]*(?: ?%)?/gu,
    ))
      if (rowsOf(node, match.index, match.index + match[0].length).length > 1)
        broken.push(`"${match[0]}" is broken in "${shown}"`);

    if (element.matches('small.num, b.num, .change') && rowsOf(node, 0, whole.length).length > 1)
      broken.push(`the number "${shown}" takes several lines`);

    const crowded = /\p{Script=Han}[+−]?\d|[\d%]\p{Script=Han}/u.exec(whole);
    if (crowded !== null) broken.push(`no space at "${crowded[0]}" in "${shown}"`);

    for (const name of names) {
      const from = whole.indexOf(name);
      const isAlone = whole.trim() === name || element.closest('th') !== null;
      if (from >= 0 && isAlone && rowsOf(node, from, from + name.length).length > 1)
        broken.push(`the name ${name} is broken in "${shown}"`);
    }

    const label = element.closest(labels);
    const han = [...whole.matchAll(/\p{Script=Han}/gu)];
    if (label !== null && han.length > 1 && han.length <= 8) {
      const tops = han.map(({ index }) => Math.round(rowsOf(node ?? element, index, index + 1)[0]?.top ?? 0));
      const perRow = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
      if (perRow.length > 1 && Math.min(...perRow) === 1) broken.push(`one character alone in "${shown}"`);
    }
    const isShortened = getComputedStyle(element).textOverflow === 'ellipsis';
    const button = isShortened ? null : element.closest('button, .chip');
    const box = button?.getBoundingClientRect();
    if (box)
      for (const rect of rects)
        if (rect.left < box.left - 1 || rect.right > box.right + 1)
          broken.push(`"${shown}" leaves its button`);
  }

  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (one.element === other.element || one.element.contains(other.element)) continue;
      if (other.element.contains(one.element)) continue;
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      const height = Math.min(one.rect.height, other.rect.height);
      if (across > 2 && down > height * 0.45) pairs.push(`"${one.text}" lies over "${other.text}"`);
      const isCell = one.element.closest('th, td') !== other.element.closest('th, td');
      if (isCell && across > -3 && across <= 2 && down > height * 0.5)
        pairs.push(`"${one.text}" touches "${other.text}"`);
    }
  });
  return { broken, pairs };
}

/** Boxes with their own border or background that touch or overlap without one containing the other. */
function boxesHere(): string[] {
  const over = document.documentElement.scrollWidth - innerWidth;
  const faults: string[] = over > 0 ? [`the page is ${over} px wider than the screen`] : [];
  const isBox = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const isRound = Number.parseFloat(style.borderTopLeftRadius) > 2;
    const isRimmed =
      Number.parseFloat(style.borderTopWidth) > 0 && Number.parseFloat(style.borderLeftWidth) > 0;
    return isRound && isRimmed && style.visibility !== 'hidden';
  };
  const name = (element: Element): string =>
    (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 30) || element.className;
  const parents = new Set(
    [...document.querySelectorAll('main *, body > * *')].map((one) => one.parentElement),
  );
  for (const parent of parents) {
    if (parent === null || parent.closest('svg, .visually-hidden, [data-joined]') !== null) continue;
    const boxes = [...parent.children].filter((child) => child.getClientRects().length > 0 && isBox(child));
    boxes.forEach((one, index) => {
      const a = one.getBoundingClientRect();
      for (const other of boxes.slice(index + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > -1.5 && down > -1.5 && Math.max(across, down) > 2)
          faults.push(`"${name(one)}" touches "${name(other)}"`);
      }
    });
  }
  return faults;
}
