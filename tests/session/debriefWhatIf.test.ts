import { describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { replay } from '#shared/log/replay.ts';
import { HOLD } from '#shared/model/actions.ts';
import { branchAsRecorded } from '#shared/run/branch.ts';
import { decide } from '#shared/session/decide.ts';
import { findingsOf } from '#shared/session/findings/findings.ts';
import { brokenPromises } from '#shared/session/findings/broken.ts';
import { viewFor } from '#shared/session/view.ts';
import { debriefOf } from '#shared/session/views/debrief.ts';
import { myNotesOf } from '#shared/session/views/notes.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { BetWay, WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed } from '../log/playedLog.ts';
import { quarrel, quarrelLog } from '../log/quarrelLog.ts';
import { after, delegateOf, host } from './table.ts';

const log = parsed(quarrelLog());
const { states } = replay(log);
const ended = at(states, states.length - 1);
const person = (seat: string): Actor => ({ kind: 'delegate', delegate: `person-${seat}`, seat });
const proposal: WhatIfProposal = { about: 'promise', round: 3, orders: { [quarrel.by]: HOLD } };
const put = after(after(ended, host, { type: 'setDebriefStep', step: 'whatIf' }), host, {
  type: 'proposeWhatIf',
  proposal,
});
const refusal = (state: SessionState, actor: Actor, command: Parameters<typeof decide>[2]) => {
  const decided = decide(state, actor, command);
  return decided.ok ? null : decided.failure.code;
};
const bet = (state: SessionState, seat: string, way: BetWay): SessionState =>
  after(state, person(seat), { type: 'betOnWhatIf', way });
const seen = (state: SessionState) => debriefOf(state, () => null)?.whatIf ?? null;

describe('the changes that a debrief offers', () => {
  const { offers, pivotal } = findingsOf(ended);

  test('are the pivotal order as hold, and the promise kept whose breach cost most', () => {
    const first = at(pivotal.top, 0);
    expect(offers).toEqual([
      { about: 'pivotal', round: first.round, orders: { [first.seat]: HOLD } },
      proposal,
    ]);
  });

  test('really keep the promise in the branch', () => {
    expect(brokenPromises(ended).map(({ by, round }) => [by, round])).toEqual([[quarrel.by, 3]]);
    const branch = branchAsRecorded(log, { round: proposal.round, orders: proposal.orders }, sha256);
    if ('code' in branch) throw new Error(branch.code);
    expect(brokenPromises(branch.session.state)).toEqual([]);
  });
});

describe('a change that is put to the class', () => {
  test('is about a round that counts and states that there are', () => {
    const propose = (over: Partial<WhatIfProposal>) =>
      refusal(ended, host, { type: 'proposeWhatIf', proposal: { ...proposal, ...over } });
    expect(propose({})).toBeNull();
    expect(propose({ round: 9 })).toBe('nothingToShow');
    expect(propose({ orders: {} })).toBe('nothingToShow');
    expect(propose({ orders: { nobody: HOLD } })).toBe('nothingToShow');
    expect(refusal(ended, host, { type: 'showWhatIf' })).toBe('nothingToShow');
  });

  test('takes one bet a person, which may be changed, and tells nobody how others bet', () => {
    const two = bet(bet(bet(put, 'aurelia', 'up'), 'meridia', 'down'), 'aurelia', 'same');
    expect(seen(two)).toEqual({ ...proposal, betters: 2, bets: null });
    const own = myNotesOf(two, { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' }, () => null);
    expect(own.ok && own.answer.bet).toBe('same');
    for (const viewer of [{ kind: 'observer' }, { kind: 'host' }] as const)
      expect(JSON.stringify(viewFor(two, viewer, () => null).table.debrief)).not.toContain('person-');
  });

  test('shows the bets with the answer, and then takes no more', () => {
    const shown = after(bet(bet(put, 'aurelia', 'up'), 'meridia', 'down'), host, { type: 'showWhatIf' });
    expect(seen(shown)?.bets).toEqual({ up: 1, same: 0, down: 1 });
    expect(refusal(shown, person('concordia'), { type: 'betOnWhatIf', way: 'up' })).toBe('debriefNotThere');
  });

  test('begins anew with another change', () => {
    const again = after(bet(put, 'aurelia', 'up'), host, {
      type: 'proposeWhatIf',
      proposal: { ...proposal, about: 'own', round: 1 },
    });
    expect(seen(again)).toMatchObject({ about: 'own', round: 1, betters: 0, bets: null });
  });

  test('takes no bet before it is put, nor from somebody who has no seat', () => {
    expect(refusal(ended, person('aurelia'), { type: 'betOnWhatIf', way: 'up' })).toBe('debriefNotThere');
    const stranger: Actor = { kind: 'delegate', delegate: 'stranger', seat: 'aurelia' };
    expect(refusal(put, stranger, { type: 'betOnWhatIf', way: 'up' })).toBe('notAtTable');
    expect(refusal(put, delegateOf('aurelia'), { type: 'showWhatIf' })).toBe('notYourCommand');
  });
});
