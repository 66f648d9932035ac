import { posix } from 'node:path';
import { importGraphOf, type ImportGraph } from './importGraph.ts';
import type { SourceFile } from './sources.ts';

/** What a session's rules are made of, for rooms that read them. */
const rules = [
  'shared/lib',
  'shared/model',
  'shared/scenario',
  'shared/session/vocabulary',
  'shared/session/topics',
];
const session = [
  ...rules,
  'shared/session/findings',
  'shared/session/views',
  'shared/session/evolve.ts',
  'shared/session',
];
const record = [...session, 'shared/log', 'shared/wire'];
const games = [
  ...rules,
  'shared/session/views',
  'shared/bots',
  'shared/analysis',
  'shared/simulation',
  'shared/log',
];

/** What every screen and panel may build on. The client sees views: the bots, simulations and `shared/log` are for the replay alone. */
const seen = [...rules, 'shared/session/findings', 'shared/session/views', 'shared/wire'];
const tools = ['client/lib', 'client/net', 'client/source', 'client/text'];
const panel = [...seen, ...tools, 'client/components', 'client/charts', 'client/map', 'client/panels'];
const screen = [
  ...panel,
  'client/panels/brief',
  'client/panels/events',
  'client/panels/help',
  'client/panels/world',
  'client/panels/course',
  'client/panels/blocs',
  'client/panels/ending',
  'client/panels/why',
  'client/panels/agreements',
  'client/panels/orders',
  'client/panels/state',
  'client/panels/reveal',
  'client/panels/talk',
  'client/panels/export',
  'client/panels/picture',
  'client/panels/share',
];

