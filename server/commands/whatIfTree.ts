import { existsSync } from 'node:fs';
import type { SessionLog } from '#shared/log/line.ts';
import type { Branch } from '#shared/run/branch.ts';
import { logHead } from '#shared/run/branchHeader.ts';
import {
  branchFileText,
  grownLog,
  isSameBranch,
  MOST_BRANCHES,
  type NamedBranch,
  namedBranchSchema,
  changesTo,
  readBranchFile,
  withBranch,
} from '#shared/run/branchTree.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { readTextFile, writeTextFile } from '../lib/textFile.ts';
import { sha256 } from '../store/digest.ts';
import { faultText } from './whatIfChange.ts';

/** The branches of a file that belongs to a record; none if the file does not exist yet. */
export function branchesIn(file: string | undefined, log: SessionLog): readonly NamedBranch[] {
  if (file === undefined || !existsSync(file)) return [];
  const read = readBranchFile(readTextFile(file), logHead(log));
  if (read.ok) return read.value;
  throw new CommandFailed(
    read.failure.code === 'otherRecord'
      ? `${file}: these branches belong to another record.`
      : `${file} is not a file of branches.`,
  );
}

/** The log of the branch with this name, played again from the record; the record itself without a name. */
export async function logUnder(
  log: SessionLog,
  branches: readonly NamedBranch[],
  name: string | undefined,
): Promise<SessionLog> {
  if (name === undefined) return log;
  const found = branches.find((one) => one.name === name);
  if (found === undefined) {
    const names = branches.map((one) => `"${one.name}"`).join(', ');
    throw new CommandFailed(`There is no branch "${name}". The file has ${names || 'none'}.`, 2);
  }
  const grown = await grownLog(log, changesTo(branches, found.head), sha256);
  if (!grown.ok) throw new CommandFailed(faultText(grown.failure, log));
  if (!isSameBranch(grown.value, found))
    throw new CommandFailed(`Today's rules make another branch of "${name}" than the one that was saved.`);
  return grown.value;
}

/** Keeps a branch under a name in a file. */
export function keepBranch(
  file: string,
  kept: {
    readonly record: SessionLog;
    readonly parent: SessionLog;
    readonly branches: readonly NamedBranch[];
  },
  made: { readonly name: string; readonly change: BranchChange; readonly branch: Branch },
): void {
  const { record, parent, branches } = kept;
  const one = namedBranchSchema.safeParse({
    name: made.name,
    parent: logHead(parent),
    change: made.change,
    head: made.branch.session.headHash,
  });
  if (!one.success) throw new CommandFailed('A name has one to 120 characters.', 2);
  const all = withBranch(branches, one.data);
  if (all.length > MOST_BRANCHES) throw new CommandFailed(`A file holds ${MOST_BRANCHES} branches.`);
  writeTextFile(file, branchFileText(logHead(record), all));
}
