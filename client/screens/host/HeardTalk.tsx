import { useSignal } from '@preact/signals';
import type { Heard, HeardMessage } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatNames } from '../../panels/lookup.ts';
import { speakerName, spokenWords } from '../../panels/talk/talkThreads.ts';
import { words } from '../../text/language.ts';
import { sayable } from './heardWords.ts';

interface Props {
  readonly view: View;
  readonly heard: Heard | null;
}

/** What was said in public, round by round, with a search; private talk only where everybody was told. */
export function HeardTalk({ view, heard }: Props) {
  const { eyes } = words.value;
  const wanted = useSignal('');
  const found = (heard?.messages ?? []).filter((message) => sayable(view, message, wanted.value));
  const rounds = [...new Set(found.map(({ round }) => round))].toReversed();
  return (
    <section class="heard">
      <h2>{eyes.tab.talk}</h2>
      <p class="note">{view.card.hostReadsTalk ? eyes.allTalk : eyes.publicOnly}</p>
      <input
        type="search"
        class="input"
        value={wanted.value}
        aria-label={eyes.search}
        placeholder={eyes.search}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <p class="note" role="status">
        {heard === null ? '' : eyes.found(found.length)}
      </p>
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
    </section>
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
      <p dir="auto">{spokenWords(message)}</p>
    </li>
  );
}
