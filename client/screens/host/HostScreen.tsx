import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Logo } from '../../components/Logo.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { api, type ApiFailure } from '../../net/api.ts';
import { words } from '../../text/language.ts';
import { HostDoor } from './HostDoor.tsx';
import { OpenSessionForm } from './OpenSessionForm.tsx';
import { SessionList } from './SessionList.tsx';
import '../../styles/host.css';

type Door = 'entering' | 'open' | 'closed' | { readonly problem: ApiFailure['code'] };

/** The host's first page. The key in the address is exchanged for a cookie and taken out of the address at once. */
export function HostScreen() {
  const door = useSignal<Door>('entering');
  const enter = (secret: string): void => {
    door.value = 'entering';
    void tryDoor(secret).then((next) => {
      door.value = next;
    });
  };
  useEffect(() => {
    const secret = decodeURIComponent(location.hash.slice(1));
    if (secret !== '') history.replaceState(null, '', location.pathname + location.search);
    enter(secret);
  }, []);
  return (
    <div class="host-home">
      <HostHeader />
      <main id="main" tabIndex={-1}>
        <h1>{words.value.host.title}</h1>
        <Behind door={door.value} enter={enter} />
      </main>
    </div>
  );
}

function Behind({ door, enter }: { readonly door: Door; readonly enter: (secret: string) => void }) {
  const { host, refusals } = words.value;
  if (door === 'entering') return <p class="note">{host.entering}</p>;
  if (door === 'closed') return <HostDoor enter={enter} />;
  if (door === 'open')
    return (
      <div class="two-columns">
        <OpenSessionForm />
        <SessionList />
      </div>
    );
  return (
    <>
      <Notice title={refusals.notDone} text={refusals.api[door.problem]} />
      <HostDoor enter={enter} />
    </>
  );
}

function HostHeader() {
  return (
    <header>
      <a href="/" class="brand">
        <Logo />
        {words.value.shell.name}
      </a>
      <div class="corner">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

async function tryDoor(secret: string): Promise<Door> {
  if (secret !== '') {
    const entered = await api.enterHost({ secret });
    if (entered.ok) return 'open';
    return { problem: entered.failure.code };
  }
  const known = await api.isHost();
  if (!known.ok) return { problem: known.failure.code };
  return known.value.host ? 'open' : 'closed';
}
