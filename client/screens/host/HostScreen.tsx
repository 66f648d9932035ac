import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { words } from '../../text/language.ts';
import { AskForHostKey } from './AskForHostKey.tsx';
import { EventList } from './EventList.tsx';
import { LoginForm } from './LoginForm.tsx';
import { OpenSessionForm } from './OpenSessionForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SessionList } from './SessionList.tsx';
import '../../styles/host.css';
import { pathTo } from '../../net/ownAddress.ts';

interface Door {
  readonly state: 'entering' | 'settingUp' | 'open' | 'closed';
  /** The server has a password. */
  readonly password: boolean;
  readonly problem: ApiFailure['code'] | null;
}

/** The host's first page. Exchanges the key in the address for a cookie and removes it from the address at once. */
export function HostScreen() {
  const door = useSignal<Door>({ state: 'entering', password: false, problem: null });
  useEffect(() => {
    const secret = decodeURIComponent(location.hash.slice(1));
    if (secret !== '') history.replaceState(null, '', location.pathname + location.search);
    void tryDoor(secret).then((next) => {
      door.value = next;
    });
  }, []);
  return (
    <Page class="host-home" back="/">
      <h1>{words.value.host.title}</h1>
      <Behind door={door} />
    </Page>
  );
}

function Behind({ door }: { readonly door: Signal<Door> }) {
  const { host } = words.value;
  const now = door.value;
  const open = (): void => {
    door.value = { ...now, state: 'open' };
  };
  if (now.state === 'entering') return <p class="note">{host.entering}</p>;
  if (now.state === 'closed') return <Closed door={door} />;
  if (now.state === 'settingUp')
    return (
      <PasswordForm
        isChange={now.password}
        done={() => {
          door.value = { state: 'open', password: true, problem: null };
        }}
        later={open}
      />
    );
  return (
    <>
      <PasswordLine door={door} />
      <div class="two-columns">
        <OpenSessionForm />
        <div class="lists">
          <EventList />
          <SessionList />
        </div>
      </div>
    </>
  );
}

function PasswordLine({ door }: { readonly door: Signal<Door> }) {
  const { hostDoor } = words.value;
  const { password } = door.value;
  return (
    <p class="note password-line">
      {!password && <span>{hostDoor.none}</span>}
      <a class="btn" href={pathTo('/host/ready')}>
        {words.value.readiness.link}
      </a>
      <a class="btn" href={pathTo('/host/this-server')}>
        {words.value.server.link}
      </a>
      <button
        type="button"
        class="btn"
        onClick={() => {
          door.value = { ...door.value, state: 'settingUp' };
        }}
      >
        {password ? hostDoor.change : hostDoor.choose}
      </button>
    </p>
  );
}

function Closed({ door }: { readonly door: Signal<Door> }) {
  const { refusals } = words.value;
  const { password, problem } = door.value;
  const follow = (answer: Promise<Door>): void => {
    void answer.then((next) => {
      door.value = next;
    });
  };
  return (
    <>
      {problem !== null && <Notice title={refusals.notDone} text={refusals.api[problem]} />}
      {password ? (
        <LoginForm login={(typed) => follow(tryPassword(typed))} />
      ) : (
        <AskForHostKey enter={(secret) => follow(tryDoor(secret))} />
      )}
    </>
  );
}

async function tryDoor(secret: string): Promise<Door> {
  const known = await api.hostStanding();
  if (!known.ok) return { state: 'closed', password: false, problem: known.failure.code };
  const { host, password } = known.value;
  if (host) return { state: 'open', password, problem: null };
  // A set-up address older than the password leads to the password form.
  if (secret === '' || password) return { state: 'closed', password, problem: null };
  const entered = await api.enterHost({ secret });
  if (!entered.ok) return { state: 'closed', password, problem: entered.failure.code };
  return { state: 'settingUp', password: false, problem: null };
}

async function tryPassword(typed: string): Promise<Door> {
  const entered = await api.loginHost({ password: typed });
  if (entered.ok) return { state: 'open', password: true, problem: null };
  return { state: 'closed', password: true, problem: entered.failure.code };
}
