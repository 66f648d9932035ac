import type { View } from '#shared/session/views/tableView.ts';
import { BesideChart } from '../../charts/BesideChart.tsx';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { endOfDial } from './answerSentences.ts';

interface PathsProps {
  readonly record: View;
  readonly branch: View;
  /** The round of the change. */
  readonly round: number;
  /** Without the table, where nobody presses anything. */
  readonly bare?: boolean;
}

/** The two paths of the dial, as recorded and with the change. */
export function TwoPaths({ record, branch, round, bare = false }: PathsProps) {
  const { answer } = words.value.whatIf;
  return (
    <figure class="what-if-paths">
      <figcaption>
        <h3>{answer.path}</h3>
        <TwoLines />
      </figcaption>
      <BesideChart
        record={record.table.trail.direction}
        branch={branch.table.trail.direction}
        round={round}
        label={answer.pathLabel(points(endOfDial(record)), points(endOfDial(branch)))}
      />
      {!bare && <PathTable record={record} branch={branch} />}
    </figure>
  );
}

/** Which line is which. */
function TwoLines() {
  const { answer } = words.value.whatIf;
  return (
    <p class="what-if-lines" aria-hidden="true">
      <span>
        <svg width="34" height="10">
          <path class="path-line is-recorded" d="M1 5H33" />
        </svg>
        {answer.recorded}
      </span>
      <span>
        <svg width="34" height="10">
          <path class="path-line is-changed" d="M1 5H33" />
        </svg>
        {answer.changed}
      </span>
    </p>
  );
}

function PathTable({ record, branch }: Pick<PathsProps, 'record' | 'branch'>) {
  const { whatIf, play } = words.value;
  const [was, is] = [record.table.trail.direction, branch.table.trail.direction];
  const rounds = Math.max(was.length, is.length);
  return (
    <details class="what-if-table">
      <summary>{whatIf.answer.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{whatIf.round}</th>
            <th scope="col">{whatIf.answer.recorded}</th>
            <th scope="col">{whatIf.answer.changed}</th>
            <th scope="col">{whatIf.answer.difference}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rounds }, (_, round) => {
            const [one, other] = [was[round], is[round]];
            return (
              <tr key={round}>
                <th scope="row">{round === 0 ? play.ending.start : round}</th>
                <td class="num">{one === undefined ? '–' : points(one)}</td>
                <td class="num">{other === undefined ? '–' : points(other)}</td>
                <td class="num">
                  {one === undefined || other === undefined ? '–' : signedPoints(other - one)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
