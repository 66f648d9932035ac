import { at } from '#shared/lib/at.ts';
import type { Micro } from '#shared/model/micro.ts';
import type { EndedBecause } from '#shared/session/vocabulary/events.ts';
import type { RoundRecord, SessionState } from '#shared/session/vocabulary/state.ts';
import { columns } from '../lib/columns.ts';

/** A stored number as screens show it: times 100, with one decimal. */
export function shown(micro: Micro): string {
  return (micro / 10_000).toFixed(1);
}

const endings: Readonly<Record<EndedBecause, string>> = {
  host: 'by the host',
  cancelled: 'by the host before it began',
  lastRound: 'after the last round',
};

/** The course of a session, one row per resolved round. `stageAfter` gives the stage of the world after round r. */
export function roundTable(state: SessionState, stageAfter: (round: number) => string): string {
  const opening = state.openingIndicators;
  const head = ['round', 'dial', 'connectivity', 'trust', 'committed', 'stage', 'event'];
  const first = [
    '0',
    shown(opening.direction),
    shown(opening.efficiency),
    shown(opening.meanTrust),
    '',
    stageAfter(0),
    '',
  ];
  return columns([head, first, ...state.rounds.map((record) => roundRow(record, stageAfter(record.round)))]);
}

function roundRow(record: RoundRecord, stage: string): readonly string[] {
  const { direction, efficiency, meanTrust } = record.indicators;
  const numbers = [direction, efficiency, meanTrust, record.participation].map(shown);
  return [String(record.round), ...numbers, stage, record.events.map(({ event }) => event.id).join(', ')];
}

/** The stage of the world after a round: the stage at the start of the next round, or the current one. */
export function stagesOf(state: SessionState): (round: number) => string {
  return (round) => (state.roundStarts[round] ?? state.world).stage;
}

/** How a session ended: final scores by seat, or that it has not ended. */
export function endingText(state: SessionState): string {
  const { phase } = state;
  if (phase.name !== 'ended') return `Not ended: ${phase.name}.`;
  const scores = state.seats.map(({ id, bot }, seat) => [
    id,
    shown(at(phase.finalScores, seat)),
    bot ?? 'people',
  ]);
  const because = endings[phase.because];
  return `Ended ${because} in ${state.world.stage}.\n\n${columns([['seat', 'score', 'played by'], ...scores])}`;
}
