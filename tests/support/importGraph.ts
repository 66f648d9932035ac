import { posix } from 'node:path';
import { importsOf, type SourceFile, valueImportsOf } from './sources.ts';

/** Who imports whom, types included: each file or box with its imports. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports among these files, without libraries and styles. */
export function importGraphOf(files: readonly SourceFile[]): ImportGraph {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, text }) => [
      path,
      new Set(
        importsOf(text)
          .map((target) => resolvedImport(path, target))
          .filter((target) => paths.has(target) && target !== path),
      ),
    ]),
  );
}

/** Every file that runs when one of these files is imported, including itself, in alphabetical order. */
export function reachOf(files: readonly SourceFile[], from: readonly string[]): readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const reached = new Set<string>();
  const next = [...from];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const text = texts.get(path);
    if (text === undefined || reached.has(path)) continue;
    reached.add(path);
    const importer = path;
    next.push(...valueImportsOf(text).map((target) => resolvedImport(importer, target)));
  }
  return [...reached].toSorted();
}

/** The path from the root that an import names; a library as written. */
export function resolvedImport(path: string, target: string): string {
  if (target.startsWith('#shared/')) return target.slice(1);
  if (!target.startsWith('.')) return target;
  return posix.normalize(posix.join(posix.dirname(path), target));
}

/** The same graph with each file replaced by its box; omits files without one. */
export function boxed(graph: ImportGraph, boxOf: (path: string) => string | null): ImportGraph {
  const boxes = new Map<string, Set<string>>();
  for (const [path, targets] of graph) {
    const from = boxOf(path);
    if (from === null) continue;
    const known = boxes.get(from) ?? new Set<string>();
    boxes.set(from, known);
    for (const target of targets) {
      const to = boxOf(target);
      if (to !== null && to !== from) known.add(to);
    }
  }
  return boxes;
}

/** The files and folders directly in a folder, as boxes; null for files elsewhere. */
export function boxIn(folder: string): (path: string) => string | null {
  const depth = folder === '' ? 0 : folder.split('/').length;
  return (path) =>
    folder === '' || path.startsWith(`${folder}/`)
      ? path
          .split('/')
          .slice(0, depth + 1)
          .join('/')
      : null;
}

/** Boxes that import each other in a circle, each circle in alphabetical order. [tarjan-1972] */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const walk: Walk = { graph, index: new Map(), low: new Map(), stack: [], found: [] };
  for (const box of graph.keys()) if (!walk.index.has(box)) enter(walk, box);
  return walk.found.filter((ring) => ring.length > 1);
}

interface Walk {
  readonly graph: ImportGraph;
  readonly index: Map<string, number>;
  readonly low: Map<string, number>;
  readonly stack: string[];
  readonly found: string[][];
}

function enter(walk: Walk, box: string): void {
  const { graph, index, low, stack } = walk;
  index.set(box, index.size);
  low.set(box, index.get(box) ?? 0);
  stack.push(box);
  for (const next of graph.get(box) ?? []) {
    if (!index.has(next)) enter(walk, next);
    if (stack.includes(next)) low.set(box, Math.min(low.get(box) ?? 0, low.get(next) ?? 0));
  }
  if (low.get(box) === index.get(box)) walk.found.push(stack.splice(stack.indexOf(box)).toSorted());
}

/** How many arrows run against the order with the fewest such arrows, as far as a greedy search finds it. [eades-1993] */
export function upwardArrows(graph: ImportGraph): number {
  return circlesOf(graph).reduce((sum, ring) => sum + upwardInRing(graph, new Set(ring)), 0);
}

function upwardInRing(graph: ImportGraph, ring: ReadonlySet<string>): number {
  const left = new Set(ring);
  const out = (box: string): number => countOf(graph.get(box), left);
  const into = (box: string): number => [...left].filter((other) => graph.get(other)?.has(box)).length;
  const place = new Map<string, number>();
  while (left.size > 0) {
    const top = [...left].toSorted((a, b) => out(b) - into(b) - (out(a) - into(a)) || (a < b ? -1 : 1))[0];
    if (top === undefined) break;
    place.set(top, place.size);
    left.delete(top);
  }
  const isUpward = (from: string, to: string): boolean => (place.get(from) ?? 0) > (place.get(to) ?? 0);
  return [...ring].reduce(
    (sum, box) => sum + [...(graph.get(box) ?? [])].filter((to) => ring.has(to) && isUpward(box, to)).length,
    0,
  );
}

function countOf(targets: ReadonlySet<string> | undefined, among: ReadonlySet<string>): number {
  return [...(targets ?? [])].filter((target) => among.has(target)).length;
}

/** How many arrows a graph has. */
export function arrowCount(graph: ImportGraph): number {
  return [...graph.values()].reduce((sum, targets) => sum + targets.size, 0);
}
