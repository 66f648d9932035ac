import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockedSchema = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().default(false) })).default({}),
});
const lockSchema = z.object({ packages: z.record(z.string(), z.unknown()) });

/** A module in the lock file. */
export type LockedModule = z.output<typeof lockedSchema>;

/** The lock file: what it says of each module, by folder `node_modules/…`. */
export interface Lock {
  module(folder: string): LockedModule | null;
}

/** Reads the lock file of a checkout. */
export function lockIn(root: string): Lock {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return { module: (folder) => (folder in packages ? lockedSchema.parse(packages[folder]) : null) };
}

/** The outside modules that some source files import. */
export function importedModules(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => {
    const found = readFileSync(file, 'utf8').matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*)'([^'.#][^']*)'/g);
    return Array.from(found, ([, name = '']) => moduleOf(name));
  });
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).toSorted();
}

/** `graphology-metrics` of `graphology-metrics/graph/modularity.js`. */
function moduleOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The folders of some modules and of all modules they require, by the lock file. Leaves out optional peers and type packages. */
export function modulesNeeded(lock: Lock, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const waiting = names.map((name) => folderOf(lock, '', name));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies, peerDependencies, peerDependenciesMeta } = lockedOf(lock, folder);
    const peers = Object.keys(peerDependencies).filter(
      (name) => peerDependenciesMeta[name]?.optional !== true,
    );
    const needed = [...Object.keys(dependencies), ...peers].filter((name) => !name.startsWith('@types/'));
    for (const name of needed) waiting.push(folderOf(lock, folder, name));
  }
  return [...found].toSorted();
}

/** The lock file's entry of a module; a missing one is a fault. */
export function lockedOf(lock: Lock, folder: string): LockedModule {
  const locked = lock.module(folder);
  if (locked === null) throw new Error(`package-lock.json has no ${folder}`);
  return locked;
}

/** Where Node finds a module from within another: beside it, or further up. */
function folderOf(lock: Lock, from: string, name: string): string {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const folder = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (lock.module(folder) !== null) return folder;
    if (place === '') throw new Error(`package-lock.json has no ${name}, which ${from} needs`);
  }
}
