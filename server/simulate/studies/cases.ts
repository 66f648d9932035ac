import { type MechanismPlace, paperMechanisms } from '#shared/paper/mechanisms.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { clausesOf, type TemplateId } from '#shared/session/topics/agreements/templates.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { type StudyReport, shareText } from './report.ts';

/** A case is met if it comes up in at least one session of so many. */
const ONE_IN = 50;

/** How often a case of the paper came up in sessions of a scenario. */
export interface CaseMet {
  readonly id: string;
  /** Share of the sessions in which its card was played, its event happened or its ending was reached: the most frequent of them. */
  readonly came: number;
  /** The gallery of agreements offers its template in every session. */
  readonly isOffered: boolean;
}

/** How often each case of the paper came up in games of a scenario, in the order of the table of cases. */
export function casesMet(scenario: Scenario, records: readonly GameRecord[]): readonly CaseMet[] {
  const counts = countsOf(records);
  return paperMechanisms.map(({ id, places }) => ({
    id,
    came: Math.max(...places.map((place) => (counts.get(keyOf(place)) ?? 0) / records.length)),
    isOffered: places.some((place) => place.kind === 'agreement' && offersTemplate(scenario, place.id)),
  }));
}

/** Whether a case is met. [decision 0081] */
export function isMet({ came, isOffered }: CaseMet): boolean {
  return isOffered || came * ONE_IN >= 1;
}

function keyOf(place: MechanismPlace): string {
  return `${place.kind} ${place.id}`;
}

/** How many games had each card, event and stage, by a key such as `event cable-cut`. */
function countsOf(records: readonly GameRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rounds } of records) {
    const seen = new Set(
      rounds.flatMap(({ actions, event, stage }) => [
        ...actions.map((action) => `action ${action}`),
        ...(event === null ? [] : [`event ${event}`]),
        `stage ${stage}`,
      ]),
    );
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The gallery offers a template in every session in which two states can sign it. */
function offersTemplate(scenario: Scenario, id: TemplateId): boolean {
  const seats = scenario.seats.map((seat) => seat.id);
  const groups = scenario.opening.blocs.flatMap((bloc, index) =>
    bloc.kind === 'functional' ? [{ id: index + 1, field: bloc.field, members: bloc.members }] : [],
  );
  return seats.some((proposer) =>
    seats.some(
      (partner) =>
        partner !== proposer &&
        clausesOf(id, { proposer, partners: [partner], seats, groups, fromRound: 1 }) !== null,
    ),
  );
}

/** `simulate cases`: in what share of the sessions of CLASS each case of the paper comes up; one plan a scenario. */
export async function studyCases(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const usual = stands.filter(
    (stand, place) => stands.findIndex(({ scenario }) => scenario.id === stand.scenario.id) === place,
  );
  const all = await Promise.all(
    usual.map(async (stand) => ({
      stand,
      met: casesMet(stand.scenario, await lab.play(conditionOf(lab, stand, 'CLASS'), lab.games)),
    })),
  );
  const missed = all.flatMap(({ stand, met }) =>
    met.filter((one) => !isMet(one)).map(({ id }) => `${id} in ${stand.name}`),
  );
  return {
    title: 'Cases of the paper, and how often they come up',
    about: [
      `${lab.games} sessions of CLASS, without talk, for each scenario, from seed ${lab.seed}. A number is the share of sessions in which a card of the case was played, an event of it happened or its ending was reached, whichever came up most often. *Offered*: the gallery of agreements has its template in every session. Asked is one session in ${ONE_IN}.`,
      missed.length === 0 ? 'Every case is met in every scenario.' : `Not met: ${missed.join('; ')}.`,
    ],
    tables: [
      {
        id: 'cases',
        title: 'Cases by scenario',
        head: ['case', ...usual.map(({ name }) => name)],
        rows: paperMechanisms.map(({ id, name }, place) => [
          name.en,
          ...all.map(({ met }) => cellOf(met[place] ?? { id, came: 0, isOffered: false })),
        ]),
      },
    ],
    charts: [],
  };
}

function cellOf({ came, isOffered }: CaseMet): string {
  const shares = came > 0 ? [shareText(came)] : [];
  return [...shares, ...(isOffered ? ['offered'] : [])].join(', ') || '–';
}
