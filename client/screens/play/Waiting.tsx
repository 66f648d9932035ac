import { Logo } from '../../components/Logo.tsx';
import type { SourceStatus } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** No table to show: still finding it, lost, or gone; what is safe and what to do. */
export function Waiting({ status }: { readonly status: SourceStatus }) {
  const { waiting } = words.value.play;
  const isOver = status === 'gone';
  const isLost = status === 'lost';
  const title = isOver ? waiting.gone : isLost ? waiting.lost : waiting.connecting;
  const note = isOver ? waiting.goneNote : isLost ? waiting.lostNote : waiting.connectingNote;
  return (
    <main id="main" class="waiting" tabIndex={-1} aria-live="polite">
      <Logo size={72} />
      <h1>{title}</h1>
      <p>{note}</p>
      {isLost && (
        <button type="button" class="btn primary lg" onClick={() => location.reload()}>
          {waiting.reload}
        </button>
      )}
      {(isOver || isLost) && (
        <a class="btn quiet" href={pathTo('/')}>
          {waiting.home}
        </a>
      )}
    </main>
  );
}
