import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { HostPass } from '#shared/wire/api.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Logo } from '../../components/Logo.tsx';
import { Notice } from '../../components/Notice.tsx';
import { outcomeSentence } from '../../components/refusalWords.ts';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { newPlayState, type PlayState } from '../../panels/playState.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { HostDebrief } from './HostDebrief.tsx';
import { BookmarkList } from './BookmarkList.tsx';
import { Controls } from './Controls.tsx';
import { EventsTray } from './EventsTray.tsx';
import { DoorKeys } from './DoorKeys.tsx';
import { EntryControls, ProjectorSteering } from './EntryControls.tsx';
import { kitAddress } from '../kit/kitPace.ts';
import type { Give } from './give.ts';
import { Finished } from './Finished.tsx';
import { Inbox } from './Inbox.tsx';
import { JoinPanel } from './JoinPanel.tsx';
import { SettingsLine } from './SettingsLine.tsx';
import { QuizCounts } from './QuizCounts.tsx';
import { SayNow } from './SayNow.tsx';
import { Roster } from './Roster.tsx';
import { headCount, seatsNowOf } from './seatsNow.ts';
import { TalkControls } from './TalkControls.tsx';
import { type Bookmarks, useBookmarks } from './useBookmarks.ts';
import { SideColumn } from './SideColumn.tsx';
import '../../styles/bookmarks.css';
import '../../styles/host-eyes.css';
import { pathTo } from '../../net/ownAddress.ts';

interface Props {
  readonly code: string;
  readonly view: View;
  readonly source: ViewSource;
  /** The event whose table this is: people join by its code. To a co-host, what belongs to the host alone is not offered. */
  readonly pass: Pick<HostPass, 'event' | 'coHost'>;
}

/**
 * The host's console: clock and controls, announcements and waiting people, and beside them the world and what people play, say,
 * agree and aim at.
 */
export function Console({ code, view, source, pass }: Props) {
  const problem = useSignal<string | null>(null);
  const ui = useMemo(columnState, [code]);
  const give: Give = (command, text) => {
    problem.value = null;
    void source.send(command, text).then((outcome) => {
      problem.value = outcomeSentence(outcome);
    });
  };
  const seatsNow = seatsNowOf(view, source.presence.value);
  const bookmarks = useBookmarks(view, source);
  const { phase } = view.table;
  return (
    <div class={`console in-${phase}`}>
      <ConsoleHeader code={code} view={view} source={source} pass={pass} />
      <main id="main" tabIndex={-1}>
        <Controls
          view={view}
          presence={source.presence.value}
          seatsNow={seatsNow}
          bookmarks={bookmarks}
          give={give}
        />
        <Middle
          code={code}
          view={view}
          source={source}
          pass={pass}
          give={give}
          bookmarks={bookmarks}
          problem={problem.value}
        />
        <aside aria-label={words.value.eyes.label}>
          <SideColumn view={view} source={source} ui={ui} />
          {phase !== 'lobby' && phase !== 'ended' && <Joining code={code} pass={pass} large={false} />}
        </aside>
      </main>
    </div>
  );
}

/** The host's column opens with the world. */
function columnState(): PlayState {
  const ui = newPlayState();
  ui.tab.value = 'map';
  return ui;
}

interface MiddleProps extends Props {
  readonly give: Give;
  readonly bookmarks: Bookmarks;
  readonly problem: string | null;
}

/** Announcements, who waits for what, all seats, and the host's controls for events, entry and talk. */
function Middle({ code, view, source, pass, give, bookmarks, problem }: MiddleProps) {
  const seatsNow = seatsNowOf(view, source.presence.value);
  const { phase } = view.table;
  return (
    <div class="middle">
      {problem !== null && <Notice title={words.value.refusals.notDone} text={problem} />}
      {phase !== 'ended' && <SayNow view={view} />}
      {phase === 'ended' && <HostDebrief view={view} source={source} give={give} />}
      {phase === 'ended' && <BookmarkList bookmarks={bookmarks} hasEnded />}
      {phase === 'ended' && <Finished code={code} asCoHost={pass.coHost === true} />}
      {phase !== 'ended' && (
        <Inbox view={view} source={source} seatsNow={seatsNow} give={give}>
          {phase === 'lobby' && <Joining code={code} pass={pass} large />}
          {phase === 'lobby' && <SettingsLine view={view} />}
        </Inbox>
      )}
      {phase !== 'ended' && <DoorKeys view={view} presence={source.presence.value} give={give} />}
      <QuizCounts view={view} source={source} />
      <Roster view={view} seatsNow={seatsNow} give={give} />
      {phase !== 'lobby' && phase !== 'ended' && <BookmarkList bookmarks={bookmarks} hasEnded={false} />}
      <EventsTray view={view} source={source} />
      {phase !== 'ended' && <EntryControls view={view} give={give} />}
      <TalkControls view={view} source={source} give={give} />
    </div>
  );
}

/** How people join: at a table of an event by the event's code. */
function Joining({ code, pass, large }: Pick<Props, 'code' | 'pass'> & { readonly large: boolean }) {
  return <JoinPanel code={pass.event?.code ?? code} large={large} asCoHost={pass.coHost === true} />;
}

/** The mark of the program; for the host the way back to the list of sessions. */
function HostMark({ pass }: Pick<Props, 'pass'>) {
  if (pass.coHost === true)
    return (
      <span class="brand">
        <Logo size={26} />
      </span>
    );
  return (
    <a href={pathTo('/host')} class="brand" aria-label={words.value.host.room.toList}>
      <Logo size={26} />
    </a>
  );
}

function ConsoleHeader({ code, view, source, pass }: Props) {
  const { host, projector, manyTables } = words.value;
  const { event } = pass;
  const { people, bots } = headCount(view);
  return (
    <header>
      <HostMark pass={pass} />
      {event !== undefined && (
        <a class="btn" href={pathTo(`/event/${event.code}`)}>
          {manyTables.back}
        </a>
      )}
      <h1>
        {event !== undefined && `${manyTables.table(event.number)} · `}
        {pick(view.card.title)}
      </h1>
      {event === undefined && <span class="count">{host.room.summary(people, bots)}</span>}
      <span class="code num">
        <span class="visually-hidden">{host.room.code} </span>
        {spokenCode(event?.code ?? code)}
      </span>
      <a class="btn" href={pathTo(`/screen/${code}`)} target="_blank" rel="noopener">
        {projector.open}
      </a>
      <a
        class="btn"
        href={pathTo(kitAddress(view.card.id, view.card.plan.id, view.card.plan, { session: code }))}
        target="_blank"
        rel="noopener"
      >
        {host.open.kit}
      </a>
      <ProjectorSteering source={source} />
      <ThemeSwitch />
      <LanguageSwitch />
    </header>
  );
}
