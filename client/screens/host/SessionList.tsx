import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionListItem } from '#shared/wire/api.ts';
import { Notice } from '../../components/Notice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { dateAndTime } from '../../text/dateAndTime.ts';
import { pick, words } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { DamageNote, ServerNotices } from './DamageNote.tsx';

/** The newest sessions; the library has all of them. */
const MOST_SHOWN = 8;

type List =
  | { readonly state: 'asked' }
  | { readonly state: 'read'; readonly sessions: readonly SessionListItem[] }
  | { readonly state: 'failed'; readonly code: ApiFailure['code'] };

/**
 * The sessions of this server, newest first: a running one links to its room, an ended one to its debrief and replay, a damaged
 * one to its readable part.
 */
export function SessionList() {
  const { sessions: text } = words.value.host;
  const list = useSignal<List>({ state: 'asked' });
  useEffect(() => void ask(list), []);
  const now = list.value;
  return (
    <section class="session-list">
      <div class="row list-head">
        <h2>{text.title}</h2>
        <a class="btn" href={pathTo('/host/sessions')}>
          {words.value.library.link}
        </a>
      </div>
      <ServerNotices />
      {now.state === 'failed' && (
        <Notice title={words.value.damage.listTitle} text={words.value.refusals.api[now.code]} />
      )}
      {now.state === 'read' && now.sessions.length === 0 && <p class="note">{text.none}</p>}
      {now.state === 'read' && (
        <ul>
          {now.sessions.slice(0, MOST_SHOWN).map((session) => (
            <SessionRow key={session.code} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function ask(list: Signal<List>): Promise<void> {
  const answer = await api.sessions();
  list.value = answer.ok
    ? { state: 'read', sessions: answer.value }
    : { state: 'failed', code: answer.failure.code };
}

function SessionRow({ session }: { readonly session: SessionListItem }) {
  const { host, damage: text } = words.value;
  const { code, damage, title, people } = session;
  const isBroken = damage !== null && damage.kind !== 'texts';
  const name = title === null ? text.untitled : pick(title);
  const facts = [
    isBroken ? text.state : stateOf(session),
    people === null ? null : host.sessions.people(people),
    dateAndTime(session.createdMs),
  ];
  return (
    <li class={isBroken ? 'damaged' : undefined}>
      <div role="group" aria-label={`${name}, ${spokenCode(code)}`}>
        <span class="num code">{spokenCode(code)}</span>
        <span>
          <b>{name}</b>
          <small class="num">{facts.filter((part) => part !== null).join(' · ')}</small>
        </span>
        {!isBroken && <Way session={session} />}
        {damage !== null && <DamageNote code={code} damage={damage} />}
      </div>
    </li>
  );
}

function Way({ session: { code, status } }: { readonly session: SessionListItem }) {
  const { sessions: text } = words.value.host;
  const ended = status === 'ended';
  return (
    <span class="ways">
      <a class="btn" href={pathTo(`/host/${code}`)}>
        {ended ? text.debrief : text.enter}
      </a>
      {ended && (
        <a class="btn" href={pathTo(`/replay/${code}`)} target="_blank" rel="noopener">
          {text.replay}
        </a>
      )}
    </span>
  );
}

function stateOf({ status, round, rounds }: SessionListItem): string {
  const { sessions: text } = words.value.host;
  return status === 'open' ? text.round(round, rounds) : text[status];
}
