import { num } from '../../lib/at.ts';
import type { Quantity } from '../entries.ts';
import { MICRO } from '../micro.ts';
import type { WorldEffect } from '../world.ts';
import { eventHeading, heading, NO_INDEX } from './book.ts';
import { MOST_BARRIER } from './fragmentation.ts';
import type { IndexedEvent } from './moves.ts';
import type { Pass } from './pass.ts';
import { changeWithin, gain, lose } from './pass.ts';

/**
 * Events of the world at the start of a round: incidents, technical splits and diplomatic turns, one after the other; the lock
 * does not damp them. [cai-zhang §1, §2.3] [model D.5]
 */
export function applyEvents(pass: Pass): void {
  for (const event of pass.events) for (const effect of event.effects) strike(pass, event, effect);
}

function strike(pass: Pass, event: IndexedEvent, effect: WorldEffect): void {
  if (effect.kind === 'blame') {
    blame(pass, event);
    return;
  }
  const amount = effect.amount / MICRO;
  switch (effect.kind) {
    case 'competition':
    case 'institutions':
    case 'regime':
    case 'opacity':
      within(pass, event, effect.kind, [0], () => amount, 1);
      return;
    case 'barrier':
      within(pass, event, 'barrier', pairsOf(pass.n), () => amount, MOST_BARRIER);
      return;
    case 'shock':
      within(
        pass,
        event,
        'shock',
        pass.standing.profiles.exposure.keys(),
        (i) => amount * felt(pass, i),
        ENOUGH,
      );
      return;
    case 'shockVictim':
      if (event.victim !== NO_INDEX) within(pass, event, 'shock', [event.victim], () => amount, ENOUGH);
      return;
    case 'trust':
      shiftTrust(pass, event, amount);
  }
}

/** Shocks are capped only at the end of a pass, after they have taken effect. */
const ENOUGH = Number.MAX_VALUE;

/** Share of a shock that a seat feels: half without exposure, all of it at full exposure. */
function felt(pass: Pass, seat: number): number {
  return 0.5 + 0.5 * num(pass.standing.profiles.exposure, seat);
}

function within(
  pass: Pass,
  { reason, place }: IndexedEvent,
  quantity: Quantity,
  indices: Iterable<number>,
  amount: (index: number) => number,
  high: number,
): void {
  const under = eventHeading(pass.book, reason, quantity, place);
  for (const index of indices) changeWithin(pass, index, [{ under, amount: amount(index) }], 0, high);
}

function pairsOf(n: number): readonly number[] {
  const pairs: number[] = [];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs.push(i * n + j);
  return pairs;
}

/** Changes everybody's trust in everybody; counted with the other gains and losses of the pass, under their caps. */
function shiftTrust(pass: Pass, { reason, place }: IndexedEvent, amount: number): void {
  const under = eventHeading(pass.book, reason, 'trust', place);
  for (let i = 0; i < pass.n; i++) {
    for (let j = 0; j < pass.n; j++) {
      if (i === j) continue;
      if (amount > 0) gain(pass, under, i, j, amount);
      else lose(pass, under, i, j, -amount);
    }
  }
}

/** The victim distrusts whoever is blamed, the more the more opaque technology is. [cai-zhang §2.1] */
function blame(pass: Pass, { victim, blamed }: IndexedEvent): void {
  if (victim === NO_INDEX || blamed === NO_INDEX) return;
  const { p, book } = pass;
  lose(pass, heading(book, 'blamedIntrusion', 'trust'), victim, blamed, p.lambda * p.lBlame * pass.opacity0);
}
