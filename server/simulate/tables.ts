import { measureIds, networkIds } from '#shared/analysis/measure.ts';
import { at } from '#shared/lib/at.ts';
import { familyOf } from '#shared/model/actions.ts';
import { toUnits } from '#shared/model/micro.ts';
import type { Indicators } from '#shared/model/world.ts';
import { firstEnding, isOpenAtHalf, meanOf, pointsOf } from '#shared/simulation/outcome.ts';
import { cooperationOf, type GameRecord, type RoundFigures } from '#shared/simulation/record.ts';
import type { Cell } from './run.ts';

/** The tables of a run. */
export const tableIds = ['games', 'rounds', 'seats'] as const;
/** A table that a run of simulated games writes. */
export type TableId = (typeof tableIds)[number];

/** A simulated game with its number in the run and its cell. */
export interface SimulatedGame {
  readonly game: number;
  readonly cell: Cell;
  readonly record: GameRecord;
}

/** The values that one field of a table may have. */
export type Value = number | bigint | string | boolean | null;
/** The Parquet type of a column. */
export type ColumnType = 'INT32' | 'INT64' | 'DOUBLE' | 'STRING' | 'BOOLEAN';

/** A column with its values, one per row. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly values: readonly Value[];
}

/** A table as columns of equal length. */
export interface Sheet {
  readonly id: TableId;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** The definition of a column: its name, its type and its value from a row. A type that ends in `?` may be null. */
type Field<Row> = readonly [string, ColumnType | `${ColumnType}?`, (row: Row) => Value];

/**
 * The three tables of some games; `swept` are the names of the swept parameters, one column each. `withNetworks` adds the measures
 * of network science to the rounds; the records must then contain them.
 */
export function sheetsOf(
  games: readonly SimulatedGame[],
  swept: readonly string[],
  withNetworks = false,
): readonly Sheet[] {
  const rounds = games.flatMap((game) => game.record.rounds.map((figures) => ({ ...game, figures })));
  const seats = games.flatMap((game) => game.record.seats.map((_, seat) => ({ ...game, seat })));
  return [
    sheetOf('games', games, [...addressFields(swept), ...gameFields]),
    sheetOf('rounds', rounds, [...addressFields([]), ...roundFields, ...(withNetworks ? networkFields : [])]),
    sheetOf('seats', seats, [...addressFields([]), ...seatFields]),
  ];
}

function sheetOf<Row>(id: TableId, rows: readonly Row[], fields: readonly Field<Row>[]): Sheet {
  const columns = fields.map(([name, type, valueOf]): Column => {
    const nullable = type.endsWith('?');
    const plain = typeNames[type];
    return { name, type: plain, nullable, values: rows.map(valueOf) };
  });
  return { id, rows: rows.length, columns };
}

const typeNames: Readonly<Record<ColumnType | `${ColumnType}?`, ColumnType>> = {
  INT32: 'INT32',
  'INT32?': 'INT32',
  INT64: 'INT64',
  'INT64?': 'INT64',
  DOUBLE: 'DOUBLE',
  'DOUBLE?': 'DOUBLE',
  STRING: 'STRING',
  'STRING?': 'STRING',
  BOOLEAN: 'BOOLEAN',
  'BOOLEAN?': 'BOOLEAN',
};

function addressFields(swept: readonly string[]): readonly Field<SimulatedGame>[] {
  return [
    ['game', 'INT64', ({ game }) => BigInt(game)],
    ['cell', 'INT32', ({ cell }) => cell.index],
    ...swept.map((name): Field<SimulatedGame> => [name, 'DOUBLE', ({ cell }) => cell.swept[name] ?? null]),
  ];
}

const indicatorNames: readonly (keyof Indicators)[] = [
  'direction',
  'efficiency',
  'openEfficiency',
  'meanTrust',
  'meanThreat',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
  'regimeFragmentation',
  'parallelTreaties',
  'selectiveParticipation',
  'lowParticipation',
  'effectiveOpacity',
];

function indicatorFields<Row>(figuresOf: (row: Row) => RoundFigures): readonly Field<Row>[] {
  return indicatorNames.map((name) => [name, 'DOUBLE', (row) => toUnits(figuresOf(row).indicators[name])]);
}

const lastRound = ({ record }: SimulatedGame): RoundFigures => at(record.rounds, record.rounds.length - 1);
const roundsWhere = (record: GameRecord, count: (figures: RoundFigures) => number): number =>
  record.rounds.reduce((sum, figures) => sum + count(figures), 0);

const gameFields: readonly Field<SimulatedGame>[] = [
  ['seed', 'INT64', ({ record }) => BigInt(record.seed)],
  ['stage', 'STRING', ({ record }) => record.end.stage],
  ['locked', 'BOOLEAN', ({ record }) => record.end.locked],
  ['firstEnding', 'INT32?', ({ record }) => firstEnding(record)],
  ['openAtHalf', 'BOOLEAN', ({ record }) => isOpenAtHalf(record)],
  ['meanScore', 'DOUBLE', ({ record }) => meanOf(record.end.finalScores.map(pointsOf))],
  ['openingDirection', 'DOUBLE', ({ record }) => toUnits(record.openingDirection)],
  ...indicatorFields<SimulatedGame>(lastRound),
  ['regime', 'DOUBLE', (row) => toUnits(lastRound(row).regime)],
  ['institutions', 'DOUBLE', (row) => toUnits(lastRound(row).institutions)],
  ['opacity', 'DOUBLE', (row) => toUnits(lastRound(row).opacity)],
  ['competition', 'DOUBLE', (row) => toUnits(lastRound(row).competition)],
  ['cooperation', 'DOUBLE', ({ record }) => meanOf(record.rounds.map(cooperationOf))],
  ['pledgesKept', 'INT32', ({ record }) => roundsWhere(record, (figures) => figures.pledgesKept)],
  ['pledgesBroken', 'INT32', ({ record }) => roundsWhere(record, (figures) => figures.pledgesBroken)],
];

interface RoundRow extends SimulatedGame {
  readonly figures: RoundFigures;
}

const roundFields: readonly Field<RoundRow>[] = [
  ['round', 'INT32', ({ figures }) => figures.round],
  ['event', 'STRING?', ({ figures }) => figures.event],
  ['stage', 'STRING', ({ figures }) => figures.stage],
  ['locked', 'BOOLEAN', ({ figures }) => figures.locked],
  ...indicatorFields<RoundRow>(({ figures }) => figures),
  ['regime', 'DOUBLE', ({ figures }) => toUnits(figures.regime)],
  ['institutions', 'DOUBLE', ({ figures }) => toUnits(figures.institutions)],
  ['opacity', 'DOUBLE', ({ figures }) => toUnits(figures.opacity)],
  ['competition', 'DOUBLE', ({ figures }) => toUnits(figures.competition)],
  ['participation', 'DOUBLE', ({ figures }) => toUnits(figures.participation)],
  ['cooperation', 'DOUBLE', ({ figures }) => cooperationOf(figures)],
  ['meanPayoff', 'DOUBLE', ({ figures }) => meanOf(figures.payoffs.map(pointsOf))],
  ['pledgesKept', 'INT32', ({ figures }) => figures.pledgesKept],
  ['pledgesBroken', 'INT32', ({ figures }) => figures.pledgesBroken],
];

/** `linkCampModularity`, … `trustLargestAt70`: empty if a measure needs camps and there are none. */
const networkFields: readonly Field<RoundRow>[] = networkIds.flatMap((network) =>
  measureIds.map((measure): Field<RoundRow> => {
    const name = `${network}${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;
    return [name, 'DOUBLE?', ({ figures }) => figures.networks?.[network][measure] ?? null];
  }),
);

interface SeatRow extends SimulatedGame {
  readonly seat: number;
}

type SeatStock = 'development' | 'defence' | 'localization' | 'force' | 'trustIn';
const stockField = (name: SeatStock): Field<SeatRow> => [
  name,
  'DOUBLE',
  ({ record, seat }) => toUnits(at(record.end[name], seat)),
];
const familyField = (family: string): Field<SeatRow> => [
  `${family}Orders`,
  'INT32',
  ({ record, seat }) => record.rounds.filter(({ actions }) => familyOf[at(actions, seat)] === family).length,
];

const seatFields: readonly Field<SeatRow>[] = [
  ['seat', 'STRING', ({ record, seat }) => at(record.seats, seat)],
  ['disposition', 'STRING', ({ record, seat }) => at(record.characters, seat)],
  ['finalScore', 'DOUBLE', ({ record, seat }) => pointsOf(at(record.end.finalScores, seat))],
  ...(['cooperate', 'blocs', 'securitize', 'none'] as const).map(familyField),
  ...(['development', 'defence', 'localization', 'force', 'trustIn'] as const).map(stockField),
  ['camp', 'INT32?', ({ record, seat }) => at(record.end.camp, seat)],
];
