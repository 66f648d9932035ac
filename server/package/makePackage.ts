import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Archive, writeArchive } from './archive.ts';
import { type Content, filesIn, licencesOf, moduleContents, programContents } from './contents.ts';
import { importedModules, lockIn, modulesNeeded, type Lock, lockedOf } from './modules.ts';
import { nodeProgram } from './nodeProgram.ts';
import type { Target } from './target.ts';
import { readMe, starterText, type TextFacts } from './writtenFiles.ts';

/** Only developers serve pages from their sources. */
const NOT_IN_A_PACKAGE = ['vite'];

const ownSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  type: z.string(),
  engines: z.object({ node: z.string() }),
  imports: z.record(z.string(), z.string()),
});

/** Makes the package of a checkout for one target, from what is installed and built there. */
export async function makePackage(root: string, target: Target, folder: string, at: Date): Promise<Archive> {
  const own = ownSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const lock = lockIn(root);
  const name = `crossroads-${own.version}-${target.id}`;
  const stage = mkdtempSync(join(tmpdir(), 'crossroads-package-'));
  try {
    const top = join(stage, name);
    const node = await putNode(root, lock, target, top);
    const facts = { version: own.version, node, least: own.engines.node.replace('>=', '') };
    putProgram(root, lock, own, join(top, 'program'));
    putTexts(target, facts, top);
    mkdirSync(folder, { recursive: true });
    return await writeArchive({
      stage,
      kind: target.archive,
      file: join(folder, `${name}.${target.archive}`),
      at,
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Puts Node into a package; returns its version, or none if the package uses the computer's own Node. */
async function putNode(root: string, lock: Lock, { node }: Target, top: string): Promise<string> {
  if (node === null) return '';
  const { program, licence } = await nodeProgram(root, lock, node);
  put(join(top, 'program', 'node', 'LICENSE'), licence);
  put(join(top, 'program', 'node', node.file.replace(/^bin\//, '')), program, true);
  return lockedOf(lock, `node_modules/${node.module}`).version;
}

function putProgram(root: string, lock: Lock, own: z.output<typeof ownSchema>, program: string): void {
  const sources = programContents(root);
  const served = imported(sources.map(({ from }) => from));
  const shown = imported(filesIn(root, 'client').map((path) => join(root, path)));
  const contents = modulesNeeded(lock, served).flatMap((each) => moduleContents(root, lock, each));
  for (const content of [...sources, ...contents]) copy(content, program);
  put(join(program, 'package.json'), `${JSON.stringify({ ...own, private: true }, null, 2)}\n`);
  // The built pages already contain these modules.
  const licences = licencesOf(root, modulesNeeded(lock, [...served, ...shown]));
  const mine = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  put(
    join(program, 'LICENCES.txt'),
    `Crossroads ${own.version}\n\n${mine}\n\n${'='.repeat(80)}\n\n${licences}`,
  );
}

function imported(files: readonly string[]): readonly string[] {
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  return importedModules(sources).filter((name) => !NOT_IN_A_PACKAGE.includes(name));
}

function putTexts(target: Target, facts: TextFacts, top: string): void {
  put(join(top, 'READ-ME.txt'), readMe(target, facts));
  for (const { from, to } of target.starters) put(join(top, to), starterText(target, from, facts), true);
}

function copy({ from, to }: Content, program: string): void {
  const file = join(program, to);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(from, file);
  chmodSync(file, 0o644);
}

function put(file: string, contents: string | Buffer, isStarted = false): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
  chmodSync(file, isStarted ? 0o755 : 0o644);
}
