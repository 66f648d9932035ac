import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { GatheringNow, TableNow, TreatmentsNow } from '#shared/wire/gatherings.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { RadioRow } from '../../components/RadioRow.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { useNow } from '../../components/useNow.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { list, pick, words } from '../../text/language.ts';
import { JoinPanel } from '../host/JoinPanel.tsx';
import { ActBar } from './ActBar.tsx';
import { AfterPlay } from './AfterPlay.tsx';
import { ChargeKeys } from './ChargeKeys.tsx';
import { CoHosts } from './CoHosts.tsx';
import { Expected } from './Expected.tsx';
import { asBefore, byNeed, needsHost } from './need.ts';
import { PeopleMover } from './PeopleMover.tsx';
import { type Shown, shownTables } from './shownTables.ts';
import { ShownChoice } from './ShownChoice.tsx';
import { TableTile } from './TableTile.tsx';
import { TreatmentKeys } from './TreatmentKeys.tsx';
import { type EventSeen, useActs, useEvent } from './useEvent.ts';
import { type TreatmentsShown, useTreatments } from './useTreatments.ts';
import '../../styles/host.css';
import '../../styles/event.css';

/** The host's overview of an event: every table as a tile, the ones that need the host first, and keys for all of them. */
export function EventScreen({ code }: { readonly code: string }) {
  const { seen, look } = useEvent(code);
  const now = seen.value;
  const { manyTables: text, refusals, host, coHosts } = words.value;
  if (now.state === 'opening') return <PlainPage title={text.opening} text="" />;
  if (now.state === 'closed')
    return (
      <PlainPage
        title={refusals.notDone}
        text={now.asCoHost && now.code === 'notHost' ? coHosts.over : refusals.api[now.code]}
      >
        {!now.asCoHost && (
          <a class="btn primary" href={pathTo('/host')}>
            {host.room.toList}
          </a>
        )}
      </PlainPage>
    );
  return <Overview seen={now} look={look} />;
}

interface Props {
  readonly seen: Extract<EventSeen, { state: 'seen' }>;
  readonly look: () => Promise<void>;
}

function Overview({ seen, look }: Props) {
  const { manyTables: text } = words.value;
  const event = seen.now;
  const treatments = useTreatments(event.code);
  const shown = useSignal<Shown>('all');
  const chosen = useSignal<ReadonlySet<number>>(new Set());
  const tables = shownTables(event, shown.value);
  return (
    <Page class="host-home event-page" back={event.you === null ? '/host' : '/'}>
      <EventHead event={event} />
      {seen.isOld && <Notice title={words.value.refusals.notDone} text={text.offline} />}
      <div class="event-columns">
        <Side
          event={event}
          tables={tables}
          picked={tables.filter(({ number }) => chosen.value.has(number))}
          treatments={treatments}
          look={look}
        />
        <Tables
          seen={seen}
          tables={tables}
          shown={shown}
          treatments={treatments.now.value?.byTable ?? []}
          chosen={chosen.value}
          choose={(next) => (chosen.value = next)}
        />
      </div>
    </Page>
  );
}

interface SideProps {
  readonly event: GatheringNow;
  /** The tables that are shown. */
  readonly tables: readonly TableNow[];
  /** Those of them that are chosen. */
  readonly picked: readonly TableNow[];
  readonly treatments: TreatmentsShown;
  readonly look: () => Promise<void>;
}

/** Everything that is done to several tables, and beside it who leads them, how people join and where they sit. */
function Side({ event, tables, picked, treatments, look }: SideProps) {
  const { manyTables: text } = words.value;
  const { told, give } = useActs(event.code, look);
  const isHost = event.you === null;
  const reached = picked.length === 0 ? tables : picked;
  const reach = picked.length > 0 ? 'chosen' : tables.length === event.tables.length ? 'all' : 'shown';
  return (
    <aside>
      <ActBar event={event} tables={reached} reach={reach} give={give} told={told.value} />
      <ChargeKeys event={event} picked={picked} look={look} />
      <AfterPlay event={event.code} tables={reached} />
      {event.treated && isHost && <TreatmentKeys shown={treatments} />}
      <details class="event-join" open={event.tables.every(({ phase }) => phase === 'lobby')}>
        <summary>{text.join}</summary>
        <JoinPanel code={event.code} large={false} asCoHost={!isHost} />
      </details>
      <Expected event={event} />
      <PeopleMover event={event} />
      {isHost && <CoHosts event={event} />}
    </aside>
  );
}

