import { describe, expect, test } from 'vitest';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import {
  agreedDraft,
  decidesAlone,
  delegateNames,
  ownPeople,
  selfOf,
} from '../../client/panels/brief/delegation.ts';
import { draftFrom, orderOf } from '../../client/panels/orders/orderInHand.ts';
import { after, decidingTable } from '../session/table.ts';
import { fetchWords } from '../../client/text/language.ts';
import { isSameOrder } from '#shared/session/vocabulary/sameOrder.ts';

await fetchWords('en');

const order = { action: 'dialogue', targets: ['meridia'] } as const;

/** Two people at Aurelia in the first decision; the second came late. */
function table(options: Partial<SessionOptions>): SessionState {
  const actor = { kind: 'delegate', delegate: 'late', seat: 'aurelia' } as const;
  const taken = { type: 'takeSeat', seat: 'aurelia', delegate: 'late', name: null } as const;
  return after(decidingTable(options), actor, taken);
}

function seen(state: SessionState, delegate: string): View {
  return viewFor(state, { kind: 'delegate', seat: 'aurelia', delegate }, () => null);
}

describe('a delegation on screen', () => {
  test('knows the person and who decides', () => {
    const head = seen(table({ decisionRule: 'head' }), 'person-aurelia');
    const other = seen(table({ decisionRule: 'head' }), 'late');
    expect([selfOf(head)?.role, selfOf(other)?.role]).toEqual(['head', 'negotiator']);
    expect([decidesAlone(head), decidesAlone(other)]).toEqual([true, false]);
    expect(decidesAlone(seen(table({}), 'late'))).toBe(true);
    expect(decidesAlone(seen(table({ decisionRule: 'majority' }), 'person-aurelia'))).toBe(false);
    expect(decidesAlone(seen(decidingTable({ decisionRule: 'majority' }), 'person-aurelia'))).toBe(true);
  });

  test('shows a watcher no people', () => {
    const watching = viewFor(table({}), { kind: 'observer' }, () => null);
    expect([ownPeople(watching), selfOf(watching)]).toEqual([[], null]);
  });

  test('finds the draft that the person agrees with, and names its supporters', () => {
    const actor = { kind: 'delegate', delegate: 'late', seat: 'aurelia' } as const;
    const drafted = after(table({}), actor, { type: 'draftOrder', order });
    expect(agreedDraft(seen(drafted, 'late'))?.order).toEqual(order);
    expect(agreedDraft(seen(drafted, 'person-aurelia'))).toBeNull();
    expect(delegateNames(seen(drafted, 'late'), ['late'])).toBe('you');
    expect(delegateNames(seen(drafted, 'person-aurelia'), ['late'])).toBe('unnamed');
  });

  test('recognises a prepared order as the one it came from', () => {
    const view = seen(table({}), 'late');
    const inHand = orderOf(view, draftFrom(order, null));
    expect(inHand !== null && isSameOrder(inHand, order)).toBe(true);
  });
});
