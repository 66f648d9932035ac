import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ActionId, Order } from '#shared/model/actions.ts';
import { assumptionKinds, type Figure, type Preview } from '#shared/model/preview.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { RangeBar } from '../../charts/RangeBar.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { useAnswer } from '../useAnswer.ts';

interface EffectProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Null while the order still lacks something. */
  readonly order: Order | null;
  readonly action: ActionId;
}

const lines = ['youNow', 'youTwoRounds', 'world'] as const;
type Line = (typeof lines)[number];
/** What fills half of a bar, in tenths: wide enough for the strongest cards. */
const REACH: Readonly<Record<Line, number>> = { youNow: 120, youTwoRounds: 160, world: 100 };

/** What an order would do, against holding: three lines, each a range over three expectations with its mark at answered in kind. */
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
    return <Effect view={view} preview={asking.answer.answer} />;
  const sentence =
    asking.state === 'asking' || asking.state === 'idle' ? orders.effect.reckoning : orders.effect.failed;
  return <p class="panel-note effect-wait">{sentence}</p>;
}

function Effect({ view, preview }: Pick<EffectProps, 'view'> & { readonly preview: Preview }) {
  const { orders, sight } = words.value;
  const isOpen = useSignal(false);
  const place = useRef<HTMLElement>(null);
  // The lines arrive after the card was opened: all three are brought out from under the bar that seals.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }), []);
  return (
    <section ref={place} class="effect">
      <button
        type="button"
        class="effect-head"
        aria-expanded={isOpen.value}
        title={isOpen.value ? orders.effect.close : orders.effect.open}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <span>{orders.effect.title}</span>
        <span class="effect-turn" aria-hidden="true">
          {isOpen.value ? '−' : '+'}
        </span>
      </button>
      {isOpen.value ? (
        <EffectTable preview={preview} />
      ) : (
        lines.map((line) => <EffectLine key={line} line={line} figure={preview[line]} />)
      )}
      <p class="effect-note">{isOpen.value ? orders.effect.why : orders.effect.mark}</p>
      {view.table.trust.length === 0 && <p class="effect-note">{sight.preview}</p>}
    </section>
  );
}

const tenths = (micro: number): number => Math.round(micro / 1000);

function EffectLine({ line, figure }: { readonly line: Line; readonly figure: Figure }) {
  const { effect } = words.value.orders;
  const values = assumptionKinds.map((expectation) => tenths(figure[expectation]));
  const [low, high, mark] = [Math.min(...values), Math.max(...values), tenths(figure.answeredInKind)];
  const spoken = effect.range(effect[line], signedPoints(mark), signedPoints(low), signedPoints(high));
  return (
    <div class="effect-line" role="img" aria-label={spoken}>
      <span class="effect-name">{effect[line]}</span>
      <span class="effect-end num">{low === high ? '' : signedPoints(low)}</span>
      <RangeBar low={low} high={high} mark={mark} reach={REACH[line]} />
      <span class="effect-end num">{low === high ? '' : signedPoints(high)}</span>
      <b class="num">{signedPoints(mark)}</b>
    </div>
  );
}

function EffectTable({ preview }: { readonly preview: Preview }) {
  const { effect, assumptions } = words.value.orders;
  return (
    <table class="effect-table">
      <thead>
        <tr>
          <th scope="col">{effect.head}</th>
          {assumptionKinds.map((expectation) => (
            <th key={expectation} scope="col">
              {assumptions[expectation]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line}>
            <th scope="row">{effect[line]}</th>
            {assumptionKinds.map((expectation) => (
              <td key={expectation} class="num">
                {signedPoints(tenths(preview[line][expectation]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