function EventHead({ event }: { readonly event: GatheringNow }) {
  const { manyTables: text, coHosts } = words.value;
  const { tables, resting } = event;
  const you = event.coHosts.find(({ id }) => id === event.you);
  const sum = (of: (table: TableNow) => number): number => tables.reduce((all, table) => all + of(table), 0);
  return (
    <div class="event-head">
      <h1>{text.title(pick(event.title))}</h1>
      <p class="code num">
        <a class="btn" href={pathTo(`/dials/${event.code}`)} target="_blank" rel="noopener">
          {text.wall.open}
        </a>
        <span class="visually-hidden">{words.value.host.room.code} </span>
        {spokenCode(event.code)}
      </p>
      <p class="note num">
        {text.summary(
          tables.length,
          sum(({ people, waiting }) => people + waiting),
          sum(({ here }) => here),
        )}
        {you !== undefined && ` · ${coHosts.asCoHost(you.name)}`}
      </p>
      <p class="need">{text.need(tables.filter(needsHost).length)}</p>
      {resting.length > 0 && (
        <p class="note">{text.resting(list(resting.map(({ number }) => text.table(number))))}</p>
      )}
    </div>
  );
}

interface TablesProps extends Pick<Props, 'seen'>, Pick<SideProps, 'tables'> {
  readonly shown: Signal<Shown>;
  /** By table, once the host wants to see them; otherwise empty. */
  readonly treatments: TreatmentsNow['byTable'];
  readonly chosen: ReadonlySet<number>;
  readonly choose: (chosen: ReadonlySet<number>) => void;
}

function Tables({ seen, tables, shown, treatments, chosen, choose }: TablesProps) {
  const { manyTables: text } = words.value;
  const order = useSignal<Order>('need');
  const { ordered, grid } = useCalmOrder(tables, order.value);
  const sinceMs = useNow(1000) - seen.atMs;
  return (
    <section class="event-tables" aria-label={text.tables}>
      <div class="tables-head">
        <OrderChoice order={order} />
        <ShownChoice event={seen.now} shown={shown.value} choose={(next) => (shown.value = next)} />
        <button type="button" class="btn" onClick={() => choose(new Set(tables.map(({ number }) => number)))}>
          {text.acts.chooseAll}
        </button>
        <button type="button" class="btn" disabled={chosen.size === 0} onClick={() => choose(new Set())}>
          {text.acts.chooseNone}
        </button>
      </div>
      {tables.length === 0 && <p class="note">{words.value.coHosts.noneShown}</p>}
      <ul ref={grid} class="table-tiles">
        {ordered.map((table) => (
          <TableTile
            key={table.number}
            event={seen.now}
            table={table}
            treatment={treatments[table.number - 1] ?? null}
            sinceMs={seen.isOld ? 0 : Math.max(0, sinceMs)}
            chosen={chosen.has(table.number)}
            choose={(on) => choose(withTable(chosen, table.number, on))}
          />
        ))}
      </ul>
    </section>
  );
}

type Order = 'need' | 'number';

function OrderChoice({ order }: { readonly order: Signal<Order> }) {
  const { order: label, orders } = words.value.manyTables;
  return (
    <RadioRow
      label={label}
      options={[
        ['need', orders.need],
        ['number', orders.number],
      ]}
      chosen={order.value}
      choose={(next) => (order.value = next)}
    />
  );
}

function withTable(chosen: ReadonlySet<number>, number: number, on: boolean): ReadonlySet<number> {
  const others = [...chosen].filter((one) => one !== number);
  return new Set(on ? [...others, number] : others);
}

/** The order of the tiles. It stays as it is while a hand or the keyboard is among them, so that nothing moves under a finger. */
function useCalmOrder(tables: readonly TableNow[], order: Order) {
  const grid = useRef<HTMLUListElement>(null);
  const before = useRef<readonly number[]>([]);
  const isTouched = grid.current?.matches(':hover, :focus-within') === true;
  const byNumber = tables.toSorted((a, b) => a.number - b.number);
  const ordered =
    order === 'number' ? byNumber : isTouched ? asBefore(tables, before.current) : byNeed(tables);
  before.current = ordered.map(({ number }) => number);
  return { ordered, grid };
}
