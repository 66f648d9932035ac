import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockedOf, type Lock } from './modules.ts';

/** A file that goes into a package: its place in the checkout, and its name in the program's folder. */
export interface Content {
  readonly from: string;
  readonly to: string;
}

/** A text that must travel with its program. */
const LICENCE_NAME = /^(?:licen[cs]e|copying|notice)/i;
/** What Node can load; types, maps, sources and descriptions are left out. */
const LOADABLE = /\.(?:js|cjs|mjs|json|wasm)$/;
/** Folders of a module that no program loads. */
const ASIDE = /(?:^|\/)(?:\.[^/]*|tests?|__tests__|examples?|docs?|node_modules)\//;

/** The program itself: server sources, scenarios, and the built pages. */
export function programContents(root: string): readonly Content[] {
  const sources = ['server', 'shared'].flatMap((folder) => filesIn(root, folder));
  return [
    ...sources.filter((path) => /\.(?:ts|json)$/.test(path) && !path.startsWith('server/package/')),
    ...filesIn(root, 'dist'),
    'crossroads.cjs',
  ].map((path) => ({ from: join(root, path), to: path }));
}

/** The loadable files of a module's folder, with its licence texts. Throws if the installed version differs from the locked one. */
export function moduleContents(root: string, lock: Lock, folder: string): readonly Content[] {
  const { version } = lockedOf(lock, folder);
  const installed = installedIn(root, folder).version;
  if (installed !== version)
    throw new Error(
      `${folder} is ${installed}, not ${version} as package-lock.json says: run "npm ci" first`,
    );
  return filesIn(root, folder)
    .filter((path) => {
      const inside = path.slice(folder.length + 1);
      return !ASIDE.test(inside) && (LOADABLE.test(inside) || LICENCE_NAME.test(inside));
    })
    .map((path) => ({ from: join(root, path), to: path }));
}

const installedSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('no licence named'),
});

/** The package.json of an installed module. */
export function installedIn(root: string, folder: string): z.output<typeof installedSchema> {
  return installedSchema.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
}

/** The licence texts of some modules as one text; equal texts appear once. */
export function licencesOf(root: string, folders: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const folder of folders) {
    const { name, version, license } = installedIn(root, folder);
    const texts = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENCE_NAME.test(entry.name))
      .map((entry) =>
        readFileSync(join(root, folder, entry.name), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim(),
      );
    const text = texts.join('\n\n') || `(No text comes with it.)`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const rule = '-'.repeat(80);
  return [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${rule}\n\n`);
}

/** The files of a folder of a checkout, as paths from its root, in order. */
export function filesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''))
    .toSorted();
}
