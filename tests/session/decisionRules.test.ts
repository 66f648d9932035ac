import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, eventsOf, host, refusalOf, server } from './table.ts';
import { at, commit, deciding, draft, harden, revealed, seal, seated } from './delegationTable.ts';

describe('drafts', () => {
  it('are agreed with by drafting the same, with one at most each', () => {
    let state = after(deciding(3), at('ann'), draft(commit));
    state = after(state, at('ben'), draft(harden));
    state = after(state, at('cem'), draft(commit));
    expect(state.drafts['aurelia']).toEqual([
      { order: commit, expects: null, agreed: ['ann', 'cem'] },
      { order: harden, expects: null, agreed: ['ben'] },
    ]);
    state = after(state, at('ben'), draft(commit));
    expect(state.drafts['aurelia']?.map(({ agreed }) => agreed)).toEqual([['ann', 'cem', 'ben']]);
    expect(state.sealed).toEqual(deciding(3).sealed);
  });

  it('are refused as orders are, and from people of other states', () => {
    const restrict: Command = { type: 'draftOrder', order: { action: 'restrict', targets: ['aurelia'] } };
    expect(refusalOf(deciding(2), at('ann'), restrict)).toEqual({
      code: 'orderIllegal',
      fault: 'selfTarget',
    });
    expect(refusalOf(deciding(2), at('stranger'), draft(commit))).toEqual({ code: 'notAtTable' });
    expect(refusalOf(deciding(2), at('ann'), { type: 'withdrawDraft' })).toEqual({ code: 'noDraft' });
  });

  it('go with their person, with the round and with a step back', () => {
    const state = after(deciding(2), at('ben'), draft(commit));
    const gone = after(state, host, { type: 'removeDelegate', delegate: 'ben' });
    const moved = after(state, host, { type: 'moveDelegate', delegate: 'ben', seat: 'meridia' });
    expect([gone.drafts['aurelia'], moved.drafts['aurelia']]).toEqual([[], []]);
    const closed = after(state, host, { type: 'closePhase', because: 'host' });
    expect(closed.drafts).toEqual({});
    expect(after(closed, host, { type: 'stepBack' }).drafts).toEqual({});
  });

  it('are seen by the own delegation alone', () => {
    const state = after(deciding(2), at('ben'), draft(commit));
    const own = viewFor(state, { kind: 'delegate', seat: 'aurelia', delegate: 'ann' }, () => null);
    expect(own.own?.drafts).toEqual([{ order: commit, agreed: ['ben'] }]);
    const rival = viewFor(
      state,
      { kind: 'delegate', seat: 'meridia', delegate: 'person-meridia' },
      () => null,
    );
    expect(rival.own?.drafts).toEqual([]);
    expect(rival.table).toEqual(viewFor(deciding(2), { kind: 'observer' }, () => null).table);
  });
});

describe('if anyone decides', () => {
  it('each may seal and reopen; a draft alone seals nothing', () => {
    const state = after(deciding(2), at('ben'), seal(commit));
    expect(after(state, at('ann'), { type: 'withdrawOrders' }).sealed['aurelia']).toBeUndefined();
    expect(revealed(after(deciding(2), at('ann'), draft(commit)))).toBe('hold');
  });
});

describe('if the head decides', () => {
  const table = () => deciding(3, { decisionRule: 'head' });

  it('only the head seals and reopens', () => {
    expect(refusalOf(table(), at('ben'), seal(commit))).toEqual({ code: 'headSeals' });
    const sealed = after(table(), at('ann'), seal(commit));
    expect(refusalOf(sealed, at('ben'), { type: 'withdrawOrders' })).toEqual({ code: 'headSeals' });
    expect(after(sealed, at('ann'), { type: 'withdrawOrders' }).sealed['aurelia']).toBeUndefined();
  });

  it('the new head does once the head has passed', () => {
    const passed = after(table(), server, { type: 'passHead', seat: 'aurelia', delegate: 'cem' });
    expect(refusalOf(passed, at('ann'), seal(commit))).toEqual({ code: 'headSeals' });
    expect(after(passed, at('cem'), seal(commit)).sealed['aurelia']?.order).toEqual(commit);
  });

  it('the draft the head agrees with counts at the end, others never', () => {
    const others = after(after(table(), at('ben'), draft(commit)), at('cem'), draft(commit));
    expect(revealed(others)).toBe('hold');
    expect(revealed(after(others, at('ann'), draft(harden)))).toBe('harden');
  });

  it('a person alone seals', () => {
    const alone = deciding(1, { decisionRule: 'head' });
    expect(after(alone, at('ann'), seal(commit)).sealed['aurelia']?.order).toEqual(commit);
  });
});

