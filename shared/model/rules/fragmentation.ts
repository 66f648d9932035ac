import { int, num } from '../../lib/at.ts';
import { heading } from './book.ts';
import { COMPETITION } from './cells.ts';
import { type Pass, change, lose } from './pass.ts';
import type { Standing } from './standing.ts';

/**
 * Camp boundaries and uncoordinated rulebooks cost trust and raise technical barriers, faster under rivalry; left alone, barriers
 * slowly fall again. [cai-zhang §1.3, §2.1] [model D.3 step 9]
 */
export function moveBarriers(pass: Pass): void {
  const { n, p, standing, book, workspace } = pass;
  const { boundary } = workspace.perception;
  const competition = num(standing.dials, COMPETITION);
  const areApart = compareRulebooks(pass);
  const estranged = heading(book, 'campBoundary', 'trust');
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const depth = num(boundary, i * n + j);
      if (depth > 0) lose(pass, estranged, i, j, p.lambda * p.lSep * depth);
    }
  }
  const rivalled = heading(book, 'rivalRulebook', 'trust');
  if (areApart) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const rivals = num(workspace.rivals, i < j ? i * n + j : j * n + i);
        if (rivals > 0) lose(pass, rivalled, i, j, rivals * p.lambda * p.lFunc * competition);
      }
    }
  }
  driftApart(pass, 0.5 + competition);
}

/** Each of the four terms reads the barrier as it was before this step; together they stay in range. */
function driftApart(pass: Pass, pressure: number): void {
  const { n, p, standing, workspace } = pass;
  const { barrier } = standing;
  const { boundary } = workspace.perception;
  const scale = workspace.drifts;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      const old = num(barrier, pair);
      const apart =
        p.tauFunc * num(workspace.rivals, pair) +
        p.tauFuncOut * num(workspace.loners, pair) +
        p.tauSep * num(boundary, pair);
      const push = apart * pressure * (1 - old);
      const most = MOST_BARRIER - old + p.tauNat * Math.max(0, old - p.tau0);
      scale[pair] = pressure * (1 - old) * (push > most ? most / push : 1);
    }
  }
  integrate(pass);
  pushApart(pass, 'rivalRulebook', p.tauFunc, workspace.rivals, scale);
  pushApart(pass, 'loneRulebook', p.tauFuncOut, workspace.loners, scale);
  pushApart(pass, 'campBoundary', p.tauSep, boundary, scale);
}

/** Highest value of a technical barrier. */
export const MOST_BARRIER = 0.9;

function integrate(pass: Pass): void {
  const { n, p, standing } = pass;
  const natural = heading(pass.book, 'naturalIntegration', 'barrier');
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      const above = num(standing.barrier, pair) - p.tau0;
      if (above > 0) change(pass, natural, pair, -p.tauNat * above);
    }
  }
}

function pushApart(
  pass: Pass,
  reason: 'rivalRulebook' | 'loneRulebook' | 'campBoundary',
  rate: number,
  cause: Float64Array,
  scale: Float64Array,
): void {
  const { n } = pass;
  const under = heading(pass.book, reason, 'barrier');
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const pair = i * n + j;
      const causing = num(cause, pair);
      if (causing !== 0) change(pass, under, pair, rate * causing * num(scale, pair));
    }
  }
}

/**
 * For each pair, counts the fields in which their rulebooks are rivals, and those in which only one of them has one. Returns
 * whether there is any group.
 */
function compareRulebooks({ n, standing, workspace }: Pass): boolean {
  const { rivals, loners, groups } = workspace;
  rivals.fill(0);
  loners.fill(0);
  let isAny = false;
  for (const field of [0, 1, 2]) {
    if (!findGroups(standing, field, groups)) continue;
    isAny = true;
    for (let i = 0; i < n; i++) {
      const mine = int(groups, i);
      for (let j = i + 1; j < n; j++) {
        const theirs = int(groups, j);
        if (mine === theirs) continue;
        const pair = i * n + j;
        if (mine === NO_GROUP || theirs === NO_GROUP) {
          if (mine !== COMMON && theirs !== COMMON) loners[pair] = num(loners, pair) + 1;
        } else rivals[pair] = num(rivals, pair) + 1;
      }
    }
  }
  return isAny;
}

const NO_GROUP = 0;
/** Stands for every coordinated group of a field: they share one rulebook. */
const COMMON = -1;

/** Finds the group id of each seat in a field, with coordinated groups as one; returns whether there is any. */
function findGroups({ blocs }: Standing, field: number, groups: Int32Array): boolean {
  let isAny = false;
  groups.fill(NO_GROUP);
  for (const { record } of blocs) {
    if (record.kind !== 'functional' || record.field !== field) continue;
    for (const member of record.members) groups[member] = record.coordinated ? COMMON : record.id;
    isAny = true;
  }
  return isAny;
}
