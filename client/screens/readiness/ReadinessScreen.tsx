import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Readiness } from '#shared/wire/api.ts';
import { AddressChoice } from '../../components/AddressChoice.tsx';
import { FindingList } from '../../components/FindingList.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { isThisComputer, joinBase, typedAddress, useFreshAddress } from '../../components/useJoinAddress.ts';
import { Qr } from '../../components/Qr.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { joinTrial, type Trial } from '../../net/joinTrial.ts';
import { words } from '../../text/language.ts';
import { serverFindings, socketFindings } from './findings.ts';
import '../../styles/host.css';
import { ownOrigin, pathTo } from '../../net/ownAddress.ts';

interface Looked {
  readonly server: Readiness | ApiFailure['code'];
  /** Null if no live connection succeeded. */
  readonly offsetMs: number | null;
}

/** Before the class: whether the server can write, can be reached, and what students will type; with a phone to prove it. */
export function ReadinessScreen() {
  const looked = useSignal<Looked | null>(null);
  const devices = useSignal(0);
  const turn = useSignal(0);
  useEffect(() => watch(looked, devices), [turn.value]);
  const { readiness: text } = words.value;
  return (
    <Page class="host-home" back="/host">
      <h1>{text.title}</h1>
      {looked.value === null ? (
        <p class="note">{text.looking}</p>
      ) : (
        <Found looked={looked.value} devices={devices.value} />
      )}
      <div class="readiness-acts">
        <button type="button" class="btn" onClick={() => (turn.value += 1)}>
          {text.again}
        </button>
        <a class="btn" href={pathTo('/host')}>
          {text.back}
        </a>
      </div>
    </Page>
  );
}

/** Checks once, and stays in the trial room to see phones join. */
function watch(looked: Signal<Looked | null>, devices: Signal<number>): () => void {
  let trial: Trial | null = null;
  let isGone = false;
  looked.value = null;
  void Promise.all([api.readiness(), joinTrial(ownOrigin(), true)]).then(([answer, joined]) => {
    trial = joined;
    if (isGone) return joined?.leave();
    looked.value = {
      server: answer.ok ? answer.value : answer.failure.code,
      offsetMs: joined?.offsetMs ?? null,
    };
    joined?.onDevices((count) => {
      devices.value = count;
    });
  });
  return () => {
    isGone = true;
    trial?.leave();
  };
}

function Found({ looked, devices }: { readonly looked: Looked; readonly devices: number }) {
  useFreshAddress();
  const { refusals } = words.value;
  if (typeof looked.server === 'string')
    return <Notice title={refusals.notDone} text={refusals.api[looked.server]} />;
  const base = joinBase.value;
  const urls = [...new Set([base, ...looked.server.urls])].filter((url) => !isThisComputer(url));
  const findings = [...serverFindings(looked.server, urls), ...socketFindings(looked.offsetMs)];
  return (
    <div class="two-columns">
      <FindingList findings={findings} />
      <div>
        {urls[0] !== undefined && <Phone url={`${urls[0]}/trial`} devices={devices} />}
        <AddressChoice />
      </div>
    </div>
  );
}

function Phone({ url, devices }: { readonly url: string; readonly devices: number }) {
  const { phone, marks } = words.value.readiness;
  return (
    <section class="join-panel phone-try" aria-label={phone.ask}>
      <Qr url={url} label={phone.qr(url)} />
      <div>
        <p>{phone.ask}</p>
        <p class="where">{typedAddress(url)}</p>
        <p role="status" class={devices > 0 ? 'tried good' : 'tried'}>
          {devices > 0 ? `✓ ${marks.good}. ${phone.good(devices)}` : phone.none}
        </p>
      </div>
    </section>
  );
}
