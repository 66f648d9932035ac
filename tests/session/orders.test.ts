import { describe, expect, it } from 'vitest';
import { after, decidingTable, delegateOf, fullTable, host, refusalOf } from './table.ts';

const commit = { type: 'sealOrders', order: { action: 'commit' } } as const;
const aurelia = delegateOf('aurelia');

describe('sealing', () => {
  it('keeps the later of two orders', () => {
    const once = after(decidingTable(), aurelia, commit);
    const twice = after(once, aurelia, { type: 'sealOrders', order: { action: 'harden' } });
    expect(twice.sealed).toEqual({ aurelia: { order: { action: 'harden' }, expects: null } });
  });

  it('can be withdrawn', () => {
    const sealed = after(decidingTable(), aurelia, commit);
    expect(after(sealed, aurelia, { type: 'withdrawOrders' }).sealed).toEqual({});
    expect(refusalOf(decidingTable(), aurelia, { type: 'withdrawOrders' })).toEqual({
      code: 'nothingSealed',
    });
  });

  it('belongs to the decision phase', () => {
    const briefing = after(fullTable(), host, { type: 'startSession' });
    expect(refusalOf(briefing, aurelia, commit)).toEqual({ code: 'wrongPhase' });
  });

  it('refuses what the rules refuse', () => {
    const refusal = refusalOf(decidingTable(), aurelia, {
      type: 'sealOrders',
      order: { action: 'restrict', targets: ['aurelia'] },
    });
    expect(refusal).toEqual({ code: 'orderIllegal', fault: 'selfTarget' });
  });

  it('refuses a card that is not dealt yet', () => {
    const refusal = refusalOf(decidingTable({ openDeck: false }), aurelia, {
      type: 'sealOrders',
      order: { action: 'localize' },
    });
    expect(refusal).toEqual({ code: 'cardNotOpen' });
  });

  it('refuses people of other states', () => {
    const stranger = { kind: 'delegate', delegate: 'stranger', seat: 'aurelia' } as const;
    expect(refusalOf(decidingTable(), stranger, commit)).toEqual({ code: 'notAtTable' });
  });

  it('refuses a person while a bot covers the seat', () => {
    const covered = after(decidingTable(), host, {
      type: 'coverSeat',
      seat: 'aurelia',
      disposition: 'hold',
    });
    expect(refusalOf(covered, aurelia, commit)).toEqual({ code: 'seatCovered' });
  });

  it('keeps what is expected of a rival, never of oneself', () => {
    const expects = { seat: 'meridia', family: 'securitize' } as const;
    expect(after(decidingTable(), aurelia, { ...commit, expects }).sealed['aurelia']?.expects).toEqual(
      expects,
    );
    expect(
      refusalOf(decidingTable(), aurelia, { ...commit, expects: { seat: 'aurelia', family: 'none' } }),
    ).toEqual({ code: 'ownExpectation' });
  });
});

describe('the reveal', () => {
  it('shows what was sealed and lets the rest hold', () => {
    const sealed = after(decidingTable(), aurelia, commit);
    const revealed = after(sealed, host, { type: 'closePhase', because: 'host' });
    const [record] = revealed.rounds;
    expect(record?.orders['aurelia']).toEqual({ action: 'commit' });
    expect(record?.orders['meridia']).toEqual({ action: 'hold' });
    expect(revealed.sealed).toEqual({});
  });

  it('counts the bets', () => {
    const bet = after(decidingTable(), aurelia, { type: 'betOnDial', band: 4 });
    const revealed = after(bet, host, { type: 'closePhase', because: 'host' });
    expect(revealed.rounds[0]?.bets).toEqual({ aurelia: 4 });
  });
});
