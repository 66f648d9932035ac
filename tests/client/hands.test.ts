import { describe, expect, test } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { isFulfilled } from '../../client/panels/agreements/agreements.ts';
import {
  amending,
  carriedOver,
  newOffer,
  offeredTemplates,
} from '../../client/panels/agreements/offerDraft.ts';
import { lastForMe } from '../../client/panels/talk/answering.ts';
import { fetchWords } from '../../client/text/language.ts';
import {
  a,
  agreed,
  b,
  latest,
  propose,
  restraint,
  seal,
  table,
  termsOf,
  toNext,
} from '../session/bargaining.ts';

await fetchWords('en');

const seenBy = (state: SessionState, seat: string): View =>
  viewFor(state, { kind: 'delegate', seat, delegate: `person-${seat}` }, () => null);

const talkWithin: Clause = { kind: 'carryOut', action: 'dialogue', towards: 'parties', byRound: 2 };
const talkTo = (seat: string): Order => ({ action: 'dialogue', targets: [seat] });

describe('an offer in the making', () => {
  test('lives on in the next round, fitted to it', () => {
    const first = seenBy(table, a);
    const draft = newOffer(first, [b]);
    const next = seenBy(toNext(table), a);
    expect(carriedOver(next, draft)).toMatchObject({ partners: [b], fromRound: 2, untilRound: 4 });
  });

  test('becomes an offer of its own when the one it rewords has lapsed', () => {
    const offered = propose(table, [a, b], termsOf([restraint]));
    const draft = amending(seenBy(offered, b), latest(offered));
    expect(carriedOver(seenBy(offered, b), draft).amends).not.toBeNull();
    expect(carriedOver(seenBy(toNext(offered), b), draft)).toMatchObject({ amends: null, partners: [a] });
  });

  test('is offered no template whose card is not dealt in time', () => {
    const view = seenBy(table, a);
    const { own } = view;
    if (own === null) throw new Error('no seat');
    const without = own.open.filter((action) => action !== 'dialogue');
    const mute: View = { ...view, own: { ...own, open: without, later: [] } };
    expect(offeredTemplates(view, newOffer(view, [b]))).toContain('regional');
    expect(offeredTemplates(mute, newOffer(mute, [b]))).not.toContain('regional');
  });
});

describe('an agreement in force', () => {
  const both = agreed([a, b], termsOf([talkWithin]));
  const done = toNext(seal(both, a, talkTo(b)));

  test('binds until its deed is done, and then no more', () => {
    expect(isFulfilled(seenBy(both, a), latest(both))).toBe(false);
    expect(isFulfilled(seenBy(done, a), latest(done))).toBe(true);
    expect(isFulfilled(seenBy(done, b), latest(done))).toBe(false);
  });

  test('binds as long as a restraint runs', () => {
    const restrained = toNext(agreed([a, b], termsOf([restraint])));
    expect(isFulfilled(seenBy(restrained, a), latest(restrained))).toBe(false);
  });
});

describe('an answer', () => {
  const said = (id: number, phrase: MessageView['phrase'], text: string | null): MessageView => ({
    id,
    round: 1,
    phase: 'negotiation',
    channel: { kind: 'bilateral', with: a },
    seat: b,
    delegate: null,
    text,
    phrase,
    mentions: [],
  });

  test('is offered to what asks for one, and not to a courtesy', () => {
    const view = seenBy(table, a);
    const asked = said(1, 'proposeDialogue', null);
    expect(lastForMe(view, [asked])).toBe(asked);
    expect(lastForMe(view, [asked, said(2, 'thankYou', null)])).toBeNull();
    const more = said(3, 'thankYou', 'And now?');
    expect(lastForMe(view, [asked, more])).toBe(more);
  });
});
