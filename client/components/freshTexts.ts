/** Elements that a browser's translation or an extension puts in place of a text; this program has none of its own. */
const STAND_IN = 'FONT';

/** What stands in for texts: by the text, and all of it. */
interface StandIns {
  readonly of: WeakMap<Text, Element>;
  readonly all: WeakSet<Element>;
}

/**
 * Keeps what is shown up to date where a page translation has replaced texts. A translator takes a text out and puts its own
 * in; whatever the program then writes into the text it holds is seen by nobody. So the text goes back, empty, beside what
 * stands in for it, and as soon as the program writes into it or removes it the other one goes. [cases: translate]
 */
export function keepTextsFresh(page: Node): void {
  const standIns: StandIns = { of: new WeakMap(), all: new WeakSet() };
  const watch = { subtree: true, childList: true, characterData: true };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') written(standIns, change.target);
      else for (const node of change.removedNodes) removed(standIns, node, change);
    }
    // What was done here is no news.
    observer.takeRecords();
  });
  observer.observe(page, watch);
}

/** The program has written into a text: what stood in for it is old. */
function written(standIns: StandIns, node: Node): void {
  if (!(node instanceof Text) || node.data === '') return;
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

/** What has come where a text was, if it is a translator's and stands in for no other. */
function standInOf(standIns: StandIns, change: MutationRecord): Element | null {
  const near = [...change.addedNodes, change.previousSibling, change.nextSibling];
  const found = near.find(
    (node): node is Element =>
      node instanceof Element && node.tagName === STAND_IN && node.isConnected && !standIns.all.has(node),
  );
  return found ?? null;
}
