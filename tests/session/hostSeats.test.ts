import { describe, expect, it } from 'vitest';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import {
  after,
  decidingTable,
  delegateOf,
  emptyTable,
  eventsOf,
  fullTable,
  host,
  refusalOf,
  server,
} from './table.ts';

const move = { type: 'moveDelegate', delegate: 'person-aurelia', seat: 'meridia' } as const;
const remove = { type: 'removeDelegate', delegate: 'person-aurelia' } as const;

describe('moving somebody', () => {
  it('seats them at the other state; what was sealed stays', () => {
    const sealed = after(decidingTable(), delegateOf('aurelia'), {
      type: 'sealOrders',
      order: { action: 'commit' },
    });
    const state = after(sealed, host, move);
    expect(seatOfDelegate(state, 'person-aurelia')).toBe('meridia');
    expect(state.sealed['aurelia']).toBeDefined();
    const there = { kind: 'delegate', delegate: 'person-aurelia', seat: 'meridia' } as const;
    expect(
      after(state, there, { type: 'sealOrders', order: { action: 'hold' } }).sealed['meridia'],
    ).toBeDefined();
  });

  it('ends their say at the old one', () => {
    const state = after(decidingTable(), host, move);
    expect(
      refusalOf(state, delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'commit' } }),
    ).toEqual({ code: 'notAtTable' });
  });

  it('hands a covered empty seat to its first person', () => {
    let state = after(emptyTable(), delegateOf('aurelia'), {
      type: 'takeSeat',
      seat: 'aurelia',
      delegate: 'person-aurelia',
      name: null,
    });
    state = after(state, server, { type: 'coverSeat', seat: 'meridia', disposition: 'hold' });
    expect(eventsOf(state, host, move).map(({ type }) => type)).toEqual(['delegateMoved', 'seatHandedBack']);
  });

  it('is refused for strangers, for unknown states and for their current seat', () => {
    expect(refusalOf(fullTable(), host, { ...move, delegate: 'nobody' })).toEqual({
      code: 'unknownDelegate',
    });
    expect(refusalOf(fullTable(), host, { ...move, seat: 'atlantis' })).toEqual({ code: 'unknownSeat' });
    expect(refusalOf(fullTable(), host, { ...move, seat: 'aurelia' })).toEqual({ code: 'alreadyThere' });
  });
});

describe('removing somebody', () => {
  it('frees their place and is no ban', () => {
    const state = after(fullTable(), host, remove);
    expect(state.seats[0]?.delegates).toEqual([]);
    const again = { type: 'takeSeat', seat: 'aurelia', delegate: 'person-aurelia', name: null } as const;
    expect(after(state, delegateOf('aurelia'), again).seats[0]?.delegates).toHaveLength(1);
  });

  it('takes their raised hand along', () => {
    const up = after(fullTable(), delegateOf('aurelia'), { type: 'raiseHand', text: null, raised: true });
    expect(up.hands).toHaveLength(1);
    expect(after(up, host, remove).hands).toEqual([]);
  });
});
