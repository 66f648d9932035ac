import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedNames } from './support/exportedNames.ts';
import { circlesOf, importGraphOf, reachOf } from './support/importGraph.ts';
import { offTheTable, tableGraph } from './support/importTable.ts';
import {
  exportsAreDescribed,
  filesAreSmall,
  agreementsAreViewed,
  importsPointInward,
  type Law,
  noEscapes,
  noSleepingTests,
  stateIsPlain,
} from './support/laws.ts';
import { brokenLaws, lintBroken } from './support/brokenLaws.ts';
import { rootNames, sourcesOf } from './support/sources.ts';

const house = sourcesOf('shared', 'server', 'client');
const everything = [
  ...house,
  ...sourcesOf('tests').filter(({ path }) => !/^tests\/(support\/laws|architecture)/.test(path)),
];

/** Each law with a file that breaks it on purpose, to show that every law can fail. */
const laws: readonly {
  readonly name: string;
  readonly law: Law;
  readonly broken: { path: string; text: string };
}[] = [
  {
    name: 'imports point inward',
    law: importsPointInward,
    broken: { path: 'shared/model/world.ts', text: "import { x } from '../../server/main.ts';" },
  },
  {
    name: 'each library has its room',
    law: importsPointInward,
    broken: { path: 'client/panels/Dial.tsx', text: "import Phaser from 'phaser';" },
  },
  {
    name: 'state is plain JSON',
    law: stateIsPlain,
    broken: {
      path: 'shared/session/vocabulary/state.ts',
      text: 'interface S { seats: Map<string, number> }',
    },
  },
  {
    name: 'no suppressions',
    law: noEscapes,
    broken: { path: 'client/main.tsx', text: '// @ts-ignore\nexport {};' },
  },
  {
    name: 'agreements are seen as views',
    law: agreementsAreViewed,
    broken: {
      path: 'client/panels/x.ts',
      text: "import { type Agreement, bindsIn } from '#shared/session/vocabulary/agreements.ts';",
    },
  },
  { name: 'no barrels', law: noEscapes, broken: { path: 'shared/index.ts', text: 'export {};' } },
  {
    name: 'exports are described',
    law: exportsAreDescribed,
    broken: { path: 'shared/lib/x.ts', text: 'export function nameless() {}' },
  },
  {
    name: 'tests run',
    law: noSleepingTests,
    broken: { path: 'tests/x.test.ts', text: "it.skip('later', () => {});" },
  },
  {
    name: 'files are small',
    law: filesAreSmall,
    broken: { path: 'server/big.ts', text: 'x\n'.repeat(301) },
  },
];

/** The modules that a fold may run: the vocabulary, other folds, and of the model the ledger with its parts. */
function mayServeFolds(path: string): boolean {
  return (
    /^shared\/(lib|session\/(vocabulary|folds|evolve\.ts))/.test(path) ||
    /^shared\/model\/(applying|entries|factValues|ledger|micro|reasons|world)\.ts$/.test(path)
  );
}

describe('the laws of the house', () => {
  for (const { name, law, broken } of laws) {
    it(name, () => {
      expect(everything.flatMap(law)).toEqual([]);
    });

    it(`${name}: a file that breaks it is named`, () => {
      expect(law(broken)).not.toEqual([]);
    });
  }

  it('find files to check', () => {
    expect(house.length).toBeGreaterThan(100);
  });
});

describe('the laws that the linter keeps', () => {
  let found: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(async () => {
    found = await lintBroken();
  }, 120_000);

  for (const { law, path, rule } of brokenLaws)
    it(`${law}: a file that breaks it is named`, () => {
      expect(found.get(path)?.join(' ') ?? 'nothing').toContain(rule);
    });

  it('report no file that keeps them', () => {
    expect([...found.keys()].toSorted()).toEqual(brokenLaws.map(({ path }) => path).toSorted());
  });
});

describe('one word per idea', () => {
  it('no exported name is in two files, except the words on screen', () => {
    expect(sharedNames(house)).toEqual([]);
  });

  it('names both files that export the same name', () => {
    const one = { path: 'shared/model/world.ts', text: 'export interface Stage {}' };
    const other = { path: 'client/map/layout.ts', text: 'export const Stage = 1;\nexport type Stage = 1;' };
    expect(sharedNames([one, other])).toEqual([
      'Stage is exported by shared/model/world.ts and client/map/layout.ts',
    ]);
  });
});

describe('imports inside the house', () => {
  it('run one way, types included: no circles', () => {
    expect(circlesOf(importGraphOf(house))).toEqual([]);
  });

  it('names a circle of files', () => {
    const one = { path: 'shared/model/a.ts', text: "import type { B } from './b.ts';" };
    const other = { path: 'shared/model/b.ts', text: "import { a } from './a.ts';" };
    expect(circlesOf(importGraphOf([one, other]))).toEqual([['shared/model/a.ts', 'shared/model/b.ts']]);
  });

  it('keep to the table of rooms', () => {
    expect(offTheTable(house)).toEqual([]);
  });

  it('are reported if the table does not allow them', () => {
    const rule = { path: 'shared/session/topics/x.ts', text: "import type { View } from '../views/y.ts';" };
    const view = { path: 'shared/session/views/y.ts', text: '' };
    expect(offTheTable([rule, view])).toEqual([
      'shared/session/topics/x.ts imports shared/session/views/y.ts: shared/session/topics may not import shared/session/views',
    ]);
  });

  it('lead from the folds to no rule of the game', () => {
    expect(reachOf(house, ['shared/session/evolve.ts']).filter((path) => !mayServeFolds(path))).toEqual([]);
  });

  it('are reported if a fold reads a rule, also indirectly', () => {
    const fold = { path: 'shared/session/folds/x.ts', text: "import { y } from '../vocabulary/y.ts';" };
    const word = {
      path: 'shared/session/vocabulary/y.ts',
      text: "import { type A, z } from '../../model/rules/z.ts';",
    };
    const rule = { path: 'shared/model/rules/z.ts', text: '' };
    const reached = reachOf([fold, word, rule], [fold.path]);
    expect(reached.filter((path) => !mayServeFolds(path))).toEqual(['shared/model/rules/z.ts']);
  });

  it('have a table that cannot become a circle', () => {
    expect(circlesOf(tableGraph)).toEqual([]);
  });
});

describe('the top level', () => {
  it('holds only what tools and people need', () => {
    const allowed = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'server',
      'client',
      'shared',
      'tests',
      'vite.config.ts',
      'vite.static.config.ts',
      'vitest.config.ts',
      'biome.json',
      '.oxlintrc.json',
      '.ci',
      '.gitignore',
      'ARCHITECTURE.md',
      'GLOSSARY.md',
      'CHANGELOG.md',
      'LICENSE',
      'docs',
      'index.html',
      'crossroads.cjs',
      'Dockerfile',
      'compose.yaml',
      'public',
      '.nvmrc',
    ];
    expect(rootNames().filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names only places that exist', () => {
    const named = [
      ...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(
        /`((?:shared|server|client|tests)(?:\/[\w.-]+)*)`/g,
      ),
    ];
    const missing = named.map((match) => match[1] ?? '').filter((place) => !existsSync(place));
    expect(named.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
