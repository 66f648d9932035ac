import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Result } from '#shared/lib/result.ts';
import type { RefusalFacts, ServerFacts } from '#shared/wire/serverFacts.ts';
import { type Finding, FindingList } from '../../components/FindingList.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { words } from '../../text/language.ts';
import {
  countFindings,
  nowFindings,
  paceFindings,
  refusalSentence,
  storageFindings,
} from './serverSentences.ts';
import '../../styles/host.css';
import '../../styles/server.css';

type Looked = Result<ServerFacts, ApiFailure> | null;

const LOOK_EVERY_MS = 10_000;

/** The server's status in words, for the host: the same facts as in `/metrics` for programs. */
export function ServerScreen() {
  const looked = useSignal<Looked>(null);
  useEffect(() => {
    void look(looked);
    const looking = setInterval(() => void look(looked), LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, []);
  const { server } = words.value;
  return (
    <Page class="host-home server" back="/host">
      <h1>{server.title}</h1>
      <Shown looked={looked.value} />
      <div class="readiness-acts">
        <button type="button" class="btn" onClick={() => void look(looked)}>
          {server.again}
        </button>
        <a class="btn" href={pathTo('/host')}>
          {server.back}
        </a>
      </div>
    </Page>
  );
}

async function look(looked: Signal<Looked>): Promise<void> {
  looked.value = await api.serverFacts();
}

function Shown({ looked }: { readonly looked: Looked }) {
  const { server, refusals, host } = words.value;
  if (looked === null) return <p class="note">{server.looking}</p>;
  if (!looked.ok) {
    const { code } = looked.failure;
    const title = code === 'notHost' ? host.notHost.title : refusals.notDone;
    return <Notice title={title} text={refusals.api[code]} />;
  }
  const facts = looked.value;
  return (
    <>
      <p class="note">{server.renewed}</p>
      <div class="server-parts">
        <Part title={server.now.title} findings={nowFindings(facts)} />
        <Part title={server.pace.title} findings={paceFindings(facts)} />
        <Part title={server.storage.title} findings={storageFindings(facts)} />
        <section>
          <h2>{server.counts.title}</h2>
          <FindingList findings={countFindings(facts)} />
          <Refusals refusals={facts.refusals} />
        </section>
      </div>
      <p class="note">{server.privacy}</p>
    </>
  );
}

function Part({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <FindingList findings={findings} />
    </section>
  );
}

function Refusals({ refusals }: { readonly refusals: readonly RefusalFacts[] }) {
  const { counts } = words.value.server;
  if (refusals.length === 0) return <p class="note">{counts.none}</p>;
  return (
    <table>
      <caption>{counts.refusals}</caption>
      <thead>
        <tr>
          <th scope="col">{counts.reason}</th>
          <th scope="col">{counts.often}</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ door, code, times }) => (
          <tr key={`${door} ${code}`}>
            <td>{refusalSentence(code)}</td>
            <td class="num">{times}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
