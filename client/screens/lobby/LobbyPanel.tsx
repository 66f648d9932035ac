import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import { list, pick, words } from '../../text/language.ts';
import '../../styles/lobby.css';

interface LobbyProps {
  readonly view: View;
  /** What people may do while waiting. */
  readonly children?: ComponentChildren;
}

/** The play screen before the start: the own state, the own brief to read, who else is here. */
export function LobbyPanel({ view, children }: LobbyProps) {
  const { lobby } = words.value.shell;
  const { talkLevel } = view.card;
  const own = view.card.seats.find(({ id }) => id === view.own?.seat);
  return (
    <div class="lobby">
      <section class="lobby-head">
        <h2>{own ? lobby.youAre(pick(own.name)) : lobby.title}</h2>
        {own && <p class="role">{pick(own.role)}</p>}
        <p class="lobby-wait" role="status">
          <span class="pulse" aria-hidden="true" />
          <span>
            <b>{lobby.title}</b>
            {view.card.practice ? lobby.practiceText : lobby.text}
          </span>
        </p>
        {talkLevel !== 'words' && <p class="lobby-note">{words.value.shell.join.level[talkLevel]}</p>}
        {view.table.talk.mode === 'closed' && (
          <p class="lobby-note">{words.value.refusals.table.talkClosed}</p>
        )}
        {view.card.pledgesOnly && <p class="lobby-note">{words.value.agreements.pledgesOnly.told}</p>}
        {view.card.trustSeen === 'own' && <p class="lobby-note">{words.value.sight.between}</p>}
      </section>
      {children}
      {view.own && <OwnBrief own={view.own} />}
      <WhoIsHere view={view} />
    </div>
  );
}

function OwnBrief({ own }: { readonly own: NonNullable<View['own']> }) {
  const { lobby } = words.value.shell;
  const { objectives } = words.value.play;
  return (
    <section class="lobby-brief">
      <h2>{lobby.brief}</h2>
      {pick(own.brief)
        .split(/\n+/)
        .map((paragraph, place) => (
          <p key={place}>{paragraph}</p>
        ))}
      <h3>{lobby.goals}</h3>
      <ul>
        {own.objectives.map(({ id }) => (
          <li key={id}>
            <b>{objectives[id].name}</b>
            {objectives[id].line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoIsHere({ view }: { readonly view: View }) {
  const { lobby } = words.value.shell;
  const people = view.table.seats.reduce((sum, seat) => sum + seat.delegates.length, 0);
  const states = view.table.seats.filter((seat) => seat.delegates.length > 0).length;
  return (
    <section class="lobby-who">
      <h2>
        {lobby.who}
        <span class="num">{lobby.people(people, states)}</span>
      </h2>
      <ul>
        {view.card.seats.map((seat, index) => (
          <li key={seat.id} class={seat.id === view.own?.seat ? 'own' : undefined}>
            <b>{pick(seat.name)}</b>
            <span>{peopleOf(view, index)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function peopleOf(view: View, index: number): string {
  const { lobby } = words.value.shell;
  const seat = view.table.seats[index];
  if (!seat) return '';
  const self = view.viewer.kind === 'delegate' ? view.viewer.delegate : null;
  const { roles } = words.value.delegation;
  const names = seat.delegates.map(({ id, name, role }) => {
    const known = name ?? lobby.unnamed;
    const notes = [...(id === self ? [lobby.you] : []), ...(seat.delegates.length > 1 ? [roles[role]] : [])];
    return notes.length === 0 ? known : `${known} (${notes.join(', ')})`;
  });
  if (seat.bot !== null) names.push(lobby.bot);
  return names.length === 0 ? lobby.nobody : list(names);
}
