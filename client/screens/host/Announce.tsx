import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { MAX_MESSAGE } from '#shared/session/vocabulary/talk.ts';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { inBothLanguages } from '../../text/bothLanguages.ts';
import { language, type Language, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
}

/** An announcement to everybody, in the host's language and optionally in the other: each person reads their own. */
export function Announce({ view, source }: Props) {
  const { control } = words.value.talk;
  const typed = useSignal({ en: '', zh: '' });
  const answer = useSignal<string | null>(null);
  const text = inBothLanguages(typed.value);
  const send = async (): Promise<void> => {
    if (text === '') return;
    const channel = { kind: 'announcement' } as const;
    const command = { type: 'say', channel, text: null, phrase: null, mentions: [] } as const;
    const problem = outcomeSentence(await source.send(command, text));
    answer.value = problem ?? control.sent;
    if (problem === null) typed.value = { en: '', zh: '' };
  };
  return (
    <form
      class="announce"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fieldsOf(view).map((one, place) => (
        <Words
          key={one}
          of={one}
          label={place === 0 ? control.announcement : control.inOther[one]}
          value={typed.value[one]}
          change={(value) => {
            typed.value = { ...typed.value, [one]: value };
            answer.value = null;
          }}
        />
      ))}
      <button type="submit" class="btn">
        {control.announce}
      </button>
      {answer.value !== null && <p role="status">{answer.value}</p>}
    </form>
  );
}

interface WordsProps {
  readonly of: Language;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Words({ of, label, value, change }: WordsProps) {
  return (
    <input
      class="input"
      lang={of}
      value={value}
      maxLength={MAX_MESSAGE / 2 - 5}
      aria-label={label}
      placeholder={label}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

/** The host's own language first; the other one if the session has both. */
export function fieldsOf({ card }: View): readonly Language[] {
  const own = language.value;
  return card.languages === 'both' ? [own, own === 'en' ? 'zh' : 'en'] : [own];
}
