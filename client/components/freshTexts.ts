/** Elements that a browser's translation or an extension puts in place of a text; this program uses none of them. */
const STAND_IN = 'FONT';

/** The elements that replace texts: by the text, and all of them. */
interface StandIns {
  readonly of: WeakMap<Text, Element>;
  readonly all: WeakSet<Element>;
}

/**
 * Keeps the page up to date after a page translation has replaced texts. A translator removes a text and inserts its own; whatever
 * the program then writes into its text stays invisible. So this module puts the text back, empty, beside its replacement, and
 * removes the replacement as soon as the program writes into the text or removes it. [cases: translate]
 */
export function keepTextsFresh(page: Node): void {
  const standIns: StandIns = { of: new WeakMap(), all: new WeakSet() };
  const watch = { subtree: true, childList: true, characterData: true };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') written(standIns, change.target);
      else {
        for (const node of change.removedNodes) removed(standIns, node, change);
        for (const node of change.addedNodes) joined(standIns, node);
      }
    }
    // Our own changes must not be processed again.
    observer.takeRecords();
  });
  observer.observe(page, watch);
}

/** The program has written into a text: its replacement is out of date. */
function written(standIns: StandIns, node: Node): void {
  if (!(node instanceof Text)) return;
  standIns.of.get(node)?.remove();
  standIns.of.delete(node);
}

function removed(standIns: StandIns, node: Node, change: MutationRecord): void {
  if (!(node instanceof Text)) return;
  const known = standIns.of.get(node);
  if (known !== undefined && !node.isConnected) {
    known.remove();
    standIns.of.delete(node);
    return;
  }
  const standIn = standInOf(standIns, change);
  if (standIn === null || node.isConnected) return;
  node.data = '';
  standIn.before(node);
  standIns.of.set(node, standIn);
  standIns.all.add(standIn);
}

/** What the program puts right after a text has come between it and its replacement: it belongs after both. */
function joined(standIns: StandIns, { previousSibling: text }: Node): void {
  if (!(text instanceof Text)) return;
  const standIn = standIns.of.get(text);
  if (standIn !== undefined && text.nextSibling !== standIn) text.after(standIn);
}

/** The new element in a text's place, if it is a translator's and replaces no other text. */
function standInOf(standIns: StandIns, change: MutationRecord): Element | null {
  const near = [...change.addedNodes, change.previousSibling, change.nextSibling];
  const found = near.find(
    (node): node is Element =>
      node instanceof Element && node.tagName === STAND_IN && node.isConnected && !standIns.all.has(node),
  );
  return found ?? null;
}
