import type { Subject } from '#shared/model/explain.ts';
import { type FactorStory, type PaperFactor, paperFactors } from '#shared/session/findings/factors.ts';
import type { TrendRound } from '#shared/session/findings/kinds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { list, words } from '../../text/language.ts';
import { points, signedPoints, wholePoints } from '../../text/number.ts';
import { indexOf, seatName } from '../lookup.ts';
import { changeOf, gaugeOf } from '../world/gauges.ts';
import '../../styles/course.css';

interface BoardProps {
  readonly view: View;
  readonly factors: FactorStory;
  readonly trends: readonly TrendRound[];
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  /** With the joint strategy of the paper and what acting together moved: for the debrief. */
  readonly withStrategy?: boolean;
}

/** Factors and strategy: three columns, each with its numbers, whose orders acted on it, and its share of all orders. */
export function FactorBoard(props: BoardProps) {
  const { factors: speech } = words.value.course;
  return (
    <section class="factor-board" aria-label={speech.title}>
      <div class="factor-columns">
        {paperFactors.map((factor) => (
          <Column key={factor} {...props} factor={factor} />
        ))}
      </div>
      {props.withStrategy && <Together factors={props.factors} />}
    </section>
  );
}

function Column({ factor, ...props }: BoardProps & { readonly factor: PaperFactor }) {
  const { factors: speech } = words.value.course;
  const { view, factors, withStrategy } = props;
  const now = factors.rounds.at(-1)?.acted[factor];
  const share = factors.orders === 0 ? 0 : (1000 * factors.eased[factor]) / factors.orders;
  const round = factors.rounds.at(-1)?.round ?? 0;
  const Title = withStrategy ? 'h3' : 'h4';
  return (
    <section>
      <Title class="part-title">{speech.columns[factor]}</Title>
      {withStrategy && <p class="factor-advice">{speech.advice[factor]}</p>}
      <ul>
        {numbersOf(factor, props).map((number) => (
          <NumberLine key={number.name} number={number} onWhy={props.onWhy} />
        ))}
      </ul>
      <dl>
        <dt>{speech.eased}</dt>
        <dd>{ordersOf(view, round, now?.eased)}</dd>
        <dt>{speech.worsened}</dt>
        <dd>{ordersOf(view, round, now?.worsened)}</dd>
      </dl>
      <p class="panel-note num">{speech.share(wholePoints(share))}</p>
    </section>
  );
}

/** Which orders they were: the states, each with its card. */
function ordersOf(view: View, round: number, seats: readonly string[] = []): string {
  const { course, orders } = words.value;
  const { reveal } = view.table;
  if (seats.length === 0) return course.factors.nobody;
  return list(
    seats.map((seat) => {
      const order = reveal?.round === round ? reveal.orders[indexOf(view, seat)] : undefined;
      const name = seatName(view, seat);
      return order ? course.factors.order(name, orders.cards[order.action].name) : name;
    }),
  );
}

interface FactorNumber {
  readonly name: string;
  readonly value: Tenths;
  readonly change: Tenths | null;
  readonly subject: Subject;
}

function numbersOf(factor: PaperFactor, { view, factors, trends }: BoardProps): readonly FactorNumber[] {
  const { factors: speech } = words.value.course;
  const ofWorld = (key: 'opacity' | 'regime' | 'institutions' | 'competition'): FactorNumber => {
    const gauge = gaugeOf(view, key);
    return { name: gauge.name, value: gauge.value, change: changeOf(gauge), subject: gauge.subject };
  };
  if (factor === 'institutional') return [ofWorld('regime'), ofWorld('institutions')];
  if (factor === 'competitive') return [ofWorld('competition')];
  return [
    ofWorld('opacity'),
    lastOf(
      speech.barrier,
      trends.map(({ paths }) => paths.technical),
      { kind: 'path', path: 'technical' },
    ),
    lastOf(speech.gap, [factors.openingGap, ...factors.rounds.map(({ gap }) => gap)], { kind: 'gap' }),
  ];
}

function lastOf(name: string, history: readonly number[], subject: Subject): FactorNumber {
  const tenths = history.map((micro) => Math.round(micro / 1000));
  const [before, value] = [tenths.at(-2), tenths.at(-1) ?? 0];
  return { name, value, change: before === undefined ? null : value - before, subject };
}

function NumberLine({
  number: { name, value, change, subject },
  onWhy,
}: { readonly number: FactorNumber } & Pick<BoardProps, 'onWhy'>) {
  const inside = (
    <>
      <span>{name}</span> <b class="num">{points(value)}</b>{' '}
      <small class="num">{change === null ? '' : signedPoints(change)}</small>
    </>
  );
  return (
    <li>
      {onWhy ? (
        <button type="button" title={words.value.play.gauges.why(name)} onClick={() => onWhy(subject)}>
          {inside}
        </button>
      ) : (
        <span>{inside}</span>
      )}
    </li>
  );
}

function Together({ factors: { together } }: Pick<BoardProps, 'factors'>) {
  const { factors: speech } = words.value.course;
  return (
    <>
      <p class="factor-joint">{speech.joint}</p>
      <table class="factor-together">
        <caption>{speech.together}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{speech.rounds}</th>
            <th scope="col">{speech.dial}</th>
          </tr>
        </thead>
        <tbody>
          {together.map(({ rounds, dial }, count) => (
            <tr key={count}>
              <th scope="row">{speech.acted[count]}</th>
              <td class="num">{rounds}</td>
              <td class="num">{rounds === 0 ? '–' : signedPoints(dial / rounds / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="panel-note">{speech.note}</p>
    </>
  );
}