describe('if a majority decides', () => {
  const table = (people = 3) => deciding(people, { decisionRule: 'majority' });

  it('an order seals itself once more than half agree, and says so in the log', () => {
    const one = after(table(), at('ann'), draft(commit));
    expect(one.sealed['aurelia']).toBeUndefined();
    const events = eventsOf(one, at('ben'), draft(commit));
    expect(events.map(({ type }) => type)).toEqual(['orderDrafted', 'ordersSealed']);
    expect(refusalOf(one, at('ann'), seal(commit))).toEqual({ code: 'majoritySeals' });
  });

  it('half is not enough', () => {
    const half = after(after(table(4), at('ann'), draft(commit)), at('ben'), draft(commit));
    expect(half.sealed['aurelia']).toBeUndefined();
    expect(after(half, at('cem'), draft(commit)).sealed['aurelia']?.order).toEqual(commit);
  });

  it('the seal breaks when one of it takes the agreement back, and moves when the majority does', () => {
    const sealed = after(after(table(), at('ann'), draft(commit)), at('ben'), draft(commit));
    expect(after(sealed, at('ben'), { type: 'withdrawDraft' }).sealed['aurelia']).toBeUndefined();
    const turned = after(sealed, at('cem'), draft(harden));
    expect(turned.sealed['aurelia']?.order).toEqual(commit);
    expect(after(turned, at('ben'), draft(harden)).sealed['aurelia']?.order).toEqual(harden);
    expect(refusalOf(sealed, at('ann'), { type: 'withdrawOrders' })).toEqual({ code: 'majoritySeals' });
  });

  it('a newcomer’s draft does not break what somebody sealed alone', () => {
    const alone = after(table(1), at('ann'), seal(commit));
    const joined = seated(alone, 'ben');
    expect(after(joined, at('ben'), draft(harden)).sealed['aurelia']?.order).toEqual(commit);
  });

  const gone: Command = { type: 'removeDelegate', delegate: 'dia' };

  it('a departure that turns the support there is into a majority seals at once', () => {
    const half = after(after(table(4), at('ann'), draft(commit)), at('ben'), draft(commit));
    const away: Command = { type: 'moveDelegate', delegate: 'dia', seat: 'meridia' };
    for (const leaving of [gone, away]) {
      expect(eventsOf(half, host, leaving).at(-1)).toMatchObject({
        type: 'ordersSealed',
        seat: 'aurelia',
        order: commit,
      });
    }
    expect(after(half, host, gone).sealed['aurelia']?.order).toEqual(commit);
  });

  it('a departure breaks no seal, and seals nothing without a majority or by another rule', () => {
    const sealed = after(after(table(3), at('ann'), draft(commit)), at('ben'), draft(commit));
    const left = after(sealed, host, { type: 'removeDelegate', delegate: 'ben' });
    expect(left.sealed['aurelia']?.order).toEqual(commit);
    const one = after(table(4), at('ann'), draft(commit));
    expect(eventsOf(one, host, gone).map(({ type }) => type)).toEqual(['delegateRemoved']);
    const byHead = after(deciding(2, { decisionRule: 'head' }), at('ann'), draft(commit));
    const removed = eventsOf(byHead, host, { type: 'removeDelegate', delegate: 'ben' });
    expect(removed.map(({ type }) => type)).toEqual(['delegateRemoved']);
  });

  it('at the end the draft with most support counts, among equals the head’s', () => {
    const two = after(after(table(4), at('cem'), draft(harden)), at('dia'), draft(harden));
    expect(revealed(after(two, at('ann'), draft(commit)))).toBe('harden');
    const even = after(after(table(4), at('cem'), draft(harden)), at('ann'), draft(commit));
    expect(revealed(even)).toBe('commit');
  });
});

