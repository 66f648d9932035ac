import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed } from '../log/playedLog.ts';

/** A state that did something in a round, and where the dial ends as recorded and if it had held, in tenths. */
export function heldDifferently(record: string, round: number) {
  const log = parsed(record);
  const ends = (text: ReturnType<typeof branchAsRecorded>): number => {
    if ('code' in text) throw new Error(text.code);
    const { rounds } = text.session.state;
    return Math.round(at(rounds, rounds.length - 1).indicators.direction / 1000);
  };
  const before = ends(branchAsRecorded(log, { round, orders: {} }, sha256));
  for (const [index, id] of log.header.seats.entries()) {
    const branch = ends(branchAsRecorded(log, { round, orders: { [id]: HOLD } }, sha256));
    if (branch !== before) return { seat: { id, index }, end: { record: before, branch } };
  }
  throw new Error('no state did anything that moved the dial');
}
