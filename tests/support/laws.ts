import { resolvedImport } from './importGraph.ts';
import { codeOf, importsOf, type SourceFile } from './sources.ts';

/** A law of the house as a check: its complaints about one file, none if the file keeps it. */
export type Law = (file: SourceFile) => readonly string[];

/** Law 6: imports point inward, client → shared ← server; each outside library has one room. */
export const importsPointInward: Law = ({ path, text }) =>
  importsOf(text)
    .map((target) => inwardComplaint(path, resolvedImport(path, target)))
    .filter((complaint) => complaint !== null);

const sharedLibraries =
  /^(zod|@noble\/hashes|graphology(-.*)?|fflate|csv-stringify\/.*|write-excel-file\/.*)$/;

const rooms: readonly { readonly library: RegExp; readonly only: RegExp }[] = [
  { library: /^phaser$/, only: /^client\/map\// },
  { library: /^@colyseus\/sdk$/, only: /^(client\/net|tests|client\/source|server\/rehearse)\// },
  {
    library: /^@colyseus\/(core|ws-transport|schema)$/,
    only: /^(server\/(rooms|wire|http|app|main)|tests\/)/,
  },
  { library: /^colyseus$/, only: /^never$/ },
  { library: /^hyparquet/, only: /^(server\/simulate|tests)\// },
  { library: /^csv-stringify/, only: /^(shared\/export|server\/simulate|tests)\// },
  { library: /^write-excel-file/, only: /^(shared\/export|tests)\// },
  { library: /^fflate/, only: /^(shared\/export|server\/package|tests)\// },
  { library: /^graphology/, only: /^(shared\/analysis|tests)\// },
  { library: /^prom-client$/, only: /^server\/lib\// },
  { library: /^node:sqlite$/, only: /^(server\/store|tests)\// },
  { library: /^express$/, only: /^(server\/(http|app|main)|tests\/)/ },
  { library: /^node:/, only: /^(server|tests)\// },
];

function inwardComplaint(path: string, target: string): string | null {
  const from = path.split('/')[0];
  const to = target.split('/')[0];
  const crossing = (from === 'client' && to === 'server') || (from === 'server' && to === 'client');
  if (crossing) return `${path} imports ${target}`;
  if (from === 'shared' && to !== 'shared' && !sharedLibraries.test(target))
    return `${path} imports ${target}`;
  const room = rooms.find(({ library }) => library.test(target));
  return room !== undefined && !room.only.test(path) ? `${path} imports ${target}` : null;
}

/** Law 1: the vocabulary of state and events is plain JSON. */
export const stateIsPlain: Law = ({ path, text }) => {
  if (!/^shared\/(session\/vocabulary|model)\/(state|events|world|ledger)\.ts$/.test(path)) return [];
  return [...codeOf(text).matchAll(/\b(?:Map|Set|Date|class)\b(?=[<\s(])/g)].map(
    (m) => `${path} holds ${m[0]}`,
  );
};

/** Nobody evades the checker: no suppressions, no barrels. The linter covers casts, `any` and default exports. */
export const noEscapes: Law = ({ path, text }) => {
  const complaints: string[] = [];
  if (/@ts-(?:ignore|expect-error|nocheck)|oxlint-disable|eslint-disable|biome-ignore/.test(text)) {
    complaints.push(`${path} suppresses a check`);
  }
  if (/(?:^|\/)index\.tsx?$/.test(path)) complaints.push(`${path} is a barrel`);
  return complaints;
};

/** Every export has a comment in domain words. */
export const exportsAreDescribed: Law = ({ path, text }) => {
  if (!/^(shared|server|client)\//.test(path) || /^client\/text\/(en|zh)\//.test(path)) return [];
  const lines = text.split('\n');
  return lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => /^export (?:async )?(?:function|const|class|interface|type) /.test(line))
    .filter(({ index }) => !isDescribed(lines, index))
    .map(({ line, index }) => `${path}:${index + 1} has no docstring: ${line.slice(0, 60)}`);
};

function isDescribed(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1]?.trim() ?? '';
  if (above.endsWith('*/')) return true;
  // Overloads share the docstring of the first.
  const name = /function (\w+)/.exec(lines[index] ?? '')?.[1];
  return name !== undefined && lines.slice(0, index).some((line) => line.includes(`function ${name}`));
}

/** Law 4: outside the rules nobody names an agreement of the state; screens and bots get its view. */
export const agreementsAreViewed: Law = ({ path, text }) => {
  if (/^(tests|shared\/session\/(vocabulary|folds|topics|findings|views\/agreements?(View)?\.ts))/.test(path))
    return [];
  return /import (?:type )?\{[^}]*\bAgreement\b[^}]*\} from '[^']*\/vocabulary\/agreements\.ts'/.test(text)
    ? [`${path} names Agreement instead of AgreementView`]
    : [];
};

/** A test that does not run is no test. */
export const noSleepingTests: Law = ({ path, text }) =>
  /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/.test(codeOf(text))
    ? [`${path} skips a test`]
    : [];

/**
 * A file answers one question: at most 300 lines, tests included, except the words on screen. The number is a guideline: at 250,
 * files were split that readers see as one.
 */
export const filesAreSmall: Law = ({ path, text }) => {
  if (path.startsWith('client/text/')) return [];
  const lines = text.split('\n').length - 1;
  return lines > 300 ? [`${path} has ${lines} lines`] : [];
};
