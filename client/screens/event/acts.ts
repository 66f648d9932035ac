import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { TableNow } from '#shared/wire/gatherings.ts';

/** What a host does to several tables at once by one key. */
export const keyActs = ['start', 'pause', 'resume', 'next', 'more', 'silence', 'speak', 'end'] as const;
/** One of these. */
export type KeyAct = (typeof keyActs)[number];
/** Everything that a host does to several tables at once. */
export type TableAct = KeyAct | 'announce' | 'inject';

/** The command behind each key. */
export const keyCommands: Readonly<Record<KeyAct, Command>> = {
  start: { type: 'startSession' },
  pause: { type: 'pauseSession', remainingMs: null },
  resume: { type: 'resumeSession' },
  next: { type: 'closePhase', because: 'host' },
  more: { type: 'extendPhase', seconds: 60 },
  silence: { type: 'declareSilent', silent: true },
  speak: { type: 'declareSilent', silent: false },
  end: { type: 'endSession' },
};

/** The tables to which an act means something now; a table without people is not started. */
export function aptFor(act: TableAct, tables: readonly TableNow[]): readonly TableNow[] {
  return tables.filter((table) => !table.stopped && isApt(act, table));
}

function isApt(act: TableAct, table: TableNow): boolean {
  const { phase, paused, people, silent, leftMs } = table;
  const isPlaying = phase !== 'lobby' && phase !== 'ended';
  switch (act) {
    case 'start':
      return phase === 'lobby' && people > 0;
    case 'pause':
    case 'next':
      return isPlaying && !paused;
    case 'resume':
      return isPlaying && paused;
    case 'more':
      return isPlaying && leftMs !== null;
    case 'silence':
      return isPlaying && !silent;
    case 'speak':
      return isPlaying && silent;
    case 'inject':
      return phase !== 'ended';
    case 'end':
    case 'announce':
      return isPlaying;
  }
}
