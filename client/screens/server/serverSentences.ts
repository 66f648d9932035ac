import { awakeStates, type ServerFacts } from '#shared/wire/serverFacts.ts';
import type { Finding } from '../../components/FindingList.tsx';
import { dateAndTime } from '../../text/dateAndTime.ts';
import { words } from '../../text/language.ts';

/** Beyond these limits the page says that something is slow or short. */
const SLOW_APPEND_MS = 250;
const LONG_DELAY_MS = 200;
const LITTLE_MIB = 500;
const OLD_BACKUP_MS = 48 * 3_600_000;

/** Whether it runs, since when, and who is connected. */
export function nowFindings(facts: ServerFacts): readonly Finding[] {
  const { now } = words.value.server;
  const { standing, servers, keeps, draining, startedMs } = facts;
  const awake = awakeStates.filter((state) => standing.sessions[state] > 0);
  const listed = awake.map((state) => now.states[state](standing.sessions[state]));
  return [
    keeps ? good(now.keeps) : { mark: 'bad', text: now.keepsNot },
    ...(draining ? [mind(now.draining)] : []),
    ...(servers.all > 1 ? [good(now.several(servers.all))] : []),
    ...(servers.silent > 0 ? [mind(now.silent(servers.silent))] : []),
    good(now.running(dateAndTime(startedMs))),
    good(now.starts(standing.starts, standing.crashes)),
    good(now.people(standing.people, standing.sockets)),
    good(awake.length === 0 ? now.noSessions : now.sessions(words.value.list(listed))),
  ];
}

/** How long people wait for it. */
export function paceFindings(facts: ServerFacts): readonly Finding[] {
  const { pace } = words.value.server;
  const { append, publish, waiting, delayMs, memoryMiB } = facts;
  const isSlow = append !== null && append.p95Ms > SLOW_APPEND_MS;
  return [
    append === null
      ? good(pace.idle)
      : isSlow
        ? mind(pace.appendSlow(ms(append.p95Ms)))
        : good(pace.append(ms(append.medianMs), ms(append.p95Ms))),
    ...(waiting > 0 ? [mind(pace.waiting(waiting))] : []),
    ...(publish === null ? [] : [good(pace.publish(ms(publish.medianMs), ms(publish.p95Ms)))]),
    delayMs > LONG_DELAY_MS ? mind(pace.delayed(delayMs)) : good(pace.delay),
    good(pace.memory(memoryMiB)),
  ];
}

/** What is on the disk, and its newest backup. */
export function storageFindings(facts: ServerFacts): readonly Finding[] {
  const { storage } = words.value.server;
  const { kept, storeBytes } = facts.standing;
  return [
    good(storage.size(kept, (storeBytes / 1e6).toFixed(1))),
    spaceFinding(facts.freeMiB),
    backupFinding(facts),
  ];
}

/** People's commands and requests since the start. */
export function countFindings({ commands }: ServerFacts): readonly Finding[] {
  const { counts } = words.value.server;
  return [
    good(counts.commands(commands.accepted, commands.refused)),
    ...(commands.malformed > 0 ? [mind(counts.malformed(commands.malformed))] : []),
    ...(commands.tooMany > 0 ? [mind(counts.tooMany(commands.tooMany))] : []),
    ...(commands.notStored > 0 ? [mind(counts.notStored(commands.notStored))] : []),
  ];
}

/** The sentence that people read with this refusal; a code without a sentence is shown as it is. */
export function refusalSentence(code: string): string {
  const { refusals, server } = words.value;
  const sentences: Readonly<Record<string, unknown>> = { ...refusals.api, ...refusals.table };
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return typeof sentence === 'string' ? sentence : server.counts.other(code);
}

function spaceFinding(freeMiB: number | null): Finding {
  const { storage } = words.value.server;
  if (freeMiB === null) return mind(storage.unknown);
  const free = freeMiB >= 1024 ? `${(freeMiB / 1024).toFixed(1)} GB` : `${freeMiB} MB`;
  return freeMiB < LITTLE_MIB ? mind(storage.little(free)) : good(storage.free(free));
}

function backupFinding({ backsUp, newestBackupMs, nowMs }: ServerFacts): Finding {
  const { storage } = words.value.server;
  if (!backsUp) return mind(storage.backupsOff);
  if (newestBackupMs === null) return mind(storage.noBackup);
  const when = dateAndTime(newestBackupMs);
  return nowMs - newestBackupMs > OLD_BACKUP_MS ? mind(storage.backupOld(when)) : good(storage.backup(when));
}

function ms(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}

function good(text: string): Finding {
  return { mark: 'good', text };
}

function mind(text: string): Finding {
  return { mark: 'mind', text };
}
