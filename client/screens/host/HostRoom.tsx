import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CancelledPage } from '../../components/CancelledPage.tsx';
import { ConnectionLine } from '../../components/ConnectionLine.tsx';
import type { HostPass } from '#shared/wire/api.ts';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { hostPassOf, keepHostPass } from '../../net/tokens.ts';
import { liveSource } from '../../source/live.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { Console } from './Console.tsx';
import '../../styles/host.css';
import { pathTo } from '../../net/ownAddress.ts';

type Room =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly source: ViewSource; readonly pass: Pick<HostPass, 'event' | 'coHost'> }
  | { readonly state: 'closed'; readonly code: ApiFailure['code'] };

/** The host's room of one session: the cookie gives a pass, the pass opens the live table, and then the console appears. */
export function HostRoom({ code }: { readonly code: string }) {
  const room = useSignal<Room>({ state: 'opening' });
  useEffect(() => {
    let left = false;
    let source: ViewSource | null = null;
    void openRoom(code).then((next) => {
      if (next.state === 'open') source = next.source;
      if (left) source?.close();
      else room.value = next;
    });
    return () => {
      left = true;
      source?.close();
    };
  }, [code]);
  const now = room.value;
  if (now.state === 'opening') return <Opening />;
  if (now.state === 'closed') return <Closed code={now.code} />;
  const view = now.source.view.value;
  if (view?.table.ending?.because === 'cancelled') return <CancelledPage forHost />;
  return (
    <>
      <ConnectionLine status={now.source.status.value} />
      {view === null ? <Opening /> : <Console code={code} view={view} source={now.source} pass={now.pass} />}
    </>
  );
}

async function openRoom(code: string): Promise<Room> {
  const answer = await api.hostPass(code);
  if (answer.ok) keepHostPass(answer.value);
  const pass = answer.ok ? answer.value : answer.failure.code === 'offline' ? hostPassOf(code) : null;
  if (pass !== null) {
    return { state: 'open', source: liveSource(code, pass), pass: answer.ok ? answer.value : {} };
  }
  return { state: 'closed', code: answer.ok ? 'badToken' : answer.failure.code };
}

function Opening() {
  return (
    <main id="main" class="plain" tabIndex={-1}>
      <p>{words.value.host.room.opening}</p>
    </main>
  );
}

function Closed({ code }: { readonly code: ApiFailure['code'] }) {
  const { host, refusals, shell } = words.value;
  return (
    <PlainPage title={refusals.notDone} text={refusals.api[code]}>
      <a class="btn primary" href={pathTo('/host')}>
        {host.room.toList}
      </a>
      <a class="btn" href={pathTo('/')}>
        {shell.toHome}
      </a>
    </PlainPage>
  );
}
