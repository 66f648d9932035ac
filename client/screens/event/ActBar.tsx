import { HoldButton } from '../../components/HoldButton.tsx';
import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import { words } from '../../text/language.ts';
import { type KeyAct, aptFor, keyCommands } from './acts.ts';
import { refusedWords } from './refused.ts';
import { AnnounceAll, InjectAll } from './SayToAll.tsx';
import type { GiveAll, ActTold } from './useEvent.ts';

interface Props {
  readonly event: GatheringNow;
  /** The tables that an act is for: all, those that are shown, or those that are chosen. */
  readonly tables: readonly TableNow[];
  readonly reach: 'all' | 'shown' | 'chosen';
  readonly give: GiveAll;
  readonly told: ActTold | null;
}

/** What the host does to all tables or to the chosen ones, and what came of it. */
export function ActBar({ event, tables, reach, give, told }: Props) {
  const { manyTables, coHosts } = words.value;
  const { acts } = manyTables;
  const title = { all: acts.all, shown: coHosts.shownCount, chosen: acts.chosen }[reach];
  const key = (act: KeyAct) => <ActKey key={act} act={act} tables={tables} give={give} />;
  return (
    <section class="act-bar" aria-label={acts.title}>
      <h2>{title(tables.length)}</h2>
      <div class="act-keys">
        {key('start')}
        {key('pause')}
        {key('resume')}
        <NextKey tables={tables} give={give} />
        {key('more')}
        {key('silence')}
        {key('speak')}
      </div>
      <div class="act-words">
        <AnnounceAll tables={tables} give={give} />
        <InjectAll event={event} tables={tables} give={give} />
      </div>
      <EndKey tables={tables} give={give} />
      {told !== null && <ToldLines told={told} />}
    </section>
  );
}

type KeyProps = Pick<Props, 'tables' | 'give'>;

/** A key with the number of tables to which it means something now. */
function ActKey({ act, tables, give }: KeyProps & { readonly act: KeyAct }) {
  const { acts } = words.value.manyTables;
  const apt = aptFor(act, tables);
  // What cannot be done anywhere is not there, except what a host looks for first.
  if (apt.length === 0 && act !== 'pause') return null;
  return (
    <button
      type="button"
      class="btn"
      disabled={apt.length === 0}
      onClick={() => void give(acts[act], apt, keyCommands[act])}
    >
      <span class="visually-hidden">{acts.at(acts[act], apt.length)}</span>
      <span aria-hidden="true">{acts[act]}</span>
      <span aria-hidden="true" class="act-count num">
        {apt.length}
      </span>
    </button>
  );
}

/** Goes on to the next phase; where states still decide, only after a hold. */
function NextKey({ tables, give }: KeyProps) {
  const { acts } = words.value.manyTables;
  const apt = aptFor('next', tables);
  const deciding = apt.filter(({ unsealed }) => unsealed.length > 0).length;
  if (apt.length === 0) return null;
  if (deciding === 0) return <ActKey act="next" tables={tables} give={give} />;
  return (
    <div class="act-held">
      <HoldButton
        label={acts.nextHeld}
        again={acts.again}
        describedBy="next-all-note"
        onDone={() => void give(acts.next, apt, keyCommands.next)}
      />
      <p id="next-all-note" class="hint">
        {acts.nextNote(deciding)}
      </p>
    </div>
  );
}

function EndKey({ tables, give }: KeyProps) {
  const { acts } = words.value.manyTables;
  const apt = aptFor('end', tables);
  if (apt.length === 0) return null;
  return (
    <div class="act-held">
      <HoldButton
        label={acts.at(acts.end, apt.length)}
        again={acts.again}
        onDone={() => void give(acts.end, apt, keyCommands.end)}
      />
    </div>
  );
}

function ToldLines({ told }: { readonly told: ActTold }) {
  return (
    <div class="act-told">
      <p>{told.sentence}</p>
      {told.refused.length > 0 && (
        <ul>
          {told.refused.map((one) => (
            <li key={one.sentence}>{refusedWords(one)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
