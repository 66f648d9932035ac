import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { list, pick, words } from '../../text/language.ts';
import { CompareFan } from './CompareFan.tsx';
import { CompareGroups } from './CompareGroups.tsx';
import { CompareRound } from './CompareRound.tsx';
import { type ComparedSession, markOf } from './compared.ts';
import { CompareTable } from './CompareTable.tsx';
import { spokenCode } from '../../lib/joinCode.ts';
import { FEW_COMPARED, MOST_COMPARED } from '../../lib/mostCompared.ts';
import { type Comparison, useCompared } from './useCompared.ts';
import '../../styles/compare.css';

/** Sessions beside each other: their dials over each other in the fan of simulated ones, and a table of their differences. */
export function CompareScreen() {
  const comparison = useCompared();
  const { compare } = words.value;
  const { event } = comparison;
  const sessions = comparison.sessions.value;
  return (
    <Page class="compare" back="/">
      <h1>{event === null ? compare.title : compare.event.title(spokenCode(event))}</h1>
      <p class="note">{event === null ? compare.line : compare.event.line}</p>
      <Files comparison={comparison} />
      {comparison.refused.value.length > 0 && (
        <Notice title={compare.refused} text={compare.refusedOf(list(comparison.refused.value))} />
      )}
      {sessions.length > 0 && (
        <>
          {sessions.length > FEW_COMPARED ? (
            <details>
              <summary>
                {event === null ? compare.chosen(sessions.length) : compare.event.chosen(sessions.length)}
              </summary>
              <Chosen sessions={sessions} remove={comparison.remove} />
            </details>
          ) : (
            <Chosen sessions={sessions} remove={comparison.remove} />
          )}
          <CompareFan sessions={sessions} />
          <CompareGroups sessions={sessions} />
          <CompareRound sessions={sessions} />
          <CompareTable sessions={sessions} />
        </>
      )}
    </Page>
  );
}

function Files({ comparison: { addFiles, isReading, sessions } }: { readonly comparison: Comparison }) {
  const { compare } = words.value;
  return (
    <div class="compare-files">
      <label class="btn primary lg">
        {compare.choose}
        <input
          type="file"
          multiple
          class="visually-hidden"
          accept=".jsonl,.json,.gz,.zst,application/jsonl,application/gzip,application/zstd,text/plain"
          disabled={isReading.value || sessions.value.length >= MOST_COMPARED}
          onChange={(event) => void addFiles([...(event.currentTarget.files ?? [])])}
        />
      </label>
      <p class="note" role="status">
        {isReading.value ? compare.reading : compare.most(MOST_COMPARED)}
      </p>
    </div>
  );
}

interface ChosenProps {
  readonly sessions: readonly ComparedSession[];
  readonly remove: (place: number) => void;
}

/** Which letter is which session. */
function Chosen({ sessions, remove }: ChosenProps) {
  const { compare, manyTables } = words.value;
  return (
    <ol class="compare-chosen">
      {sessions.map(({ name, table, view: { card }, rounds, treatment }, place) => (
        <li key={`${name}${place}`}>
          <b>{markOf({ table }, place)}</b>
          <span>
            {pick(card.title)}{' '}
            <small>
              {compare.about(name, card.seats.length, rounds)}
              {treatment !== null && ` · ${manyTables.treatments.names[treatment]}`}
            </small>
          </span>
          <button type="button" class="btn quiet" onClick={() => remove(place)}>
            {compare.remove}
            <span class="visually-hidden"> {markOf({ table }, place)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
