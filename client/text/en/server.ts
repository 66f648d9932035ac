import type { AwakeState } from '#shared/wire/serverFacts.ts';
import { plural } from '../number.ts';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const sessions = (count: number): string => `${count} ${plural(count, 'session', 'sessions')}`;

/** The host's page on the server's status. */
export const server = {
  link: 'How is the server doing?',
  title: 'How the server is doing',
  back: 'Back to the sessions',
  again: 'Check again',
  looking: 'Checking…',
  renewed: 'Renewed every ten seconds.',
  now: {
    title: 'Now',
    keeps: 'The server saves what people do.',
    keepsNot:
      'The server cannot save, so it refuses what people do. Check the disk and the permissions of its data directory.',
    draining: 'The server is shutting down. People come back by themselves when it runs again.',
    running: (since: string) => `Running since ${since}.`,
    starts: (starts: number, crashes: number) =>
      `Started ${times(starts)} on this data${crashes === 0 ? '.' : `, ${times(crashes)} of these after a crash or a power cut. Nothing that was saved is lost by that.`}`,
    several: (all: number) =>
      `${all} servers use this database. Delegates, connections, sessions and starts are those of all of them; times, memory, disk and refusals are those of the one that answered.`,
    silent: (count: number) =>
      `${count} ${plural(count, 'server does', 'servers do')} not answer, so what ${plural(count, 'it runs is', 'they run is')} not counted.`,
    people: (people: number, screens: number) =>
      `${people} ${plural(people, 'delegate is', 'delegates are')} connected; ${screens} live ${plural(screens, 'connection', 'connections')}, hosts and projectors included.`,
    sessions: (list: string) => `Sessions in use: ${list}.`,
    noSessions: 'No session is in use.',
    states: {
      lobby: (count: number) => `${count} in the lobby`,
      running: (count: number) => `${count} running`,
      paused: (count: number) => `${count} paused`,
      ended: (count: number) => `${count} ended`,
      practice: (count: number) => `${count} for practice`,
    } satisfies Record<AwakeState, (count: number) => string>,
  },
  pace: {
    title: 'How fast it answers',
    append: (median: string, p95: string) =>
      `Saving a line takes ${median} ms; 19 in 20 lines take ${p95} ms or less.`,
    appendSlow: (p95: string) =>
      `Saving is slow: one line in 20 takes ${p95} ms or longer. The disk is slow or busy.`,
    publish: (median: string, p95: string) =>
      `Updating the screens of a session takes ${median} ms; 19 in 20 updates take ${p95} ms or less.`,
    idle: 'Nothing was saved in the last five minutes.',
    waiting: (count: number) => `${count} ${plural(count, 'line waits', 'lines wait')} to be saved.`,
    delay: 'The computer keeps up.',
    delayed: (ms: number) =>
      `The computer does not keep up: requests wait up to ${ms} ms. Close other programs.`,
    memory: (mib: number) => `The server uses ${mib} MB of memory.`,
  },
  storage: {
    title: 'What it keeps',
    size: (count: number, mb: string) => `${sessions(count)}, ${mb} MB on the disk.`,
    free: (free: string) => `${free} free on the disk.`,
    little: (free: string) => `Only ${free} free on the disk. Make space.`,
    unknown: 'The system does not say how much space the disk has.',
    backup: (when: string) => `Newest nightly backup: ${when}.`,
    backupOld: (when: string) =>
      `The newest nightly backup is of ${when}. The server’s log says why there is none since.`,
    noBackup: 'There is no nightly backup yet. The server makes one soon after its start.',
    backupsOff: 'Nightly backups are turned off (BACKUPS=off).',
  },
  counts: {
    title: 'Since the start',
    commands: (accepted: number, refused: number) =>
      `${accepted} ${plural(accepted, 'command', 'commands')} carried out, ${refused} refused by the rules.`,
    malformed: (count: number) =>
      `${count} ${plural(count, 'message', 'messages')} could not be read. A program other than this one may have sent them.`,
    notStored: (count: number) =>
      `${count} ${plural(count, 'command was', 'commands were')} refused because nothing could be saved.`,
    tooMany: (count: number) =>
      `${count} ${plural(count, 'command', 'commands')} refused because one person sent too many within a second.`,
    refusals: 'What was refused most',
    none: 'Nothing was refused.',
    reason: 'Reason',
    often: 'Times',
    other: (code: string) => `Other (${code})`,
  },
  privacy: 'This page and the server’s log name nobody: no names, codes, texts or network addresses.',
};
export type ServerWords = typeof server;
