import type { Command } from 'commander';
import { join } from 'node:path';
import { MERGED, mergeShards } from '../simulate/merge.ts';

/** `crossroads merge`: the shards of a simulation as one set of files. */
export function addMerge(program: Command): void {
  program
    .command('merge')
    .description('put the shards of a simulation together, after checking them against their manifests')
    .argument('<dir>', 'the directory that the shards were written to')
    .option('--csv', 'write CSV files as well')
    .action(async (directory: string, options: { readonly csv?: true }) => {
      const { games, files } = await mergeShards(directory, options.csv === true);
      console.log(`${join(directory, MERGED)}: ${games.count} games in ${files.length} files.`);
    });
}
