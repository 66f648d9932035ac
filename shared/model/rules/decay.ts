import { at, int, num } from '../../lib/at.ts';
import { type Heading, heading } from './book.ts';
import { baseOf } from './cells.ts';
import type { Pass } from './pass.ts';
import { change } from './pass.ts';

/** Shock fades; the first step of a pass. [model D.3 step 1] */
export function fadeShocks(pass: Pass): void {
  const faded = heading(pass.book, 'shockFaded', 'shock');
  const { shock } = pass.standing;
  for (let i = 0; i < pass.n; i++) change(pass, faded, i, -pass.p.shockFade * num(shock, i));
}

/** Natural growth of development. [model D.3 step 11] */
export function growDevelopment(pass: Pass): void {
  const grown = heading(pass.book, 'naturalGrowth', 'development');
  const { development } = pass.standing;
  for (let i = 0; i < pass.n; i++) change(pass, grown, i, pass.p.devNat * (1 - num(development, i)));
}

/** Measures wear off unless they are renewed. [richardson-1960] [model D.3 step 13] */
export function wearOffMeasures(pass: Pass): void {
  const { n, p, book, standing } = pass;
  const looser = heading(book, 'fatigue', 'restriction');
  for (let pair = 0; pair < n * n; pair++) {
    const held = num(standing.restriction, pair);
    if (held !== 0) change(pass, looser, pair, -p.decayM * held);
  }
  wearOff(pass, heading(book, 'fatigue', 'localization'), standing.localization, p.decayL);
  wearOff(pass, heading(book, 'fatigue', 'force'), standing.force, p.decayO);
  wearOff(pass, heading(book, 'fatigue', 'defence'), standing.defence, p.decayD);
}

function wearOff(pass: Pass, weaker: Heading, stock: Float64Array, rate: number): void {
  for (let i = 0; i < pass.n; i++) change(pass, weaker, i, -rate * num(stock, i));
}

/** Caps shock at 1 and takes the excess back from its causes in proportion. [model D.3 step 15] */
export function limitShocks(pass: Pass): void {
  const { shock } = pass.standing;
  for (let i = 0; i < pass.n; i++) {
    const over = num(shock, i) - 1;
    if (over <= 0) continue;
    const rest = num(pass.start.shock, i) * (1 - pass.p.shockFade) - soothed(pass, i);
    scaleBlows(pass, i, (1 - rest) / (1 + over - rest));
    shock[i] = 1;
  }
}

/** How much events of this pass lowered the shock of a state. */
function soothed({ n, book }: Pass, seat: number): number {
  const shaken = baseOf('shock', n) + seat;
  let sum = 0;
  for (let k = book.from; k < book.count; k++) {
    const amount = num(book.amount, k);
    if (int(book.cell, k) !== shaken || amount >= 0) continue;
    if (at(book.headings, int(book.under, k)).reason !== 'shockFaded') sum -= amount;
  }
  return sum;
}

function scaleBlows({ n, book }: Pass, seat: number, share: number): void {
  const shaken = baseOf('shock', n) + seat;
  for (let k = book.from; k < book.count; k++) {
    const amount = num(book.amount, k);
    if (int(book.cell, k) === shaken && amount > 0) book.amount[k] = amount * share;
  }
}
