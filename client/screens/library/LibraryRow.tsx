import type { LibraryItem } from '#shared/wire/library.ts';
import { DAY_MS, UNDO_DAYS } from '#shared/wire/retention.ts';
import { type Signal, useSignal } from '@preact/signals';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { dayOf } from '../../text/dateAndTime.ts';
import { pick, words } from '../../text/language.ts';
import { DamageNote } from '../host/DamageNote.tsx';
import { analysisPage } from '../../lib/address.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { SessionCare } from './SessionCare.tsx';
import type { LibraryParts } from './useLibrary.ts';

interface Props {
  readonly item: LibraryItem;
  /** The codes of the sessions that are ticked to be saved as files. */
  readonly ticked: Signal<readonly string[]>;
  readonly tell: LibraryParts['tell'];
}

/** A session of the library: its summary, its links, and under *more* the host's actions. */
export function LibraryRow({ item, ticked, tell }: Props) {
  const { code, damage, deletedMs } = item;
  const isBroken = damage !== null && damage.kind !== 'texts';
  const isDeleted = deletedMs !== null;
  return (
    <li class={isBroken ? 'damaged' : undefined}>
      <div role="group" aria-label={`${titleOf(item)}, ${spokenCode(code)}`}>
        {isBroken || isDeleted ? (
          <span class="num code">{spokenCode(code)}</span>
        ) : (
          <CodeTick code={code} title={titleOf(item)} ticked={ticked} />
        )}
        <span class="what">
          <b>{titleOf(item)}</b>
          <small class="num">{factsOf(item).join(' · ')}</small>
          {item.note !== '' && <small class="words">{item.note}</small>}
          {item.tags.length > 0 && (
            <small class="tags">
              {item.tags.map((tag) => (
                <span key={tag}>{tag}</span>
              ))}
            </small>
          )}
        </span>
        {isDeleted ? <Restore code={code} tell={tell} /> : !isBroken && <Ways item={item} />}
        {damage !== null && !isDeleted && <DamageNote code={code} damage={damage} />}
        {!isDeleted && <SessionCare item={item} title={titleOf(item)} tell={tell} />}
      </div>
    </li>
  );
}

interface TickProps extends Pick<Props, 'ticked'> {
  readonly code: string;
  readonly title: string;
}

function CodeTick({ code, title, ticked }: TickProps) {
  return (
    <label class="num code code-tick">
      <input
        type="checkbox"
        aria-label={words.value.exports.tick(`${title}, ${spokenCode(code)}`)}
        checked={ticked.value.includes(code)}
        onChange={(event) => {
          const others = ticked.value.filter((one) => one !== code);
          ticked.value = event.currentTarget.checked ? [...others, code] : others;
        }}
      />
      {spokenCode(code)}
    </label>
  );
}

function Restore({ code, tell }: { readonly code: string } & Pick<Props, 'tell'>) {
  const { library } = words.value;
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const restore = (): void => {
    void api.restoreSession(code).then((answer) => {
      if (answer.ok) tell({ sentence: library.restored, hasLeft: true });
      else problem.value = answer.failure.code;
    });
  };
  return (
    <span class="ways">
      <button type="button" class="btn" onClick={restore}>
        {library.restore}
      </button>
      {problem.value !== null && <span role="alert">{words.value.refusals.api[problem.value]}</span>}
    </span>
  );
}

function Ways({ item: { code, status, practice } }: { readonly item: LibraryItem }) {
  const { library } = words.value;
  const ended = status === 'ended';
  return (
    <span class="ways">
      {status !== 'cancelled' && !practice && (
        <a class="btn" href={pathTo(`/host/${code}`)}>
          {ended ? library.debrief : library.enter}
        </a>
      )}
      {ended && (
        <>
          <a class="btn" href={pathTo(`/replay/${code}`)}>
            {library.replay}
          </a>
          {!practice && (
            <a class="btn" href={pathTo(`/replay/${code}#lead`)}>
              {words.value.replay.shared.lead}
            </a>
          )}
        </>
      )}
      {ended && (
        <a class="btn" href={pathTo(analysisPage(code))}>
          {words.value.replay.analysis.open}
        </a>
      )}
      <a class="btn" href={pathTo(`/api/sessions/${code}/log`)} download>
        {library.save}
      </a>
    </span>
  );
}

function titleOf({ name, title }: LibraryItem): string {
  if (name !== '') return name;
  return title === null ? words.value.damage.untitled : pick(title);
}

function factsOf(item: LibraryItem): readonly string[] {
  const { library, host, damage: damageText, manyTables } = words.value;
  const { damage, name, title, people, origin, deletedMs, keepDays, lastMs } = item;
  const isBroken = damage !== null && damage.kind !== 'texts';
  const gone =
    deletedMs !== null
      ? deletedMs + UNDO_DAYS * DAY_MS
      : keepDays === null
        ? null
        : lastMs + keepDays * DAY_MS;
  return [
    name !== '' && title !== null ? pick(title) : null,
    isBroken
      ? damageText.state
      : item.status === 'open'
        ? host.sessions.round(item.round, item.rounds)
        : host.sessions[item.status],
    item.table === null ? null : manyTables.inLibrary(spokenCode(item.table.event), item.table.number),
    item.table?.treatment ? manyTables.treatments.names[item.table.treatment] : null,
    people === null ? null : host.sessions.people(people),
    dayOf(item.createdMs),
    origin === null ? null : library.importedFrom(origin.file, dayOf(origin.atMs)),
    gone === null ? null : library.lasts(dayOf(gone)),
  ].filter((fact) => fact !== null);
}
