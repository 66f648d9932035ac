import type { Paid } from '#shared/session/findings/paid.ts';
import { apportion } from '#shared/lib/apportion.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { colourOf, orderPhrase, seatName } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { useAnswer } from '../useAnswer.ts';
import '../../styles/who-paid.css';

interface WhoPaidProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Each state opens to show its orders, which add up to its two numbers. */
  readonly inFull: boolean;
}

/** Who paid for this ending: per state, in the order of the table, the effect of its orders on its own points and on the dial. */
export function WhoPaid({ view, source, inFull }: WhoPaidProps) {
  const { paid: speech } = words.value.play.ending;
  const asking = useAnswer<'paid'>(source, { ask: 'paid' }, 'end');
  const all = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
  if (all === null)
    return (
      <p class="panel-note" role="status">
        {asking.state === 'asking' ? words.value.debrief.looking : words.value.debrief.notFound}
      </p>
    );
  const most = Math.max(1, ...all.flatMap(({ own, world }) => [Math.abs(own), Math.abs(world)]));
  return (
    <div class="who-paid">
      <p class="who-paid-head" aria-hidden="true">
        <span>{speech.own}</span>
        <span>{speech.world}</span>
      </p>
      <ul>
        {all.map((one) => (
          <li key={one.seat}>
            {inFull && one.rounds.length > 0 ? (
              <details>
                <summary>
                  <Pair view={view} paid={one} most={most} />
                </summary>
                <Orders view={view} paid={one} />
              </details>
            ) : (
              <Pair view={view} paid={one} most={most} />
            )}
          </li>
        ))}
      </ul>
      <p class="panel-note">{speech.note}</p>
    </div>
  );
}

interface PairProps {
  readonly view: View;
  readonly paid: Paid;
  readonly most: number;
}

function Pair({ view, paid: { seat, own, world }, most }: PairProps) {
  const { paid: speech } = words.value.play.ending;
  const [ownTenths, worldTenths] = [tenthsOf(own), tenthsOf(world)];
  return (
    <span class="who-paid-pair">
      <b>{seatName(view, seat)}</b>
      <span class="visually-hidden">
        {speech.spoken(seatName(view, seat), signedPoints(ownTenths), signedPoints(worldTenths))}
      </span>
      <Bar kind="own" value={own} tenths={ownTenths} most={most} />
      <Bar kind="world" value={world} tenths={worldTenths} most={most} />
    </span>
  );
}

interface BarProps {
  readonly kind: 'own' | 'world';
  readonly value: number;
  readonly tenths: Tenths;
  readonly most: number;
}

/** Losses to the left, gains to the right; all bars share one scale. */
function Bar({ kind, value, tenths, most }: BarProps) {
  return (
    <span class={`who-paid-bar is-${kind}`} aria-hidden="true">
      <i class={value < 0 ? 'is-less' : ''} style={{ '--share': `${Math.abs(value) / most}` }} />
      <b class="num">{signedPoints(tenths)}</b>
    </span>
  );
}

/** The reasons: the orders of a state, each with its effect in its round. */
function Orders({ view, paid }: Pick<PairProps, 'view' | 'paid'>) {
  const { ending, round } = { ending: words.value.play.ending, round: words.value.debrief.round };
  const shares = (part: 'own' | 'world'): readonly number[] =>
    apportion(
      paid.rounds.map((one) => one[part] / 1000),
      tenthsOf(paid[part]),
    );
  const [own, world] = [shares('own'), shares('world')];
  return (
    <table class="who-paid-orders">
      <thead>
        <tr>
          <th scope="col">{ending.paid.order}</th>
          <th scope="col">{ending.paid.own}</th>
          <th scope="col">{ending.paid.world}</th>
        </tr>
      </thead>
      <tbody>
        {paid.rounds.map((one, index) => (
          <tr key={one.round}>
            <th scope="row">
              <FamilyMark family={colourOf(one.order.action) ?? 'none'} /> {round(one.round)} ·{' '}
              {orderPhrase(view, one.order)}
            </th>
            <td class="num">{signedPoints(own[index] ?? 0)}</td>
            <td class="num">{signedPoints(world[index] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function tenthsOf(micro: number): Tenths {
  return Math.round(micro / 1000);
}
