import type { LeftOut } from '#shared/run/branch.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { orderPhrase, seatName } from '../../../panels/lookup.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { lineSentence } from '../lineSentence.ts';
import { refusedBecause } from './faultSentence.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly leftOut: readonly LeftOut[];
}

/** So many are shown at once; the others open on demand. */
const AT_ONCE = 6;

/** What of the record the changed world refused, orders first, each with the answer of the rules. */
export function LeftOutList({ view, source, leftOut }: Props) {
  const { left } = words.value.whatIf;
  const isOrder = ({ command }: LeftOut): boolean => command === 'sealOrders';
  const ordered = [...leftOut.filter(isOrder), ...leftOut.filter((one) => !isOrder(one))];
  const rest = ordered.slice(AT_ONCE);
  return (
    <section class="what-if-left">
      <h3>{left.title}</h3>
      {leftOut.length === 0 ? <p class="panel-note">{left.none}</p> : <p class="panel-note">{left.note}</p>}
      <Rows view={view} source={source} leftOut={ordered.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details class="what-if-table">
          <summary>{left.more(rest.length)}</summary>
          <Rows view={view} source={source} leftOut={rest} />
        </details>
      )}
    </section>
  );
}

function Rows({ view, source, leftOut }: Props) {
  const { left } = words.value.whatIf;
  return (
    <ul>
      {leftOut.map((one) => (
        <li key={one.seq}>
          <b>{left.round(Math.max(1, roundAt(source, one.seq)))}</b>
          <span>{whatSentence(view, source, one)}</span>
          <small>{left.answered(refusedBecause(one.refusal))}</small>
        </li>
      ))}
    </ul>
  );
}

/** The round in which a line of the record was written. */
function roundAt({ breaks }: RecordedSource, seq: number): number {
  const resolved = breaks.findLastIndex((place) => place < seq);
  return Math.min(breaks.length - 1, resolved + 1);
}

function whatSentence(view: View, source: RecordedSource, { seq, actor }: LeftOut): string {
  const line = source.lines[seq - 1];
  const everything = view.viewer.kind === 'host';
  if (line?.command.type !== 'sealOrders' || !('seat' in actor) || actor.seat === null)
    return lineSentence(view, line, everything);
  return words.value.whatIf.left.order(seatName(view, actor.seat), orderPhrase(view, line.command.order));
}
