import { toldFault } from '#shared/scenario/faultWords.ts';
import type { PackAnswer } from '#shared/wire/packs.ts';
import { words } from '../text/language.ts';
import '../styles/scenario-faults.css';

interface FaultsProps {
  readonly file: string;
  readonly answer: Extract<PackAnswer, { readonly outcome: 'faulty' }>;
}

/** What is wrong with a scenario file, from its top. */
export function ScenarioFaults({ file, answer: { faults, more } }: FaultsProps) {
  const { packs } = words.value;
  return (
    <div class="own-faults">
      <p>
        <b>{packs.faulty(file, faults.length + more)}</b> {packs.faultyNote}
      </p>
      <ol>
        {faults.map((fault, index) => {
          const { path, message, suggestion } = toldFault(fault, packs.faultWords);
          return (
            <li key={index}>
              <code translate={false}>{path === '' ? packs.whole : path}</code>
              <span>
                {message} {suggestion}
              </span>
            </li>
          );
        })}
      </ol>
      {more > 0 && <p>{packs.more(more)}</p>}
    </div>
  );
}
