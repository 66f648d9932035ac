import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Term } from '../../components/Term.tsx';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { gaugeOf, lastRound } from '../world/gauges.ts';
import { aspects, forcesOf, type PullKey, pulls } from './courseOf.ts';
import '../../styles/course.css';

interface BarsProps {
  readonly view: View;
  /** After which round; without it, now. */
  readonly round?: number | undefined;
  /** Makes every part a way to its causes. */
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  /** No word is explained beside its number, as on the wall. */
  readonly bare?: boolean;
}

/** The two forces as opposed bars, from the middle outwards, with their parts: mechanism, goals and paths. */
export function ForceBars({ view, round = lastRound(view), onWhy, bare = false }: BarsProps) {
  const { forces } = words.value.course;
  const now = forcesOf(view)[round];
  if (!now) return null;
  return (
    <table class="forces">
      <caption class="visually-hidden">{forces.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            {bare ? forces.centrifugal : <Term id="centrifugal">{forces.centrifugal}</Term>}
          </th>
          <td>{!bare && <Term id="aspects" />}</td>
          <th scope="col">
            {bare ? forces.centripetal : <Term id="centripetal">{forces.centripetal}</Term>}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr class="forces-sum">
          <SumCell value={now.centrifugal} side="apart" name={bare ? forces.centrifugal : null} />
          <th scope="row">{forces.sum}</th>
          <SumCell value={now.centripetal} side="together" name={bare ? forces.centripetal : null} />
        </tr>
        {aspects.map((aspect) => (
          <tr key={aspect}>
            <PartCell view={view} round={round} part={pulls[aspect].apart} side="apart" onWhy={onWhy} />
            <th scope="row">{forces.aspects[aspect]}</th>
            <PartCell view={view} round={round} part={pulls[aspect].together} side="together" onWhy={onWhy} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly side: 'apart' | 'together';
}

interface SumProps extends SideProps {
  readonly value: Tenths;
  /** Beside the number where no heading stands above it. */
  readonly name: string | null;
}

function SumCell({ value, side, name }: SumProps) {
  return (
    <td class={`is-${side}`}>
      {name} <b class="num">{points(value)}</b>
      <Bar value={value} />
    </td>
  );
}

interface PartProps extends SideProps, Pick<BarsProps, 'view' | 'onWhy'> {
  readonly round: number;
  readonly part: PullKey;
}

function PartCell({ view, round, part, side, onWhy }: PartProps) {
  const gauge = gaugeOf(view, part);
  const value = gauge.history[round] ?? 0;
  const inside = (
    <>
      {gauge.name} <b class="num">{points(value)}</b>
    </>
  );
  const title = words.value.play.gauges.why(gauge.name);
  return (
    <td class={`is-${side}`}>
      {onWhy && round > 0 ? (
        <button type="button" title={title} onClick={() => onWhy(gauge.subject)}>
          {inside}
          <span class="visually-hidden">, {title}</span>
        </button>
      ) : (
        <span>{inside}</span>
      )}
      <Bar value={value} />
    </td>
  );
}

/** A hundred points fill the cell. */
function Bar({ value }: { readonly value: Tenths }) {
  return (
    <span class="force-bar" aria-hidden="true">
      <i style={{ width: `${Math.max(0, Math.min(100, value / 10))}%` }} />
    </span>
  );
}
