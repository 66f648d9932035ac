import type { BlocId, Field, SeatId } from '../../../model/world.ts';
import type {
  Accession,
  CarryOutAction,
  Clause,
  Force,
  RefrainAction,
  Terms,
} from '../../vocabulary/clauses.ts';

/** Ready-made agreements to start from, among them the named mechanisms of the paper. [model A.3] */
export const templateIds = [
  'restraint',
  'noListing',
  'noEspionage',
  'confidence',
  'cables',
  'corridor',
  'fund',
  'commit',
  'recognise',
  'accession',
  'universal',
  'budapest',
  'arab',
  'paris',
  'experts',
  'regional',
  'infrastructure',
  'supplyChain',
] as const;
/** A ready-made agreement. */
export type TemplateId = (typeof templateIds)[number];

/** A clause of a template, before seats and rounds are filled in; `within` counts rounds from the first of the term, which is 0. */
type Sketch =
  | { readonly kind: 'mutualRestraint' | 'noListing' | 'notification' | 'corridor' | 'recognition' }
  | { readonly kind: 'refrain'; readonly action: RefrainAction; readonly against: 'parties' | 'anyone' }
  | {
      readonly kind: 'carryOut';
      readonly action: CarryOutAction;
      readonly towards: 'parties' | null;
      readonly within: number;
    }
  | { readonly kind: 'fund'; readonly giver: 'parties' | 'proposer'; readonly within: number }
  | { readonly kind: 'joinGroup' | 'review'; readonly within: number };

interface Template {
  readonly force: Force;
  readonly accession: Accession;
  /** How many rounds it runs. */
  readonly rounds: number;
  readonly sketches: readonly Sketch[];
}

const restraint = { kind: 'mutualRestraint' } as const;
const notification = { kind: 'notification' } as const;
const deed = (action: CarryOutAction, within: number): Sketch => ({
  kind: 'carryOut',
  action,
  towards: null,
  within,
});
const talk = (within: number): Sketch => ({
  kind: 'carryOut',
  action: 'dialogue',
  towards: 'parties',
  within,
});
const noForce = (against: 'parties' | 'anyone'): Sketch => ({
  kind: 'refrain',
  action: 'build-force',
  against,
});
const written = (
  force: Force,
  accession: Accession,
  rounds: number,
  ...sketches: readonly Sketch[]
): Template => ({ force, accession, rounds, sketches });

/** The content of each template. */
export const templates: Readonly<Record<TemplateId, Template>> = {
  restraint: written('pledge', 'closed', 3, restraint),
  noListing: written('pledge', 'closed', 3, { kind: 'noListing' }),
  noEspionage: written('pledge', 'closed', 3, noForce('parties'), notification),
  confidence: written('pledge', 'open', 3, notification, talk(1), { kind: 'review', within: 2 }),
  cables: written('binding', 'open', 3, noForce('anyone'), deed('harden', 2)),
  corridor: written('pledge', 'closed', 3, { kind: 'corridor' }),
  fund: written('pledge', 'closed', 2, { kind: 'fund', giver: 'parties', within: 1 }),
  commit: written('pledge', 'open', 3, deed('commit', 2)),
  recognise: written('pledge', 'closed', 3, { kind: 'recognition' }),
  accession: written('pledge', 'closed', 2, { kind: 'joinGroup', within: 1 }),
  universal: written('binding', 'open', 4, { kind: 'recognition' }, deed('commit', 2)),
  budapest: written('binding', 'open', 3, talk(2), deed('commit', 2)),
  arab: written('binding', 'closed', 3, restraint, talk(2)),
  paris: written('pledge', 'open', 3, noForce('anyone'), deed('open-standards', 2)),
  experts: written('pledge', 'closed', 3, talk(1), deed('commit', 2), { kind: 'review', within: 1 }),
  regional: written('pledge', 'closed', 3, talk(1), { kind: 'review', within: 2 }),
  infrastructure: written('pledge', 'closed', 3, { kind: 'fund', giver: 'proposer', within: 1 }, restraint),
  supplyChain: written('binding', 'closed', 3, deed('join-exclusive', 2), { kind: 'corridor' }),
};

