import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { type Mute, type MuteReason, muteReasons } from '#shared/session/vocabulary/talk.ts';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { outcomeSentence } from '../../components/refusalWords.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';

interface MutesProps {
  readonly view: View;
  readonly source: ViewSource;
}

/** The muted people, each with the reason that they read; only the host and the person see it. */
export function Mutes({ view, source }: MutesProps) {
  const { control } = words.value.talk;
  const { unnamed } = words.value.host.room;
  const { mutes, problem, set } = useMutes(view, source);
  const people = view.table.seats.flatMap((seat, index) =>
    seat.delegates.map(({ id, name }) => ({
      id,
      name: name ?? unnamed,
      state: view.card.seats[index]?.name,
    })),
  );
  return (
    <details class="mutes">
      <summary>{control.mute}</summary>
      <p class="hint">{people.length === 0 ? control.nobody : control.muteNote}</p>
      {people.map(({ id, name, state }) => (
        <MuteRow
          key={id}
          name={control.person(name, state === undefined ? '' : pick(state))}
          mute={mutes.find(({ delegate }) => delegate === id) ?? null}
          onSet={(reason) => set(id, reason)}
        />
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
    </details>
  );
}

interface RowProps {
  readonly name: string;
  readonly mute: Mute | null;
  readonly onSet: (reason: MuteReason | null) => void;
}

function MuteRow({ name, mute, onSet }: RowProps) {
  const { control, reasons } = words.value.talk;
  return (
    <div class="mute-row">
      <span>{name}</span>
      <ChooseAndDo
        label={control.mayPersonSpeak(name)}
        now={mute === null ? '' : (mute.reason ?? 'talkToHost')}
        onDo={(chosen) => onSet(muteReasons.find((reason) => reason === chosen) ?? null)}
      >
        <option value="">{control.maySpeak}</option>
        {muteReasons.map((reason) => (
          <option key={reason} value={reason}>
            {control.mutedFor(reasons[reason])}
          </option>
        ))}
      </ChooseAndDo>
    </div>
  );
}

/** No view contains mutes, so the host asks for them, again after each change. */
function useMutes(view: View, source: ViewSource) {
  const given = useSignal(0);
  const problem = useSignal<string | null>(null);
  const people = view.table.seats.reduce((sum, { delegates }) => sum + delegates.length, 0);
  const moved = `${given.value} ${people} ${view.table.phase}`;
  const mutes = useLookedUp<'mutes'>(source, { ask: 'mutes' }, moved) ?? [];
  const set = (delegate: string, reason: MuteReason | null): void => {
    const command = { type: 'muteDelegate', delegate, muted: reason !== null } as const;
    void source.send(reason === null ? command : { ...command, reason }).then((outcome) => {
      problem.value = outcomeSentence(outcome);
      given.value += 1;
    });
  };
  return { mutes, problem: problem.value, set };
}