/**
 * Which room may import which, types included; within a room everybody may import everybody, as long as no circle arises. A file
 * is in the deepest room that holds it. The rooms stand from the ground up, so a room imports only what stands above it here.
 * Whoever adds a word here decides something: say why in the commit.
 */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  'shared/lib': [],
  'shared/model': ['shared/lib'],
  'shared/analysis': ['shared/lib', 'shared/model'],
  'shared/scenario': ['shared/lib', 'shared/model'],
  'shared/session/vocabulary': ['shared/lib', 'shared/model', 'shared/scenario'],
  'shared/session/folds': ['shared/lib', 'shared/model', 'shared/session/vocabulary'],
  'shared/session/evolve.ts': ['shared/session/vocabulary', 'shared/session/folds'],
  'shared/session/topics': [
    'shared/lib',
    'shared/model',
    'shared/scenario',
    'shared/session/vocabulary',
    'shared/session/folds',
  ],
  'shared/paper': rules,
  'shared/session/findings': [...rules, 'shared/paper'],
  'shared/session/views': [...rules, 'shared/session/findings'],
  'shared/analysis/record': [...rules, 'shared/session/findings', 'shared/session/views', 'shared/analysis'],
  'shared/bots': [...rules, 'shared/session/views'],
  'shared/session': [...rules, 'shared/session/findings', 'shared/session/views'],
  'shared/simulation': [...rules, 'shared/session/views', 'shared/bots', 'shared/analysis'],
  'shared/wire': [...rules, 'shared/session/findings', 'shared/session/views'],
  'shared/log': session,
  'shared/export': [...session, 'shared/log'],
  'shared/run': [...session, 'shared/log', 'shared/bots'],

  'server/config.ts': ['shared/lib'],
  'server/lib': ['shared/lib', 'shared/scenario', 'shared/wire', 'server/config.ts'],
  'server/store': [...record, 'shared/run', 'server/config.ts', 'server/lib'],
  'server/wire': [...session, 'shared/wire'],
  'server/live': [...record, 'shared/bots', 'shared/run', 'server/config.ts', 'server/lib', 'server/store'],
  'server/rooms': [
    ...record,
    'shared/run',
    'server/config.ts',
    'server/lib',
    'server/store',
    'server/live',
    'server/wire',
  ],
  'server/http': [
    ...record,
    'shared/run',
    'server/config.ts',
    'server/lib',
    'server/store',
    'server/live',
    'server/rooms',
  ],
  'server/usual': [...games, 'server/config.ts', 'server/lib', 'server/store'],
  server: [
    ...record,
    'server/config.ts',
    'server/lib',
    'server/store',
    'server/live',
    'server/rooms',
    'server/http',
    'server/usual',
  ],
  'server/rehearse': [...rules, 'shared/session/views', 'shared/wire', 'server/config.ts', 'server/lib'],
  // How often the cases of the paper come up is counted in simulated games.
  'server/simulate': [
    ...games,
    'shared/paper',
    'shared/export',
    'server/config.ts',
    'server/lib',
    'server/store',
  ],
  'server/commands': [
    ...record,
    'shared/run',
    ...games,
    'shared/export',
    'server/config.ts',
    'server/lib',
    'server/store',
    'server/live',
    'server/http',
    'server',
    'server/rehearse',
    'server/simulate',
  ],
  'server/package': ['server/commands'],
  'server/cli.ts': ['server/config.ts', 'server/lib', 'server/commands'],

  'client/net': [...seen],
  'client/map': [],
  'client/lib': ['shared/lib', 'shared/wire', 'client/net'],
  // The fans behind compared sessions are simulated games, in a worker.
  'client/source': [...record, 'shared/run', 'shared/simulation', 'client/lib', 'client/net'],
  // What stands in for a server on one device: the one place in the client that runs sessions, bots and all, and holds whole scenarios.
  'client/local': [...record, 'shared/run', 'client/net', 'client/source'],
  'client/text': [
    ...seen,
    'shared/analysis',
    'shared/analysis/record',
    ...tools.filter((room) => room !== 'client/text'),
  ],
  'client/components': [...seen, ...tools],
  'client/charts': [...seen, ...tools, 'client/components'],
  'client/panels': [...seen, ...tools, 'client/components', 'client/charts', 'client/map'],
  'client/panels/brief': panel,
  'client/panels/events': panel,
  // Files are made from records, not from views: the page has the record that its reader may read.
  'client/panels/export': [...panel, 'shared/log', 'shared/export'],
  'client/panels/help': panel,
  'client/panels/share': panel,
  'client/panels/world': panel,
  'client/panels/course': [...panel, 'client/panels/world'],
  'client/panels/blocs': [...panel, 'client/panels/world'],
  // Branches and fans are made from records, in a worker.
  'client/panels/whatIf': [...panel, 'shared/run'],
  'client/panels/why': [...panel, 'client/panels/course', 'client/panels/events', 'client/panels/world'],
  'client/panels/picture': [...panel, 'client/panels/course', 'client/panels/world'],
  'client/panels/agreements': [...panel, 'client/panels/blocs', 'client/panels/brief'],
  'client/panels/ending': [
    ...panel,
    'client/panels/agreements',
    'client/panels/brief',
    'client/panels/course',
    'client/panels/world',
  ],
  'client/panels/orders': [
    ...panel,
    'client/panels/agreements',
    'client/panels/brief',
    'client/panels/events',
  ],
  'client/panels/state': [...panel, 'client/panels/world', 'client/panels/blocs', 'client/panels/agreements'],
  'client/panels/talk': [...panel, 'client/panels/orders', 'client/panels/agreements', 'client/panels/brief'],
  'client/panels/reveal': [
    ...panel,
    'client/panels/agreements',
    'client/panels/brief',
    'client/panels/course',
    'client/panels/orders',
    'client/panels/talk',
    'client/panels/world',
  ],

  'client/screens/lobby': screen,
  'client/screens/home': screen,
  'client/screens/join': screen,
  // The kit is for facilitators, who see the real names of the cases.
  'client/screens/kit': [...screen, 'shared/paper'],
  'client/screens/practice': screen,
  'client/screens/files': [...screen, 'client/screens/kit'],
  'client/screens/readiness': screen,
  'client/screens/rules': screen,
  'client/screens/debrief': [...screen, 'client/panels/whatIf'],
  'client/screens/host': [...screen, 'client/screens/debrief', 'client/screens/kit'],
  'client/screens/event': [...screen, 'client/screens/host'],
  'client/screens/play': [...screen, 'client/screens/debrief', 'client/screens/lobby'],
  // Sheets are made from the record, as the files are.
  'client/screens/sheets': [...screen, 'shared/log', 'shared/export'],
  'client/screens/replay': [
    ...screen,
    'shared/log',
    'shared/run',
    'shared/analysis',
    'shared/analysis/record',
    'shared/export',
    'client/panels/whatIf',
    'client/screens/debrief',
    'client/screens/play',
    'client/screens/sheets',
  ],
  // Comparing reads records, as the replay does.
  'client/screens/compare': [...screen, 'shared/analysis/record'],
  'client/screens/privacy': screen,
  'client/screens/server': screen,
  'client/screens/library': [...screen, 'client/screens/host', 'client/screens/replay'],
  'client/screens/projector': [...screen, 'client/screens/debrief', 'client/screens/replay'],
  'client/screens/shell': [
    ...screen,
    'client/screens/home',
    'client/screens/join',
    'client/screens/kit',
    'client/screens/practice',
    'client/screens/files',
    'client/screens/readiness',
    'client/screens/rules',
    'client/screens/host',
    'client/screens/event',
    'client/screens/replay',
    'client/screens/privacy',
    'client/screens/server',
    'client/screens/compare',
    'client/screens/library',
    'client/screens/play',
    'client/screens/projector',
  ],
  client: [...tools, 'client/components', 'client/local', 'client/screens/shell'],
};

/** The table as a graph, to see that what it allows can never become a circle. */
export const tableGraph: ImportGraph = new Map(
  Object.entries(importTable).map(([room, allowed]) => [room, new Set(allowed)]),
);

/**
 * The deepest room of the table that holds a file; null for a file in none. A folder of its own in `server` or `client` needs a
 * row.
 */
export function roomOf(path: string): string | null {
  for (let place = path; place !== '.'; place = posix.dirname(place))
    if (Object.hasOwn(importTable, place))
      return place.includes('/') || posix.dirname(path) === place ? place : null;
  return null;
}

/** Imports that the table does not allow, and files that are in no room. */
export function offTheTable(files: readonly SourceFile[]): readonly string[] {
  return [...importGraphOf(files)].flatMap(([path, targets]) => {
    const from = roomOf(path);
    if (from === null) return [`${path} is in no room of tests/support/importTable.ts`];
    return [...targets]
      .filter((target) => !isAllowed(from, roomOf(target)))
      .map((target) => `${path} imports ${target}: ${from} may not import ${roomOf(target) ?? 'it'}`);
  });
}

function isAllowed(from: string, to: string | null): boolean {
  return to !== null && (from === to || (importTable[from]?.includes(to) ?? false));
}
