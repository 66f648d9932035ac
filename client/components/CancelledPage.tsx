import { pathTo } from '../net/ownAddress.ts';
import { words } from '../text/language.ts';
import { PlainPage } from './PlainPage.tsx';

/** The page for a session that the host has cancelled in the lobby; `forHost` links back to the host's page. */
export function CancelledPage({ forHost = false }: { readonly forHost?: boolean }) {
  const { host, library, shell } = words.value;
  const { title, text } = shell.join.problems.sessionCancelled;
  if (!forHost)
    return (
      <PlainPage title={title} text={text}>
        <a class="btn primary" href={pathTo('/')}>
          {shell.join.otherCode}
        </a>
      </PlainPage>
    );
  return (
    <PlainPage title={title} text={host.room.cancelledNote}>
      <a class="btn primary" href={pathTo('/host')}>
        {library.toHost}
      </a>
      <a class="btn" href={pathTo('/host/sessions')}>
        {library.link}
      </a>
    </PlainPage>
  );
}
