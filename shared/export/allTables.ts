import type { TableCell, RowOf, TableDeclared } from './fields.ts';
import { agreementRows, clauseRows, evidenceRows, judgementRows, partyRows } from './rows/agreements.ts';
import { pulseRows, quizRows, reflectionRows, surveyRows } from './rows/answers.ts';
import { betRows, eventRows, expectationRows, objectiveRows, orderRows, scoreRows } from './rows/deeds.ts';
import { ledgerRows } from './rows/ledger.ts';
import { moveRows } from './rows/moves.ts';
import { bookmarkRows, hostActRows, personRows, seatRows, sessionRows } from './rows/people.ts';
import { messageRows } from './rows/talk.ts';
import {
  blocRoundRows,
  blocRows,
  linkRows,
  membershipRows,
  roundRows,
  stateRows,
  trustRows,
} from './rows/world.ts';
import { agreements, clauses, evidence, judgements, parties } from './tables/agreements.ts';
import { pulses, quiz, reflections, survey } from './tables/answers.ts';
import { bets, events, expectations, objectives, orders, scores } from './tables/deeds.ts';
import { bookmarks, hostActs, people, seats, sessions } from './tables/people.ts';
import { messages, moves } from './tables/talk.ts';
import { blocRounds, blocs, ledger, links, memberships, rounds, states, trust } from './tables/world.ts';
import type { SessionTold } from './told.ts';

/** A table with its rows, whose cells stand in the order of its fields. */
export interface FilledTable {
  readonly table: TableDeclared;
  readonly rows: readonly (readonly TableCell[])[];
}

/** A table with what makes its rows. */
interface TableMaker {
  readonly table: TableDeclared;
  readonly rowsOf: (told: SessionTold) => readonly (readonly TableCell[])[];
}

function maker<Table extends TableDeclared>(
  table: Table,
  rowsOf: (told: SessionTold) => readonly RowOf<Table>[],
): TableMaker {
  const names: readonly (keyof Table['fields'])[] = Object.keys(table.fields);
  return { table, rowsOf: (told) => rowsOf(told).map((row) => names.map((name) => row[name])) };
}

/** Every table; one that others refer to stands before them. */
const makers: readonly TableMaker[] = [
  maker(sessions, sessionRows),
  maker(seats, seatRows),
  maker(people, personRows),
  maker(rounds, roundRows),
  maker(blocs, blocRows),
  maker(blocRounds, blocRoundRows),
  maker(memberships, membershipRows),
  maker(states, stateRows),
  maker(links, linkRows),
  maker(trust, trustRows),
  maker(events, eventRows),
  maker(ledger, ledgerRows),
  maker(orders, orderRows),
  maker(expectations, expectationRows),
  maker(bets, betRows),
  maker(scores, scoreRows),
  maker(objectives, objectiveRows),
  maker(messages, messageRows),
  maker(moves, moveRows),
  maker(agreements, agreementRows),
  maker(parties, partyRows),
  maker(clauses, clauseRows),
  maker(judgements, judgementRows),
  maker(evidence, evidenceRows),
  maker(quiz, quizRows),
  maker(survey, surveyRows),
  maker(pulses, pulseRows),
  maker(reflections, reflectionRows),
  maker(hostActs, hostActRows),
  maker(bookmarks, bookmarkRows),
];

/** The declarations of all tables, in the order of the package. */
export const tablesDeclared: readonly TableDeclared[] = makers.map(({ table }) => table);

/** All tables of some sessions, each session after the other. */
export function fillTables(told: readonly SessionTold[]): readonly FilledTable[] {
  return makers.map(({ table, rowsOf }) => ({ table, rows: told.flatMap(rowsOf) }));
}
