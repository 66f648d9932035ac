import { describe, expect, it } from 'vitest';
import { after, delegateOf, emptyTable, eventsOf, fullTable, host, refusalOf, server } from './table.ts';

const takeAurelia = { type: 'takeSeat', seat: 'aurelia', delegate: 'person-aurelia', name: null } as const;

describe('sitting down', () => {
  it('seats a person', () => {
    const state = after(emptyTable(), delegateOf('aurelia'), takeAurelia);
    expect(state.seats[0]?.delegates).toEqual([{ id: 'person-aurelia', name: null, role: 'head' }]);
  });

  it('refuses a seat that is not at this table', () => {
    expect(refusalOf(emptyTable(), delegateOf('atlantis'), { ...takeAurelia, seat: 'atlantis' })).toEqual({
      code: 'unknownSeat',
    });
  });

  it('refuses a second chair to one person', () => {
    const state = after(emptyTable(), delegateOf('aurelia'), takeAurelia);
    expect(refusalOf(state, delegateOf('aurelia'), { ...takeAurelia, seat: 'meridia' })).toEqual({
      code: 'alreadyAtTable',
    });
  });

  it('holds at most six people', () => {
    let state = emptyTable();
    for (let k = 0; k < 6; k++) {
      state = after(state, delegateOf('aurelia'), { ...takeAurelia, delegate: `p${k}` });
    }
    expect(refusalOf(state, delegateOf('aurelia'), { ...takeAurelia, delegate: 'p6' })).toEqual({
      code: 'seatFull',
    });
  });

  it('lets nobody but the person take a chair', () => {
    expect(refusalOf(emptyTable(), host, takeAurelia)).toEqual({ code: 'notYourCommand' });
  });

  it('hands a covered empty seat to its first person', () => {
    const covered = after(emptyTable(), server, {
      type: 'coverSeat',
      seat: 'aurelia',
      disposition: 'hedger',
    });
    expect(eventsOf(covered, delegateOf('aurelia'), takeAurelia).map(({ type }) => type)).toEqual([
      'seatTaken',
      'seatHandedBack',
    ]);
  });
});

describe('bots at a seat', () => {
  const cover = { type: 'coverSeat', seat: 'aurelia', disposition: 'free-rider' } as const;

  it('cover a seat and hand it back', () => {
    const covered = after(fullTable(), host, cover);
    expect(covered.seats[0]?.bot).toBe('free-rider');
    expect(after(covered, host, { type: 'handBackSeat', seat: 'aurelia' }).seats[0]?.bot).toBeNull();
  });

  it('cover a seat once', () => {
    expect(refusalOf(after(fullTable(), host, cover), host, cover)).toEqual({ code: 'seatCovered' });
  });

  it('have no one to hand an empty seat back to', () => {
    const covered = after(emptyTable(), host, cover);
    expect(refusalOf(covered, host, { type: 'handBackSeat', seat: 'aurelia' })).toEqual({
      code: 'noOneToHandBackTo',
    });
  });
});
