import { at } from '../lib/at.ts';
import { isBloc } from './factValues.ts';
import type { Assignment, Change, Fact, FactValue } from './entries.ts';
import type { Micro } from './micro.ts';
import { MICRO } from './micro.ts';
import type { Bloc, Stage, World } from './world.ts';
import { stages } from './world.ts';

/** A world that entries are being applied to. */
export type WorldDraft = {
  -readonly [Key in keyof World]: World[Key] extends readonly (infer Item)[] ? Item[] : World[Key];
};

/** A copy of a world to apply entries to. */
export function worldDraftOf(world: World): WorldDraft {
  return {
    ...world,
    development: world.development.slice(),
    defence: world.defence.slice(),
    localization: world.localization.slice(),
    force: world.force.slice(),
    shock: world.shock.slice(),
    score: world.score.slice(),
    trust: world.trust.slice(),
    restriction: world.restriction.slice(),
    barrier: world.barrier.slice(),
    grievance: world.grievance.slice(),
    engaged: world.engaged.slice(),
    blocs: world.blocs.slice(),
  };
}

/** Adds a change to its number; ranges are checked when all entries are applied. */
export function applyChange(draft: WorldDraft, { quantity, at: index, delta }: Change): void {
  switch (quantity) {
    case 'regime':
    case 'institutions':
    case 'opacity':
    case 'competition':
      draft[quantity] = draft[quantity] + delta;
      return;
    case 'score':
      draft.score[index] = at(draft.score, index) + delta;
      return;
    case 'barrier': {
      const n = draft.development.length;
      const value = at(draft.barrier, index) + delta;
      draft.barrier[index] = value;
      draft.barrier[(index % n) * n + Math.floor(index / n)] = value;
      return;
    }
    case 'depth':
    case 'coordination':
      applyToBloc(draft, quantity, index, delta);
      return;
    case 'development':
    case 'defence':
    case 'localization':
    case 'force':
    case 'shock':
    case 'trust':
    case 'restriction':
      draft[quantity][index] = at(draft[quantity], index) + delta;
  }
}

function applyToBloc(draft: WorldDraft, quantity: 'depth' | 'coordination', id: number, delta: number): void {
  const place = draft.blocs.findIndex((bloc) => bloc.id === id);
  const bloc = at(draft.blocs, place);
  if (bloc.kind === 'exclusive' && quantity === 'depth') {
    draft.blocs[place] = { ...bloc, depth: bloc.depth + delta };
  } else if (bloc.kind === 'functional' && quantity === 'coordination') {
    draft.blocs[place] = { ...bloc, coordination: bloc.coordination + delta };
  } else throw new Error(`bloc ${id} has no ${quantity}`);
}

/** Throws unless every number of a world is whole and in its range. */
export function checkRanges(world: World): void {
  for (const dial of ['regime', 'institutions', 'opacity', 'competition'] as const) within(world[dial], dial);
  for (const stock of stocks) for (const value of world[stock]) within(value, stock);
  for (const value of world.score) {
    if (!Number.isSafeInteger(value)) throw new Error(`score would be ${value}`);
  }
  for (const bloc of world.blocs) within(bloc.kind === 'exclusive' ? bloc.depth : bloc.coordination, 'bloc');
}

/** Quantities held by seats or pairs, in micro-units of the unit range. */
export const stocks = [
  'development',
  'defence',
  'localization',
  'force',
  'shock',
  'trust',
  'restriction',
  'barrier',
] as const;

function within(value: Micro, quantity: string): void {
  if (!Number.isInteger(value) || value < 0 || value > MICRO)
    throw new Error(`${quantity} would be ${value}`);
}

/** Sets a fact, after checking that it was what the entry says. */
export function applyAssignment(draft: WorldDraft, { fact, at: index, from, to }: Assignment): void {
  switch (fact) {
    case 'round':
    case 'passes':
    case 'nextBloc':
      draft[fact] = replaced(fact, draft[fact], from, numberOf(fact, to));
      return;
    case 'stage':
      draft.stage = replaced(fact, draft.stage, from, stageOf(to));
      return;
    case 'locked':
      draft.locked = replaced(fact, draft.locked, from, to === true);
      return;
    case 'counters':
      draft.counters = countersOf(to);
      return;
    case 'grievance':
      draft.grievance[index] = replaced(fact, at(draft.grievance, index), from, numberOf(fact, to));
      return;
    case 'engaged': {
      const n = draft.development.length;
      const value = replaced(fact, at(draft.engaged, index), from, numberOf(fact, to));
      draft.engaged[index] = value;
      draft.engaged[(index % n) * n + Math.floor(index / n)] = value;
      return;
    }
    case 'bloc':
      applyBloc(draft, index, blocOf(from), blocOf(to));
  }
}

function applyBloc(draft: WorldDraft, id: number, from: Bloc | null, to: Bloc | null): void {
  const place = draft.blocs.findIndex((bloc) => bloc.id === id);
  if (from === null) {
    if (place >= 0 || to === null) throw new Error(`bloc ${id} cannot be founded`);
    draft.blocs.push(to);
  } else if (to === null) draft.blocs.splice(place, at(draft.blocs, place).id === id ? 1 : 0);
  else draft.blocs[place] = withNumberOf(at(draft.blocs, place), to);
}

/** A copy of a bloc with the given depth or points. */
function withNumberOf(standing: Bloc, to: Bloc): Bloc {
  if (standing.kind === 'exclusive' && to.kind === 'exclusive') return { ...to, depth: standing.depth };
  if (standing.kind === 'functional' && to.kind === 'functional') {
    return { ...to, coordination: standing.coordination };
  }
  throw new Error(`bloc ${to.id} cannot change its kind`);
}

function replaced<Value>(fact: Fact, value: Value, from: FactValue, to: Value): Value {
  if (value !== from) throw new Error(`${fact} is ${String(value)}, not ${JSON.stringify(from)}`);
  return to;
}

function numberOf(fact: Fact, value: FactValue): number {
  if (typeof value !== 'number') throw new Error(`${fact} is a number`);
  return value;
}

function stageOf(value: FactValue): Stage {
  const stage = stages.find((known) => known === value);
  if (stage === undefined) throw new Error(`no stage ${JSON.stringify(value)}`);
  return stage;
}

function countersOf(value: FactValue): World['counters'] {
  if (value === null || typeof value !== 'object' || 'id' in value)
    throw new Error('counters are three numbers');
  const { governance = 0, predicament = 0, scar = 0 } = value;
  return { governance, predicament, scar };
}

function blocOf(value: FactValue): Bloc | null {
  if (value === null) return null;
  if (typeof value !== 'object' || !isBloc(value)) throw new Error('a bloc is expected');
  return value;
}
