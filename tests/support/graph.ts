import { arrowCount, boxed, boxIn, circlesOf, importGraphOf, upwardArrows } from './importGraph.ts';
import { sharedNames } from './exportedNames.ts';
import { sourcesOf } from './sources.ts';

/**
 * `npm run graph [-- FOLDER …]`: the import structure of each folder (types included). A box is a file or folder directly in it;
 * an arrow is one box importing another; an upward arrow runs against the order of the rest.
 */
const files = sourcesOf('shared', 'server', 'client');
const graph = importGraphOf(files);
const wanted = process.argv.slice(2);
const folders = wanted.length > 0 ? wanted : foldersOf(files.map(({ path }) => path));

console.log('folder'.padEnd(36), 'boxes', 'arrows', 'upward', 'circles');
for (const folder of folders) {
  const inside = boxed(graph, boxIn(folder));
  const figures = [inside.size, arrowCount(inside), upwardArrows(inside), circlesOf(inside).length];
  const widths = [5, 6, 6, 7];
  console.log(
    folder.padEnd(36),
    ...figures.map((figure, index) => String(figure).padStart(widths[index] ?? 0)),
  );
}

const circles = circlesOf(graph);
console.log(`\ncircles of files: ${circles.length}`);
for (const circle of circles) console.log(`  ${circle.join(' ')}`);

const twice = sharedNames(files);
console.log(`\nexported names in two files: ${twice.length}`);
for (const complaint of twice) console.log(`  ${complaint}`);

console.log('\nlongest files:');
const long = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
for (const { path, lines } of long.toSorted((a, b) => b.lines - a.lines).slice(0, 10))
  console.log(`  ${String(lines).padStart(4)} ${path}`);

/** Every folder with more than one box. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const all = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return ['', ...new Set(all)].toSorted();
}
