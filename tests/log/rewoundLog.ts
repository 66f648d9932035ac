import { newHeader } from '#shared/log/header.ts';
import { type LogLine, sealLine } from '#shared/log/line.ts';
import { foldLine } from '#shared/log/replay.ts';
import { logText } from '#shared/log/write.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { decide } from '#shared/session/decide.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import { sha256 } from '../../server/store/digest.ts';
import { clock, emptyTable, host, server } from '../session/table.ts';

/** The text of a session in which the host steps back after the reveal of round 2, from round 3 again, and ends it all. */
export function rewoundLog(): string {
  const start = emptyTable();
  const header = newHeader(start.basis, { build: 'test', created: 0 }, sha256);
  const lines: LogLine[] = [];
  let state = start;
  const give = (actor: Actor, command: Command): void => {
    const decided = decide(state, actor, command);
    if (!decided.ok) throw new Error(decided.failure.code);
    const seq = lines.length + 1;
    const asked = { seq, at: seq, actor, key: `k${seq}`, command, events: decided.value };
    const { line } = sealLine(lines.at(-1)?.hash ?? header.hash, asked, sha256);
    lines.push(line);
    state = foldLine(state, line);
  };
  for (const { id } of start.seats)
    give(server, { type: 'coverSeat', seat: id, disposition: 'conditional-cooperator' });
  give(host, { type: 'startSession' });
  const goTo = (round: number, phase: string): void => {
    while (!('round' in state.phase) || state.phase.round !== round || state.phase.name !== phase)
      give(clock, { type: 'closePhase', because: 'deadline' });
  };
  goTo(2, 'reveal');
  give(host, { type: 'extendPhase', seconds: 60 });
  give(host, { type: 'stepBack' });
  goTo(3, 'decision');
  give(host, { type: 'stepBack' });
  goTo(2, 'review');
  give(host, { type: 'endSession' });
  const head = lines.at(-1)?.hash ?? header.hash;
  const footer = { end: true, count: lines.length, head, status: 'ended' } as const;
  return logText({ header, lines, footer, texts: [] });
}
