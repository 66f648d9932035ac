import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../components/Announcer.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { pathTo } from '../../net/ownAddress.ts';
import { LIBRARY_PAGE } from '#shared/wire/library.ts';
import { words } from '../../text/language.ts';
import { ServerNotices } from '../host/DamageNote.tsx';
import { ImportRecord } from './ImportRecord.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryRow } from './LibraryRow.tsx';
import { RetentionChoice } from './RetentionChoice.tsx';
import { TickedSessions } from './TickedSessions.tsx';
import { type LibraryParts, type Told, useLibrary } from './useLibrary.ts';
import '../../styles/host.css';
import '../../styles/library.css';

/** The host's library: every session on this server, searchable by words, state and day. */
export function LibraryScreen() {
  const parts = useLibrary();
  const { library } = words.value;
  return (
    <Page class="host-home library" back="/">
      <div class="library-head">
        <h1>{library.title}</h1>
        <a class="btn" href={pathTo('/host')}>
          {library.toHost}
        </a>
        <ImportRecord done={parts.again} />
      </div>
      <ServerNotices />
      <LibraryFilters parts={parts} />
      <LastDone told={parts.told.value} />
      <Results parts={parts} />
      <RetentionChoice />
    </Page>
  );
}

/** The last action's result. It takes the focus of a row that has gone; otherwise it is announced near the row. */
function LastDone({ told }: { readonly told: Told | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told?.hasLeft === true) line.current?.focus();
    else if (told !== null) announce(told.sentence);
  }, [told]);
  return told === null ? null : (
    <p ref={line} class="note last-done" tabIndex={-1}>
      {told.sentence}
    </p>
  );
}

function Results({ parts }: { readonly parts: LibraryParts }) {
  const { library, refusals } = words.value;
  const ticked = useSignal<readonly string[]>([]);
  const now = parts.found.value;
  if (now.state === 'asked') return <p class="note">{library.looking}</p>;
  if (now.state === 'failed') return <Failed code={now.code} text={refusals.api[now.code]} />;
  const { items, total } = now.page;
  const { search, state, from, until } = parts.search.value;
  const tell = (told: Told): void => {
    // A deleted session can be saved no more, so nothing stays ticked that is not there.
    if (told.hasLeft) ticked.value = [];
    parts.tell(told);
  };
  const isAll = search === '' && state === 'all' && from === '' && until === '';
  return (
    <section class="session-list" aria-label={library.title}>
      <p class="note" role="status">
        {total === 0 ? (isAll ? library.none : library.noneFound) : library.found(total)}
      </p>
      {total > 0 && <TickedSessions ticked={ticked} />}
      <ul>
        {items.map((item) => (
          <LibraryRow key={item.code} item={item} ticked={ticked} tell={tell} />
        ))}
      </ul>
      <Pages parts={parts} total={total} />
    </section>
  );
}

function Failed({ code, text }: { readonly code: string; readonly text: string }) {
  const { damage, host } = words.value;
  return (
    <Notice title={code === 'notHost' ? host.notHost.title : damage.listTitle} text={text}>
      <a class="btn" href={pathTo('/host')}>
        {host.title}
      </a>
    </Notice>
  );
}

function Pages({ parts, total }: { readonly parts: LibraryParts; readonly total: number }) {
  const { library } = words.value;
  const pages = Math.ceil(total / LIBRARY_PAGE);
  const { page } = parts.search.value;
  if (pages < 2) return null;
  const to = (next: number): void => {
    parts.change({ page: next });
    document.getElementById('main')?.focus();
  };
  return (
    <nav class="pages">
      <button type="button" class="btn" disabled={page <= 1} onClick={() => to(page - 1)}>
        {library.earlier}
      </button>
      <span class="num">{library.page(page, pages)}</span>
      <button type="button" class="btn" disabled={page >= pages} onClick={() => to(page + 1)}>
        {library.later}
      </button>
    </nav>
  );
}
