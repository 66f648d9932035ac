import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import { Dial } from '../../charts/Dial.tsx';
import { stateOf } from './tableStates.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { list, pick, words } from '../../text/language.ts';
import { clock } from '../../text/number.ts';
import { alertsOfTable, needsHost, type TableAlert } from './need.ts';

/** More states than these are counted, not named. */
const MOST_NAMED = 3;

interface Props {
  readonly event: GatheringNow;
  readonly table: TableNow;
  /** How long ago it was seen, ms: its clock has gone on since. */
  readonly sinceMs: number;
  /** What is tried there; null unless the host wants to see it. */
  readonly treatment: Treatment | null;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
}

/** One table of an event: its dial, its phase, who holds it up, and the way to its console. */
export function TableTile({ event, table, sinceMs, treatment, chosen, choose }: Props) {
  const { manyTables: text } = words.value;
  const { number, code } = table;
  const state = stateOf(table);
  return (
    <li class={needsHost(table) ? 'table-tile needs' : 'table-tile'}>
      <div role="group" aria-label={text.table(number)}>
        <div class="tile-head">
          <input
            type="checkbox"
            aria-label={text.choose(number)}
            checked={chosen}
            onChange={(change) => choose(change.currentTarget.checked)}
          />
          <a href={pathTo(`/host/${code}`)} aria-label={text.consoleOf(number)}>
            {text.table(number)}
          </a>
          <TimeLeft table={table} sinceMs={sinceMs} />
        </div>
        <div class="tile-world">
          <Dial trail={table.trail} state={state} />
          <p>
            <b>{state}</b>
            <span>{phaseText(table)}</span>
          </p>
        </div>
        <p class="tile-people num">{text.people(table.people, table.here, table.bots)}</p>
        {table.coHost !== null && <p class="tile-charge">{chargeText(event, table.coHost)}</p>}
        {treatment !== null && <p class="tile-treatment">{text.treatments.names[treatment]}</p>}
        <Alerts event={event} table={table} />
      </div>
    </li>
  );
}

function TimeLeft({ table: { leftMs, paused, phase }, sinceMs }: Pick<Props, 'table' | 'sinceMs'>) {
  const { host } = words.value;
  if (phase === 'lobby' || phase === 'ended') return null;
  const left = leftMs === null ? null : paused ? leftMs : leftMs - sinceMs;
  return (
    <span class="tile-clock num">
      {left !== null && clock(left)}
      {paused && <small>{host.room.paused}</small>}
    </span>
  );
}

/** Who is in charge of a table. */
function chargeText({ you, coHosts }: GatheringNow, id: string): string {
  const { coHosts: text } = words.value;
  if (id === you) return text.you;
  return text.tile(coHosts.find((one) => one.id === id)?.name ?? '');
}

/** The phase in words, with the round while one is played. */
function phaseText({ phase, round, rounds, silent }: TableNow): string {
  const { manyTables: text, play } = words.value;
  const { name } = play.phases[phase];
  const isPlaying = phase !== 'lobby' && phase !== 'ended';
  const parts = [isPlaying ? text.round(round, rounds, name) : name, ...(silent ? [text.silent] : [])];
  return parts.join(' · ');
}

function Alerts({ event, table }: Pick<Props, 'event' | 'table'>) {
  const { manyTables: text } = words.value;
  const alerts = alertsOfTable(table);
  return (
    <ul class="tile-alerts">
      {alerts.map((alert) => (
        <li key={alert.kind} class={`is-${alert.kind}`}>
          {alertText(event, alert)}
        </li>
      ))}
      {table.bookmarks > 0 && <li class="is-mark">{text.bookmarks(table.bookmarks)}</li>}
    </ul>
  );
}

function alertText({ seats }: GatheringNow, alert: TableAlert): string {
  const { alerts } = words.value.manyTables;
  if ('count' in alert) return alerts.waiting(alert.count);
  if (!('seats' in alert)) return alerts[alert.kind];
  const named = seats.filter(({ id }) => alert.seats.includes(id)).map(({ name }) => pick(name));
  return alerts[alert.kind](named.length > MOST_NAMED ? alerts.states(named.length) : list(named));
}
