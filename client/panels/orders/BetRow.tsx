import { useSignal } from '@preact/signals';
import { bandIndex } from '../../charts/dialGeometry.ts';
import { words } from '../../text/language.ts';
import type { OrdersProps } from './ordersProps.ts';
import { noSentence } from '../../components/outcomeSentence.ts';

const bands = [1, 2, 3, 4, 5] as const;

/** A bet on the dial's band after the round; folded until opened. */
export function BetRow({ view, source }: OrdersProps) {
  const { orders, play } = words.value;
  const problem = useSignal<string | null>(null);
  const bet = view.own?.bet ?? null;
  const now = bandIndex(view.table.trail.direction.at(-1) ?? 0) + 1;
  const place = async (band: (typeof bands)[number]): Promise<void> => {
    problem.value = noSentence(await source.send({ type: 'betOnDial', band }));
  };
  return (
    <details class="bet" open={bet !== null}>
      <summary>
        <span>{orders.bet.title}</span>
        {bet !== null && <b>{play.dial.bands[bet - 1]}</b>}
      </summary>
      <div class="bet-bands" role="group" aria-label={orders.bet.title}>
        {bands.map((band) => (
          <button
            key={band}
            type="button"
            class="chip"
            aria-pressed={bet === band}
            data-band={band}
            onClick={() => void place(band)}
          >
            <span class="bet-swatch" aria-hidden="true" />
            {play.dial.bands[band - 1]}
            {band === now && <small>{orders.bet.now}</small>}
          </button>
        ))}
      </div>
      <p class="panel-note">{problem.value ?? orders.bet.note}</p>
    </details>
  );
}
