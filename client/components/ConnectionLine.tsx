import type { SourceStatus as Status } from '../source/viewSource.ts';
import { words } from '../text/language.ts';
import { pathTo } from '../net/ownAddress.ts';

/** A line above everything while the connection is bad; nothing otherwise. */
export function ConnectionLine({ status }: { readonly status: Status }) {
  const { shell } = words.value;
  if (status === 'live' || status === 'recorded') return null;
  const mayReload = status === 'lost' || status === 'noWatching';
  const ended = status === 'gone' || mayReload;
  return (
    <div class="banner" role="status">
      {!ended && <span class="pulse" aria-hidden="true" />}
      <span>{shell.status[status]}</span>
      {mayReload && (
        <button type="button" class="btn" onClick={() => location.reload()}>
          {shell.status.reconnect}
        </button>
      )}
      {status === 'gone' && (
        <a class="btn" href={pathTo('/')}>
          {shell.toHome}
        </a>
      )}
    </div>
  );
}
