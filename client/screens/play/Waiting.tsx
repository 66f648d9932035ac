import { Logo } from '../../components/Logo.tsx';
import type { SourceStatus } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { standIn } from '../../net/standIn.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** No table to show: still loading, lost, or gone; what is safe and what to do. */
export function Waiting({ status }: { readonly status: SourceStatus }) {
  const { waiting } = words.value.play;
  const isOver = status === 'gone';
  const isLost = status === 'lost' || status === 'noWatching';
  const isSilent = ['noSocket', 'noServer', 'crowded', 'slowed'].includes(status);
  const { title, note } = sentencesOf(status);
  return (
    <main id="main" class="waiting" tabIndex={-1} aria-live="polite">
      <Logo size={72} />
      <h1>{title}</h1>
      <p>{note}</p>
      {(isLost || isSilent) && (
        <button type="button" class="btn primary lg" onClick={() => location.reload()}>
          {waiting.reload}
        </button>
      )}
      {(isOver || isLost || isSilent) && (
        <a class="btn quiet" href={pathTo('/')}>
          {waiting.home}
        </a>
      )}
    </main>
  );
}

function sentencesOf(status: SourceStatus): { readonly title: string; readonly note: string } {
  const { play, shell, folder } = words.value;
  const { waiting } = play;
  switch (status) {
    case 'gone':
      return { title: waiting.gone, note: standIn() === null ? waiting.goneNote : folder.goneNote };
    case 'lost':
      return { title: waiting.lost, note: waiting.lostNote };
    case 'noSocket':
    case 'noServer':
    case 'noWatching':
    case 'crowded':
    case 'slowed':
      return { title: waiting[status], note: shell.status[status] };
    case 'connecting':
    case 'reconnecting':
    case 'live':
    case 'recorded':
      return { title: waiting.connecting, note: waiting.connectingNote };
  }
}
