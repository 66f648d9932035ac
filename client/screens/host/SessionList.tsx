import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionListItem } from '#shared/wire/api.ts';
import { api } from '../../net/api.ts';
import { language, pick, words } from '../../text/language.ts';
import { spokenCode } from '../shell/joinCode.ts';

/** The sessions this server knows, newest first: the running ones lead to their room, the ended ones to their replay. */
export function SessionList() {
  const { sessions: text } = words.value.host;
  const sessions = useSignal<readonly SessionListItem[]>([]);
  useEffect(() => {
    void api.sessions().then((answer) => {
      if (answer.ok) sessions.value = answer.value;
    });
  }, []);
  return (
    <section class="session-list">
      <h2>{text.title}</h2>
      {sessions.value.length === 0 && <p class="note">{text.none}</p>}
      <ul>
        {sessions.value.map((session) => (
          <SessionRow key={session.code} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ session }: { readonly session: SessionListItem }) {
  const { sessions: text } = words.value.host;
  const ended = session.status === 'ended';
  const state = ended ? text.ended : text.round(session.round, session.rounds);
  const opened = new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(session.createdMs);
  return (
    <li>
      <span class="num code">{spokenCode(session.code)}</span>
      <span>
        <b>{pick(session.title)}</b>
        <small class="num">
          {[state, session.people === null ? null : text.people(session.people), opened]
            .filter((part) => part !== null)
            .join(' · ')}
        </small>
      </span>
      <a class="btn" href={ended ? `/replay/${session.code}` : `/host/${session.code}`}>
        {ended ? text.replay : text.enter}
      </a>
    </li>
  );
}
