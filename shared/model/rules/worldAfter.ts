import { at, num } from '../../lib/at.ts';
import { applyAssignment, checkRanges, worldDraftOf } from '../applying.ts';
import type { WorldDraft } from '../applying.ts';
import type { Assignment } from '../entries.ts';
import { toMicro } from '../micro.ts';
import type { Payoff, World } from '../world.ts';
import { COMPETITION, INSTITUTIONS, OPACITY, REGIME } from './cells.ts';
import type { Standing } from './standing.ts';

/** What a round sets instead of adding up, in the order of application: structure, then numbers, marks, closing. */
interface Settings {
  readonly structure: readonly Assignment[];
  readonly marks: readonly Assignment[];
  readonly closing: readonly Assignment[];
}

/** The world after a round, read from its settled numbers instead of its ledger. Throws as `apply` would. */
export function worldAfter(
  before: World,
  standing: Standing,
  payoffs: readonly Payoff[],
  { structure, marks, closing }: Settings,
): World {
  const draft = worldDraftOf(before);
  for (const assignment of structure) applyAssignment(draft, assignment);
  readNumbers(draft, standing);
  for (const [seat, { total }] of payoffs.entries()) draft.score[seat] = at(draft.score, seat) + total;
  for (const assignment of marks) applyAssignment(draft, assignment);
  for (const assignment of closing) applyAssignment(draft, assignment);
  checkRanges(draft);
  return draft;
}

function readNumbers(draft: WorldDraft, standing: Standing): void {
  const { dials } = standing;
  draft.regime = toMicro(num(dials, REGIME));
  draft.institutions = toMicro(num(dials, INSTITUTIONS));
  draft.opacity = toMicro(num(dials, OPACITY));
  draft.competition = toMicro(num(dials, COMPETITION));
  read(draft.development, standing.development);
  read(draft.defence, standing.defence);
  read(draft.localization, standing.localization);
  read(draft.force, standing.force);
  read(draft.shock, standing.shock);
  read(draft.trust, standing.trust);
  read(draft.restriction, standing.restriction);
  read(draft.barrier, standing.barrier);
  for (const { slot, record } of standing.blocs)
    readBond(draft, record.id, toMicro(num(standing.bonds, slot)));
}

function read(list: number[], cells: Float64Array): void {
  for (let k = 0; k < list.length; k++) list[k] = toMicro(num(cells, k));
}

function readBond(draft: WorldDraft, id: number, number: number): void {
  const place = draft.blocs.findIndex((bloc) => bloc.id === id);
  const bloc = at(draft.blocs, place);
  draft.blocs[place] =
    bloc.kind === 'exclusive' ? { ...bloc, depth: number } : { ...bloc, coordination: number };
}
