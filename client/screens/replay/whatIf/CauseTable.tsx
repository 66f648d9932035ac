import type { CauseDifference } from '#shared/run/besideRecord.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { StairStep } from '../../../charts/StairStep.tsx';
import { FamilyMark } from '../../../panels/marks.tsx';
import { familyOfReason, sentenceOf } from '../../../panels/why/causes.ts';
import { words } from '../../../text/language.ts';
import { signedPoints } from '../../../text/number.ts';
import { type DifferenceLine, differenceLines } from './differenceLines.ts';

interface Props {
  readonly view: View;
  readonly causes: readonly CauseDifference[];
}

/** So many causes are shown by name; the others share a line. */
const MOST = 8;

/** The causes that differ most, with what they did as recorded and with the change. */
export function CauseTable({ view, causes }: Props) {
  const { causes: text } = words.value.whatIf;
  return (
    <section class="what-if-causes">
      <h3>{text.title}</h3>
      {causes.length === 0 ? (
        <p class="panel-note">{text.none}</p>
      ) : (
        <table>
          <Head />
          <Body view={view} causes={causes} />
        </table>
      )}
      <p class="panel-note">{text.note}</p>
    </section>
  );
}

function Head() {
  const { causes: text, answer } = words.value.whatIf;
  return (
    <thead>
      <tr>
        <th scope="col">{text.cause}</th>
        <th scope="col">{answer.recorded}</th>
        <th scope="col">{answer.changed}</th>
        <th scope="col">{answer.difference}</th>
      </tr>
    </thead>
  );
}

function Body({ view, causes }: Props) {
  const { causes: text } = words.value.whatIf;
  const { lines, smaller, total, reach } = differenceLines(causes, MOST);
  return (
    <tbody>
      {lines.map((line) => (
        <CauseRow key={line.reason} view={view} line={line} reach={reach} />
      ))}
      {smaller !== null && (
        <tr class="is-small">
          <th scope="row">{text.smaller(smaller.count)}</th>
          <td />
          <td />
          <td class="num">{signedPoints(smaller.difference)}</td>
        </tr>
      )}
      <tr class="is-sum">
        <th scope="row">{text.total}</th>
        <td />
        <td />
        <td class="num">{signedPoints(total)}</td>
      </tr>
    </tbody>
  );
}

interface RowProps {
  readonly view: View;
  readonly line: DifferenceLine;
  readonly reach: readonly [number, number];
}

function CauseRow({ view, line, reach }: RowProps) {
  const family = familyOfReason(line.reason);
  const cause = { ...line, bloc: null, event: null, delta: line.branch - line.record };
  return (
    <tr>
      <th scope="row">
        <span class="what-if-cause">
          {family ? <FamilyMark family={family} size={16} /> : <span />}
          {sentenceOf(view, cause, [])}
        </span>
        <StairStep start={line.start} step={line.difference} reach={reach} />
      </th>
      <td class="num">{signedPoints(line.recorded)}</td>
      <td class="num">{signedPoints(line.recorded + line.difference)}</td>
      <td class="num">{signedPoints(line.difference)}</td>
    </tr>
  );
}
