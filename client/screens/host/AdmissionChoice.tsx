import { type EntryRules, MOST_EXPECTED } from '#shared/session/vocabulary/entry.ts';
import { words } from '../../text/language.ts';
import { Tick } from './Tick.tsx';

interface Props {
  readonly entry: EntryRules;
  readonly change: (entry: EntryRules) => void;
}

/** Whether new people wait until the host admits them, and how many are expected. */
export function AdmissionChoice({ entry, change }: Props) {
  const { host: text } = words.value.entry;
  const { admission, ...others } = entry;
  return (
    <>
      <Tick
        on={admission === 'byHost'}
        label={text.admission}
        note={text.admissionNote}
        change={(isAsked) => change(isAsked ? { ...others, admission: 'byHost' } : others)}
      />
      <Expected entry={entry} change={change} />
    </>
  );
}

function Expected({ entry, change }: Props) {
  const { host: text } = words.value.entry;
  const { expected, ...others } = entry;
  const set = (typed: string): void => {
    const people = Math.min(MOST_EXPECTED, Math.trunc(Number(typed)));
    change(people >= 1 ? { ...others, expected: people } : others);
  };
  return (
    <div class="field expected">
      <label for="expected">{text.expected}</label>
      <input
        id="expected"
        class="input num"
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_EXPECTED}
        value={expected ?? ''}
        aria-describedby="expected-note"
        onChange={(event) => set(event.currentTarget.value)}
      />
      <small id="expected-note">{text.expectedNote(MOST_EXPECTED)}</small>
    </div>
  );
}
