import { apportion } from '#shared/lib/apportion.ts';
import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import type { Cause } from './causes.ts';
import type { Reason } from '#shared/model/reasons.ts';

const network: readonly Reason[] = ['exchange', 'common', 'dividend', 'pledge'];
const others: readonly Reason[] = ['damage', 'loss'];

/** The own points and their last change, as a link to their causes. */
export function PayoffButton({
  view,
  onWhy,
}: {
  readonly view: View;
  readonly onWhy: (subject: Subject) => void;
}) {
  const { why } = words.value;
  const { own } = view;
  if (!own) return null;
  return (
    <button
      type="button"
      class="gauge payoff"
      onClick={() => onWhy({ kind: 'seat', quantity: 'score', seat: own.seat })}
    >
      <span class="gauge-name">{why.payoff.title}</span>
      <b class="num">{points(own.score)}</b>
      <span class="change num">{own.payoff && signedPoints(own.payoff.total)}</span>
      {own.usual !== null && <small class="num">{words.value.play.brief.usual(points(own.usual))}</small>}
    </button>
  );
}

/** A payoff in three lines: what the network gives, what own measures give, what threats and others cost. */
export function PayoffLines({
  causes,
  total,
}: {
  readonly causes: readonly Cause[];
  readonly total: Tenths;
}) {
  const { payoff } = words.value.why;
  const sum = (isPart: (reason: Reason) => boolean): number =>
    causes.filter((cause) => isPart(cause.reason)).reduce((all, cause) => all + cause.delta, 0) / 1000;
  const raw = [
    sum((reason) => network.includes(reason)),
    sum((reason) => !network.includes(reason) && !others.includes(reason)),
    sum((reason) => others.includes(reason)),
  ];
  const shares = apportion(raw, total);
  const names = [payoff.network, payoff.measures, payoff.others];
  return (
    <>
      <ul class="payoff-lines">
        {names.map((name, index) => (
          <li key={name}>
            <span>{name}</span>
            <b class="num">{signedPoints(shares[index] ?? 0)}</b>
          </li>
        ))}
      </ul>
      <h3>{payoff.parts}</h3>
    </>
  );
}