/** The table at which a template is used. */
export interface Meeting {
  readonly proposer: SeatId;
  /** Chosen partners; may be empty. */
  readonly partners: readonly SeatId[];
  readonly seats: readonly SeatId[];
  readonly groups: readonly {
    readonly id: BlocId;
    readonly field: Field;
    readonly members: readonly SeatId[];
  }[];
  readonly fromRound: number;
}

/** The clauses of a template at a table; null if it needs groups that do not exist. */
export function clausesOf(id: TemplateId, meeting: Meeting): readonly Clause[] | null {
  const clauses = templates[id].sketches.map((sketch) => clauseOf(sketch, meeting));
  const found = clauses.filter((clause) => clause !== null);
  return found.length === clauses.length ? found : null;
}

function clauseOf(sketch: Sketch, meeting: Meeting): Clause | null {
  const byRound = 'within' in sketch ? meeting.fromRound + sketch.within : 0;
  switch (sketch.kind) {
    case 'refrain':
      return sketch;
    case 'carryOut':
      return { kind: 'carryOut', action: sketch.action, towards: sketch.towards, byRound };
    case 'fund': {
      const to = recipientAt(meeting);
      const giver = sketch.giver === 'parties' ? 'parties' : meeting.proposer;
      return to === undefined ? null : { kind: 'fund', giver, to, byRound };
    }
    case 'review':
      return { kind: 'review', byRound };
    case 'joinGroup': {
      const group = groupToJoin(meeting);
      return group === null ? null : { kind: 'joinGroup', group, byRound };
    }
    case 'recognition':
      return rivalsAt(meeting);
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
      return { kind: sketch.kind };
  }
}

function recipientAt({ proposer, partners, seats }: Meeting): SeatId | undefined {
  return partners[0] ?? seats.find((seat) => seat !== proposer);
}

/** A group that somebody at the meeting is not a member of. */
export function groupToJoin({ proposer, partners, groups }: Meeting): BlocId | null {
  const parties = [proposer, ...partners];
  const open = groups.find(({ members }) => parties.some((party) => !members.includes(party)));
  return open?.id ?? null;
}

/** The ready-made agreement that terms are made from; null if they are nobody's. Rounds, partners and groups may differ. */
export function templateBehind({ force, clauses }: Pick<Terms, 'force' | 'clauses'>): TemplateId | null {
  const found = templateIds.find((id) => {
    const { force: usual, sketches } = templates[id];
    if (usual !== force || sketches.length !== clauses.length) return false;
    return sketches.every((sketch, place) => isMadeFrom(clauses[place], sketch));
  });
  return found ?? null;
}

function isMadeFrom(clause: Clause | undefined, sketch: Sketch): boolean {
  if (clause?.kind !== sketch.kind) return false;
  if (sketch.kind === 'refrain')
    return clause.kind === 'refrain' && clause.action === sketch.action && clause.against === sketch.against;
  if (sketch.kind === 'carryOut')
    return clause.kind === 'carryOut' && clause.action === sketch.action && clause.towards === sketch.towards;
  if (sketch.kind === 'fund')
    return clause.kind === 'fund' && (clause.giver === 'parties') === (sketch.giver === 'parties');
  return true;
}

/** The first two groups of one field, or null. */
export function rivalsAt({
  groups,
}: Pick<Meeting, 'groups'>): Extract<Clause, { kind: 'recognition' }> | null {
  for (const [index, one] of groups.entries()) {
    const other = groups.slice(index + 1).find(({ field }) => field === one.field);
    if (other !== undefined) return { kind: 'recognition', field: one.field, groups: [one.id, other.id] };
  }
  return null;
}