describe('signing', () => {
  const propose: Command = {
    type: 'proposeAgreement',
    parties: ['aurelia', 'meridia'],
    terms: { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1, untilRound: 2 },
    secrecy: 'public',
  };
  const sign: Command = { type: 'signAgreement', agreement: 'public-1', wording: 1 };

  it('is up to the head if the head decides', () => {
    const table = deciding(2, { decisionRule: 'head' });
    expect(refusalOf(table, at('ben'), propose)).toEqual({ code: 'headSigns' });
    const offered = after(table, at('person-meridia', 'meridia'), propose);
    expect(refusalOf(offered, at('ben'), sign)).toEqual({ code: 'headSigns' });
    expect(after(offered, at('ann'), sign).agreements[0]?.status).toBe('inForce');
  });

  it('stays with the state it was given for when its author is moved', () => {
    const offered = after(
      ['eli', 'fay'].reduce(
        (state, one) => seated(state, one, 'meridia'),
        deciding(3, { decisionRule: 'majority' }),
      ),
      at('ann'),
      propose,
    );
    const moved = after(offered, host, { type: 'moveDelegate', delegate: 'ann', seat: 'meridia' });
    const once = after(moved, at('eli', 'meridia'), sign);
    expect(once.agreements[0]?.signed).toEqual([]);
    const own = after(once, at('ann', 'meridia'), sign);
    expect(own.agreements[0]?.signed).toEqual([]);
    expect(after(own, at('fay', 'meridia'), sign).agreements[0]?.signed).toEqual(['meridia']);
  });

  it('counts once more than half have signed the wording if a majority decides', () => {
    const offered = after(
      deciding(3, { decisionRule: 'majority' }),
      at('person-meridia', 'meridia'),
      propose,
    );
    const once = after(offered, at('ann'), sign);
    expect(once.agreements[0]?.signed).toEqual(['meridia']);
    expect(refusalOf(once, at('ann'), sign)).toEqual({ code: 'signedAlready' });
    const own = viewFor(once, { kind: 'delegate', seat: 'aurelia', delegate: 'ben' }, () => null).own;
    expect(own?.endorsed).toEqual([{ agreement: 'public-1', delegates: ['ann'] }]);
    expect(after(once, at('cem'), sign).agreements[0]?.status).toBe('inForce');
  });

  it('does not follow from wording an offer, and starts again with each wording', () => {
    const offered = after(deciding(3, { decisionRule: 'majority' }), at('ben'), propose);
    expect(offered.agreements[0]?.signed).toEqual([]);
    const worded = after(offered, at('cem'), {
      type: 'amendAgreement',
      agreement: 'public-1',
      wording: 1,
      terms: { clauses: [{ kind: 'noListing' }], force: 'pledge', fromRound: 1, untilRound: 2 },
    });
    expect(worded.agreements[0]?.signed).toEqual([]);
    const second = after(worded, at('ann'), { ...sign, wording: 2 });
    expect(second.agreements[0]?.signed).toEqual(['aurelia']);
  });

  it('is taken back by the head alone', () => {
    const withdraw: Command = { type: 'withdrawAgreement', agreement: 'public-1' };
    const offered = after(deciding(3, { decisionRule: 'majority' }), at('ben'), propose);
    expect(refusalOf(offered, at('ben'), withdraw)).toEqual({ code: 'headSigns' });
    expect(after(offered, at('ann'), withdraw).agreements[0]?.status).toBe('withdrawn');
  });
});
