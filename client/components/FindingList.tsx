import { words } from '../text/language.ts';

/** One checked item and its result, in a sentence. */
export interface Finding {
  readonly mark: 'good' | 'mind' | 'bad';
  readonly text: string;
}

const signs = { good: '✓', mind: '!', bad: '✗' } as const;

/** The checked items, one per row, each with its result as a sign and in words. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map(({ mark, text }) => (
        <li key={text} class={mark}>
          <b aria-hidden="true">{signs[mark]}</b>
          <span>
            <small>{words.value.readiness.marks[mark]}</small>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
