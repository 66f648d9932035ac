import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { after, host, refusalOf, server } from './table.ts';
import { at, lobby, rolesOf, seated } from './delegationTable.ts';

describe('a delegation', () => {
  it('seats as many as the session says, and refuses the next', () => {
    const full = lobby(2, { delegationSize: 2 });
    const third: Command = { type: 'takeSeat', seat: 'aurelia', delegate: 'cem', name: null };
    expect(refusalOf(full, at('cem'), third)).toEqual({ code: 'seatFull' });
    const elsewhere = seated(full, 'cem', 'meridia');
    const move: Command = { type: 'moveDelegate', delegate: 'cem', seat: 'aurelia' };
    expect(refusalOf(elsewhere, host, move)).toEqual({ code: 'seatFull' });
  });

  it('seats six where nothing is said', () => {
    const six = ['e', 'f'].reduce((state, one) => seated(state, one), lobby(4));
    expect(six.seats[0]?.delegates).toHaveLength(6);
    const seventh: Command = { type: 'takeSeat', seat: 'aurelia', delegate: 'g', name: null };
    expect(refusalOf(six, at('g'), seventh)).toEqual({ code: 'seatFull' });
  });

  it('has roles in the order of arrival, advisers last', () => {
    const five = seated(lobby(4), 'eve');
    expect(rolesOf(five)).toEqual([
      'ann head',
      'ben negotiator',
      'cem security',
      'dia economy',
      'eve adviser',
    ]);
  });

  it('makes the next arrival head when the head is removed or moved', () => {
    const removed = after(lobby(3), host, { type: 'removeDelegate', delegate: 'ann' });
    expect(rolesOf(removed)).toEqual(['ben head', 'cem security']);
    const moved = after(lobby(3), host, { type: 'moveDelegate', delegate: 'ann', seat: 'meridia' });
    expect(rolesOf(moved)).toEqual(['ben head', 'cem security']);
    expect(moved.seats.find(({ id }) => id === 'meridia')?.delegates[0]?.role).toBe('head');
  });

  it('fills the first free role with a newcomer', () => {
    const gap = after(lobby(3), host, { type: 'removeDelegate', delegate: 'ben' });
    expect(rolesOf(seated(gap, 'eve'))).toEqual(['ann head', 'cem security', 'eve negotiator']);
  });
});

describe('roles', () => {
  const give = (delegate: string, role: 'head' | 'economy' | 'adviser'): Command => ({
    type: 'setRole',
    delegate,
    role,
  });

  it('are swapped by the head or the host', () => {
    expect(rolesOf(after(lobby(3), at('ann'), give('cem', 'head')))).toEqual([
      'ann security',
      'ben negotiator',
      'cem head',
    ]);
    expect(rolesOf(after(lobby(2), host, give('ben', 'economy')))).toEqual(['ann head', 'ben economy']);
  });

  it('are not given by others, to strangers, or twice', () => {
    expect(refusalOf(lobby(3), at('ben'), give('ben', 'head'))).toEqual({ code: 'headOnly' });
    expect(refusalOf(lobby(3), host, give('nobody', 'head'))).toEqual({ code: 'unknownDelegate' });
    expect(refusalOf(lobby(3), host, give('ann', 'head'))).toEqual({ code: 'roleHeld' });
    expect(refusalOf(seated(lobby(2), 'x', 'meridia'), at('ann'), give('x', 'economy'))).toEqual({
      code: 'headOnly',
    });
  });

  it('never leave a delegation without a head', () => {
    expect(refusalOf(lobby(2), at('ann'), give('ann', 'economy'))).toEqual({ code: 'headNeeded' });
    expect(refusalOf(lobby(2), at('ann'), give('ann', 'adviser'))).toEqual({ code: 'headNeeded' });
  });

  it('pass on when the server says that the head is gone', () => {
    const pass = (delegate: string, seat = 'aurelia'): Command => ({ type: 'passHead', seat, delegate });
    expect(rolesOf(after(lobby(3), server, pass('cem')))).toEqual([
      'ann security',
      'ben negotiator',
      'cem head',
    ]);
    expect(refusalOf(lobby(2), server, pass('ann'))).toEqual({ code: 'roleHeld' });
    expect(refusalOf(lobby(2), server, pass('nobody'))).toEqual({ code: 'unknownDelegate' });
    expect(refusalOf(lobby(2), server, pass('ann', 'atlantis'))).toEqual({ code: 'unknownSeat' });
  });
});
