import { words } from '../text/language.ts';

/** One thing that was looked at: how it stands, in a sentence. */
export interface Finding {
  readonly mark: 'good' | 'mind' | 'bad';
  readonly text: string;
}

const signs = { good: '✓', mind: '!', bad: '✗' } as const;

/** What was looked at, a row each with its mark as a sign and in words. */
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
