import { useSignal } from '@preact/signals';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { announce } from '../../components/Announcer.tsx';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { words } from '../../text/language.ts';
import { seatName, canBargain, plays } from '../lookup.ts';
import type { BlocProps } from './blocProps.ts';
import { outsiders, seatsIn } from './BlocLink.tsx';
import { CharterForm } from './CharterForm.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';

/** A member's actions in its bloc: talk in its caucus, call votes, give notice, propose a charter. */
export function BlocActs(props: BlocProps) {
  const { view, ui, bloc } = props;
  const { blocs } = words.value;
  if (!seatsIn(view, bloc).includes(view.own?.seat ?? '')) return null;
  const talk = (): void => {
    ui.thread.value = `bloc ${bloc.id}`;
    ui.bloc.value = null;
    ui.tab.value = 'talk';
  };
  return (
    <section class="bloc-acts">
      <button type="button" class="btn" onClick={talk}>
        {blocs.caucus}
      </button>
      {canBargain(view) && <Votes {...props} />}
      {plays(view) && !canBargain(view) && <p class="panel-note">{blocs.closedNow}</p>}
    </section>
  );
}

function Votes({ view, source, ui, bloc }: BlocProps) {
  const { blocs } = words.value;
  const problem = useSignal<string | null>(null);
  const own = view.own?.seat ?? '';
  const others = seatsIn(view, bloc).filter((id) => id !== own);
  const { charter = null, notices = [] } = bloc.matters ?? {};
  const give = async (command: Command, text?: string): Promise<void> => {
    problem.value = noSentence(await source.send(command, text));
    if (problem.value === null) announce(blocs.done);
  };
  const call = (type: 'voteAdmit' | 'voteExpel') => (seat: string) =>
    void give({ type, bloc: bloc.id, seat });
  return (
    <>
      <Call label={blocs.callAdmit} seats={outsiders(view, bloc)} onCall={call('voteAdmit')} />
      <Call
        label={blocs.callExpel}
        seats={others.map((id) => ({ id, name: seatName(view, id) }))}
        onCall={call('voteExpel')}
      />
      {charter?.noticeRounds === 1 && !notices.includes(own) && (
        <button type="button" class="btn" onClick={() => void give({ type: 'giveNotice', bloc: bloc.id })}>
          {blocs.giveNotice}
        </button>
      )}
      <CharterForm ui={ui} bloc={bloc} onPropose={(command, text) => void give(command, text)} />
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </>
  );
}

interface CallProps {
  readonly label: string;
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  readonly onCall: (seat: string) => void;
}

/** Calls a vote about one state. */
function Call({ label, seats, onCall }: CallProps) {
  if (seats.length === 0) return null;
  return (
    <ChooseAndDo label={label} onDo={onCall}>
      <option value="">{label}</option>
      {seats.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChooseAndDo>
  );
}
