import type { Heard, HeardMessage } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatNames } from '../../panels/lookup.ts';
import { speakerName, spokenWords } from '../../panels/talk/talkThreads.ts';
import { words } from '../../text/language.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { FoundList } from './FoundList.tsx';
import { Mutes } from './Mutes.tsx';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly heard: Heard | null;
}

/** What was said in public, round by round, with a search and who may speak beside; private talk only if everybody was told. */
export function HeardTalk({ view, source, heard }: Props) {
  const { eyes } = words.value;
  return (
    <FoundList
      class="heard"
      title={eyes.tab.talk}
      note={view.card.hostReadsTalk ? eyes.allTalk : eyes.publicOnly}
      items={heard?.messages ?? null}
      textOf={(message) => `${speakerName(view, message)} ${spokenWords(view, message)}`}
    >
      {(found) => (
        <>
          {view.table.phase !== 'ended' && <Mutes view={view} source={source} />}
          <Rounds view={view} found={found} />
        </>
      )}
    </FoundList>
  );
}

function Rounds({ view, found }: { readonly view: View; readonly found: readonly HeardMessage[] }) {
  const { eyes } = words.value;
  const rounds = [...new Set(found.map(({ round }) => round))].toReversed();
  return (
    <>
      <Jumps rounds={rounds} />
      {rounds.map((round) => (
        <section key={round} aria-labelledby={`heard-${round}`}>
          <h3 id={`heard-${round}`} tabIndex={-1}>
            {eyes.round(round)}
          </h3>
          <ul>
            {found
              .filter((message) => message.round === round)
              .toReversed()
              .map((message) => (
                <Said key={message.id} view={view} message={message} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Jumps({ rounds }: { readonly rounds: readonly number[] }) {
  const { eyes } = words.value;
  if (rounds.length < 2) return null;
  return (
    <nav class="jumps" aria-label={eyes.jump}>
      {rounds.map((round) => (
        <button
          key={round}
          type="button"
          class="btn"
          onClick={() => {
            const title = document.getElementById(`heard-${round}`);
            title?.scrollIntoView({ block: 'start' });
            title?.focus({ preventScroll: true });
          }}
        >
          {eyes.round(round)}
        </button>
      ))}
    </nav>
  );
}

function Said({ view, message }: { readonly view: View; readonly message: HeardMessage }) {
  const { talk, eyes, play } = words.value;
  const { channel, to, phase } = message;
  const where =
    to === null
      ? channel.kind === 'plenary' || channel.kind === 'communique' || channel.kind === 'announcement'
        ? talk.channel[channel.kind]
        : ''
      : eyes.private(seatNames(view, to));
  return (
    <li class={to === null ? undefined : 'is-private'}>
      <p>
        <b dir="auto">{speakerName(view, message)}</b>{' '}
        <small>
          {where} · {play.phases[phase].name}
        </small>
      </p>
      <p dir="auto">{spokenWords(view, message)}</p>
    </li>
  );
}
