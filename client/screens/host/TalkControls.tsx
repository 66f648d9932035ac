import type { View } from '#shared/session/views/tableView.ts';
import { talkModes } from '#shared/session/vocabulary/talk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { Announce } from './Announce.tsx';
import type { Give } from './give.ts';
import { LastRound } from './LastRound.tsx';
import { Mutes } from './Mutes.tsx';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly give: Give;
}

/** The host's control of talk: who may talk, a silent round, an announcement, and mutes. */
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
        {isPlaying && <Announce view={view} source={source} />}
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
