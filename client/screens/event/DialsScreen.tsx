import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DialNow, DialsNow } from '#shared/wire/gatherings.ts';
import { Dial } from '../../charts/Dial.tsx';
import { PlainPage } from '../../components/PlainPage.tsx';
import { useSessionLanguage } from '../../components/useSessionLanguage.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { eventApi } from '../../net/eventApi.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { pick, words } from '../../text/language.ts';
import { DialPaths } from './DialPaths.tsx';
import { countedStates, stateOf } from './tableStates.ts';
import { TableLarge } from './TableLarge.tsx';
import '../../styles/dials.css';

/** How often the wall looks: nothing on it is urgent. */
const LOOK_EVERY_MS = 2000;

type Seen =
  | { readonly state: 'opening' }
  | { readonly state: 'seen'; readonly now: DialsNow }
  | { readonly state: 'closed'; readonly code: ApiFailure['code'] };

/** The wall of an event: all dials as small multiples on one scale, in the order of the tables; one of them large on request. */
export function DialsScreen({ code }: { readonly code: string }) {
  const seen = useDials(code);
  const zoomed = useSignal<number | null>(null);
  const asPaths = useSignal(location.hash === '#paths');
  const now = seen.value;
  useSessionLanguage(now.state === 'seen' ? now.now.languages : undefined);
  const { manyTables: text, refusals, shell } = words.value;
  if (now.state === 'opening') return <PlainPage title={text.opening} text="" />;
  if (now.state === 'closed' || now.now.tables.length === 0)
    return (
      <PlainPage
        title={refusals.notDone}
        text={now.state === 'closed' ? refusals.api[now.code] : text.wall.noTables}
      >
        <a class="btn" href={pathTo('/')}>
          {shell.toHome}
        </a>
      </PlainPage>
    );
  const { tables } = now.now;
  const large = tables.find(({ number }) => number === zoomed.value);
  return (
    <div class="dials-wall">
      <WallHead event={now.now} asPaths={asPaths} />
      <main id="main" tabIndex={-1}>
        {asPaths.value ? (
          <DialPaths event={now.now} />
        ) : large === undefined ? (
          <Multiples tables={tables} zoomed={zoomed} />
        ) : (
          <TableLarge table={large} tables={tables} show={(number) => (zoomed.value = number)} />
        )}
      </main>
    </div>
  );
}

/** What the wall last saw; it stays while the server is silent. */
function useDials(code: string): Signal<Seen> {
  const seen = useSignal<Seen>({ state: 'opening' });
  useEffect(() => {
    let isHere = true;
    const again = async (): Promise<void> => {
      const answer = await eventApi.dials(code);
      if (!isHere) return;
      if (answer.ok) seen.value = { state: 'seen', now: answer.value };
      else if (answer.failure.code !== 'offline') seen.value = { state: 'closed', code: answer.failure.code };
      setTimeout(() => isHere && void again(), LOOK_EVERY_MS);
    };
    void again();
    return () => {
      isHere = false;
    };
  }, [code]);
  return seen;
}

interface HeadProps {
  readonly event: DialsNow;
  /** Whether the wall shows the ways of the dials over each other, or each dial. */
  readonly asPaths: Signal<boolean>;
}

function WallHead({ event, asPaths }: HeadProps) {
  const { manyTables: text } = words.value;
  return (
    <header>
      <h1>{pick(event.title)}</h1>
      <p class="num">{text.wall.join(spokenCode(event.code))}</p>
      <p class="spread num">{countedStates(event.tables).join(' · ')}</p>
      <button type="button" class="btn" onClick={() => (asPaths.value = !asPaths.peek())}>
        {asPaths.value ? text.wall.asDials : text.wall.asPaths}
      </button>
    </header>
  );
}

interface MultiplesProps {
  readonly tables: readonly DialNow[];
  readonly zoomed: Signal<number | null>;
}

function Multiples({ tables, zoomed }: MultiplesProps) {
  const { wall } = words.value.manyTables;
  return (
    <ol class="multiples" aria-label={wall.label} style={{ '--across': acrossOf(tables.length) }}>
      {tables.map((table) => (
        <li key={table.number}>
          <Multiple table={table} show={() => (zoomed.value = table.number)} />
        </li>
      ))}
    </ol>
  );
}

/** A table's dial with its number and the state in words; a table that has ended is drawn as past. */
function Multiple({ table, show }: { readonly table: DialNow; readonly show: () => void }) {
  const { manyTables: text, play } = words.value;
  const { number, trail, phase } = table;
  const state = stateOf(table);
  const isOver = phase === 'ended';
  return (
    <button type="button" class={isOver ? 'is-over' : ''} onClick={show}>
      <b class="multiple-number num">{number}</b>
      {isOver && (
        <span class="multiple-over">
          <span class="visually-hidden">{play.phases.ended.name}</span>
          <span aria-hidden="true">✓</span>
        </span>
      )}
      <span class="multiple-dial" aria-hidden="true">
        <Dial trail={trail.slice(-1)} state={state} />
      </span>
      <span class="multiple-state">{state}</span>
      <span class="visually-hidden">{text.wall.zoom(number)}</span>
    </button>
  );
}

/** How many stand side by side so that all fill a wide screen, each a little wider than high. */
function acrossOf(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count * 1.2)));
}
