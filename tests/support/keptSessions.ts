import { alone } from '../../server/store/ownership.ts';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Sessions } from '../../server/live/sessions.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { RunningTime } from '../../server/lib/serverTime.ts';
import { archipelago, collectedLog, host, started, timed } from '../server/liveTable.ts';

/** A stored session in a data directory: its code, its id, its lines, and a text in it. */
export interface KeptSession {
  readonly code: string;
  readonly id: string;
  readonly lines: number;
  readonly textId: string;
}

/** Stores sessions of a few lines and one text each in a data directory, as a server would, and closes it. */
export async function keepSessions(directory: string, count: number): Promise<readonly KeptSession[]> {
  const store = await openSqliteStore(directory);
  const time = new RunningTime();
  const nobody = (): ReadonlySet<string> => new Set();
  const presence = { connectedSeats: nobody, connectedDelegates: nobody, onFenced: () => undefined };
  const sessions = new Sessions({
    store,
    ownership: alone,
    log: collectedLog(),
    build: 'test',
    ...presence,
    time,
  });
  const kept: KeptSession[] = [];
  for (let index = 0; index < count; index += 1) {
    const session = await sessions.create({ scenario: archipelago(), options: timed });
    await started(session);
    const { ref: text, text: words } = writtenText(`words ${index}`);
    const channel = { kind: 'announcement' } as const;
    const command = { type: 'say', channel, text, phrase: null, mentions: [] } as const;
    const outcome = await session.submit(host, 'say-it', command, undefined, { text: words });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    await session.submit(host, 'pause-it', { type: 'pauseSession', remainingMs: null });
    kept.push({ code: session.code, id: session.id, lines: session.headSeq, textId: text.id });
  }
  await sessions.close();
  await store.close();
  return kept;
}

/** Changes a database behind the server's back. */
export function tamper(directory: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(join(directory, 'crossroads.sqlite'));
  database.exec(statements.join(';'));
  database.close();
}
