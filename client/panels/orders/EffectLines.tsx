import { useEffect, useRef } from 'preact/hooks';
import type { ActionId, Order } from '#shared/model/actions.ts';
import { type Assumption, type Preview } from '#shared/model/preview.ts';
import { tenths, type Tenths } from '#shared/session/views/tenths.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { RangeBar } from '../../charts/RangeBar.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { useAnswer } from '../useAnswer.ts';
import { forecastOf, type ForecastRow } from './forecast.ts';
import { worldReasons } from './worldReasons.ts';

interface EffectProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Null while the order is incomplete. */
  readonly order: Order | null;
  readonly action: ActionId;
}

/** The value that fills half of a bar, in tenths: wide enough for the strongest cards. */
const REACH: Readonly<Record<ForecastRow['line'], number>> = {
  youNow: 120,
  youTwoRounds: 160,
  worldNow: 60,
  world: 100,
};

/**
 * The effect of an order, compared with holding: three lines, each a range over three expectations with its mark at the reciprocal
 * answer.
 */
export function EffectLines({ view, source, order, action }: EffectProps) {
  const { orders } = words.value;
  const isMeasured = order !== null && order.action !== 'hold';
  const asking = useAnswer<'preview'>(
    source,
    isMeasured ? { ask: 'preview', order } : null,
    `${view.table.round}:${view.table.phase}`,
  );
  if (action === 'hold') return <p class="panel-note">{orders.effect.none}</p>;
  if (order === null) {
    return (
      <p class="panel-note effect-wait">
        {action === 'bridge' ? orders.targets.missingPair : orders.targets.missing}
      </p>
    );
  }
  if (asking.state === 'answered' && asking.answer.ok)
    return <Effect view={view} preview={asking.answer.answer} order={order} />;
  const sentence =
    asking.state === 'asking' || asking.state === 'idle' ? orders.effect.reckoning : orders.effect.failed;
  return <p class="panel-note effect-wait">{sentence}</p>;
}

interface AnsweredProps extends Pick<EffectProps, 'view'> {
  readonly preview: Preview;
  readonly order: Order;
}

function Effect({ view, preview, order }: AnsweredProps) {
  const { orders, sight } = words.value;
  const place = useRef<HTMLElement>(null);
  // The lines appear after the card opens: scroll all three out from under the bar that seals.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }), []);
  return (
    <section ref={place} class="effect">
      <h4 class="effect-head">{orders.effect.title}</h4>
      <EffectTable view={view} preview={preview} />
      {worldReasons(view, order, preview).map((reason) => (
        <p key={reason} class="effect-note effect-reason">
          {reason}
        </p>
      ))}
      <p class="effect-note">{orders.effect.why}</p>
      {view.table.trust.length === 0 && <p class="effect-note">{sight.preview}</p>}
    </section>
  );
}

function EffectTable({ view, preview }: Omit<AnsweredProps, 'order'>) {
  const { effect, assumptions } = words.value.orders;
  const { columns, rows } = forecastOf(preview, { round: view.table.round, rounds: view.card.plan.rounds });
  const head = (kinds: readonly Assumption[]): string =>
    columns.length === 1 ? effect.whatever : effect.or(kinds.map((kind) => assumptions[kind]));
  return (
    <table class="effect-table">
      <thead>
        <tr>
          <th scope="col">{columns.length > 1 && effect.head}</th>
          {columns.map((kinds) => (
            <th key={kinds[0]} scope="col">
              {head(kinds)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EffectRow key={row.line} row={row} mark={tenths(preview[row.line].answeredInKind)} />
        ))}
      </tbody>
    </table>
  );
}

/** A figure for each column, and under their name the range between them with its mark at the reciprocal answer. */
function EffectRow({ row: { line, figures }, mark }: { readonly row: ForecastRow; readonly mark: Tenths }) {
  const { effect } = words.value.orders;
  return (
    <tr>
      <th scope="row">
        {effect[line]}
        {figures.length > 1 && (
          <RangeBar low={Math.min(...figures)} high={Math.max(...figures)} mark={mark} reach={REACH[line]} />
        )}
      </th>
      {figures.map((figure, column) => (
        <td key={column} class="num">
          {signedPoints(figure)}
        </td>
      ))}
    </tr>
  );
}
