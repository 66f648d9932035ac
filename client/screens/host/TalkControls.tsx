import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { MAX_MESSAGE, talkModes } from '#shared/session/vocabulary/talk.ts';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';
import { LastRound } from './LastRound.tsx';
import { Mutes } from './Mutes.tsx';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly give: Give;
}

/** The host's hold on talk: who may talk, a silent round, an announcement, and who may not speak. */
export function TalkControls({ view, source, give }: Props) {
  const { phase } = view.table;
  if (phase === 'ended') return null;
  const isPlaying = phase !== 'lobby';
  return (
    <>
      <LastRound view={view} source={source} />
      <section class="talk-controls">
        <h2>{words.value.talk.control.title}</h2>
        <ModeSwitch view={view} give={give} />
        {isPlaying && <SilentRound view={view} give={give} />}
        {isPlaying && <Announce source={source} />}
        <Mutes view={view} source={source} />
      </section>
    </>
  );
}

type Switch = Pick<Props, 'view' | 'give'>;

function ModeSwitch({ view, give }: Switch) {
  const { control } = words.value.talk;
  return (
    <div class="segments" role="group" aria-label={control.mode}>
      {talkModes.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={view.table.talk.mode === mode}
          onClick={() => give({ type: 'setTalk', mode })}
        >
          {control.modes[mode]}
        </button>
      ))}
    </div>
  );
}

function SilentRound({ view, give }: Switch) {
  const { control } = words.value.talk;
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={view.table.talk.silent}
        onChange={(event) => give({ type: 'declareSilent', silent: event.currentTarget.checked })}
      />
      <span>
        {control.silent}
        <small>{control.silentNote}</small>
      </span>
    </label>
  );
}

function Announce({ source }: Pick<Props, 'source'>) {
  const { control } = words.value.talk;
  const typed = useSignal('');
  const answer = useSignal<string | null>(null);
  const send = async (): Promise<void> => {
    if (typed.value.trim() === '') return;
    const channel = { kind: 'announcement' } as const;
    const command = { type: 'say', channel, text: null, phrase: null, mentions: [] } as const;
    const problem = outcomeSentence(await source.send(command, typed.value));
    answer.value = problem ?? control.sent;
    if (problem === null) typed.value = '';
  };
  return (
    <form
      class="announce"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        class="input"
        value={typed.value}
        maxLength={MAX_MESSAGE}
        aria-label={control.announcement}
        placeholder={control.announcement}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          answer.value = null;
        }}
      />
      <button type="submit" class="btn">
        {control.announce}
      </button>
      {answer.value !== null && <p role="status">{answer.value}</p>}
    </form>
  );
}
