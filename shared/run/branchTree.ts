import { z } from 'zod';
import { failed, ok, type Result } from '../lib/result.ts';
import { hashSchema } from '../log/header.ts';
import type { Digest } from '../log/chain.ts';
import type { SessionLog } from '../log/line.ts';
import { parseLog } from '../log/parse.ts';
import { type BranchChange, branchChangeSchema } from '../session/vocabulary/branching.ts';
import type { Branch } from './branch.ts';
import { branchOf } from './branchOf.ts';
import { logHead } from './branchHeader.ts';
import type { BranchFault } from './branchPlan.ts';

/** Most branches of one file, and most characters of it. */
export const MOST_BRANCHES = 60;
const MOST_TEXT = 2_000_000;
/** Most characters of a branch's name. */
export const MOST_NAME = 120;

/** A branch with a name: what it comes from, what is different in it, and the hash to which that leads. */
export const namedBranchSchema = z.strictObject({
  name: z.string().trim().min(1).max(MOST_NAME),
  /** Hash of the last line of the record, or of the branch, from which it comes. */
  parent: hashSchema,
  change: branchChangeSchema,
  /** Hash of the branch's last line. */
  head: hashSchema,
});
/** A branch with a name. */
export type NamedBranch = z.infer<typeof namedBranchSchema>;

const fileSchema = z.strictObject({
  format: z.literal('crossroads-branches'),
  version: z.literal(1),
  /** Hash of the last line of the record to which they belong. */
  record: hashSchema,
  branches: z.array(namedBranchSchema).max(MOST_BRANCHES).readonly(),
});

/** Why branches cannot be opened: the file holds none, or they belong to another record. */
export type BranchFileFault = { readonly code: 'noBranches' } | { readonly code: 'otherRecord' };

/** The text of a file with the branches of a record. The record is not in it: everybody who opens the file has their own copy. */
export function branchFileText(record: string, branches: readonly NamedBranch[]): string {
  return `${JSON.stringify({ format: 'crossroads-branches', version: 1, record, branches }, null, 1)}\n`;
}

/** Reads a file of branches for a record that ends in this hash; each branch comes from the record or from one before it. */
export function readBranchFile(
  text: string,
  record: string,
): Result<readonly NamedBranch[], BranchFileFault> {
  const parsed = fileSchema.safeParse(text.length > MOST_TEXT ? null : jsonOf(text));
  if (!parsed.success) return failed({ code: 'noBranches' });
  if (parsed.data.record !== record) return failed({ code: 'otherRecord' });
  const known = new Set([record]);
  for (const { parent, head } of parsed.data.branches) {
    if (!known.has(parent) || known.has(head)) return failed({ code: 'noBranches' });
    known.add(head);
  }
  return ok(parsed.data.branches);
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** The branches with one more at the end; one that is there already gets the new name. */
export function withBranch(branches: readonly NamedBranch[], one: NamedBranch): readonly NamedBranch[] {
  return branches.some(({ head }) => head === one.head)
    ? branches.map((other) => (other.head === one.head ? { ...other, name: one.name } : other))
    : [...branches, one];
}

/** The branches without one and without all that come from it. */
export function withoutBranch(branches: readonly NamedBranch[], head: string): readonly NamedBranch[] {
  const gone = new Set([head]);
  for (const { parent, head: own } of branches) if (gone.has(parent)) gone.add(own);
  return branches.filter((one) => !gone.has(one.head));
}

/** The changes on the way from the record to a branch, in their order; none for the record itself. */
export function changesTo(branches: readonly NamedBranch[], head: string): readonly BranchChange[] {
  const found = branches.find((one) => one.head === head);
  return found === undefined ? [] : [...changesTo(branches, found.parent), found.change];
}

/** How many branches lie between the record and a branch. */
export function depthOf(branches: readonly NamedBranch[], head: string): number {
  return Math.max(0, changesTo(branches, head).length - 1);
}

/** The log of the branch to which changes lead, one after another; the record itself without one. */
export async function grownLog(
  log: SessionLog,
  path: readonly BranchChange[],
  digest: Digest,
): Promise<Result<SessionLog, BranchFault>> {
  let grown = log;
  for (const change of path) {
    const branch = await branchOf(grown, change, digest);
    if ('code' in branch) return failed(branch);
    grown = logOf(branch);
  }
  return ok(grown);
}

/** A branch as a log of its own. */
function logOf({ session }: Branch): SessionLog {
  const parsed = parseLog(session.logText());
  if (!parsed.ok) throw new Error(`a branch has no log: ${parsed.failure.where} ${parsed.failure.what}`);
  return parsed.value;
}

/** Whether a grown log is the one that a saved branch was. */
export function isSameBranch(log: SessionLog, { head }: Pick<NamedBranch, 'head'>): boolean {
  return logHead(log) === head;
}
