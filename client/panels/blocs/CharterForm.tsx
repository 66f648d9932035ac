import { type Signal, useSignal } from '@preact/signals';
import { type AdmissionPolicy, admissionPolicies } from '#shared/session/vocabulary/charters.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { BlocView } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { Fold } from '../Fold.tsx';
import type { PlayState } from '../playState.ts';
import { charterFold } from './BlocLink.tsx';

interface FormProps {
  readonly ui: PlayState;
  readonly bloc: BlocView;
  /** `text` is the name, then the founding text. */
  readonly onPropose: (command: CommandOf<'charterBloc'>, text: string) => void;
}

/** Proposes a charter for a bloc: name, founding text, who may join, and whether leaving needs notice. */
export function CharterForm({ ui, bloc, onPropose }: FormProps) {
  const { blocs } = words.value;
  const charter = bloc.matters?.charter ?? null;
  const name = `charter name ${bloc.id}`;
  const text = `charter text ${bloc.id}`;
  const written = ui.unsent.value;
  const nameNow = written[name] ?? charter?.name ?? '';
  const textNow = written[text] ?? charter?.text ?? '';
  const write = (key: string) => (typed: string) => {
    ui.unsent.value = { ...ui.unsent.peek(), [key]: typed };
  };
  const policy = useSignal<AdmissionPolicy>(charter?.policy ?? 'open');
  const notice = useSignal(charter?.noticeRounds === 1);
  const propose = (event: Event): void => {
    event.preventDefault();
    const noticeRounds = notice.value ? 1 : 0;
    const terms = { bloc: bloc.id, policy: policy.value, noticeRounds, text: null } as const;
    onPropose({ type: 'charterBloc', ...terms }, `${nameNow}\n${textNow}`);
  };
  return (
    <Fold ui={ui} name={charterFold(bloc)} id={charterFold(bloc)} class="charter-form">
      <summary>{blocs.propose}</summary>
      <form onSubmit={propose}>
        <Words name={nameNow} text={textNow} onName={write(name)} onText={write(text)} />
        <Policies bloc={bloc} policy={policy} />
        <label class="tick">
          <input
            type="checkbox"
            checked={notice.value}
            onChange={(event) => (notice.value = event.currentTarget.checked)}
          />
          <span>{blocs.notice[1]}</span>
        </label>
        <button type="submit" class="btn primary">
          {blocs.proposeNow}
        </button>
      </form>
    </Fold>
  );
}

interface WordsProps {
  readonly name: string;
  readonly text: string;
  readonly onName: (name: string) => void;
  readonly onText: (text: string) => void;
}

function Words({ name, text, onName, onText }: WordsProps) {
  const { blocs } = words.value;
  return (
    <>
      <label>
        {blocs.name}
        <input maxLength={40} required value={name} onInput={(event) => onName(event.currentTarget.value)} />
      </label>
      <label>
        {blocs.text}
        <textarea
          rows={3}
          maxLength={400}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
    </>
  );
}

interface PolicyProps {
  readonly bloc: BlocView;
  readonly policy: Signal<AdmissionPolicy>;
}

function Policies({ bloc, policy }: PolicyProps) {
  const { blocs } = words.value;
  return (
    <fieldset>
      <legend>{blocs.whoJoins}</legend>
      {admissionPolicies.map((one) => (
        <label key={one} class="tick">
          <input
            type="radio"
            name={`policy-${bloc.id}`}
            checked={policy.value === one}
            onChange={() => (policy.value = one)}
          />
          <span>{blocs.policies[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
