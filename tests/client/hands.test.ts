import { describe, expect, test } from 'vitest';
import { payoffParts } from '#shared/model/world.ts';
import type { Order } from '#shared/model/actions.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import type { BlocView, MessageView, View } from '#shared/session/views/tableView.ts';
import { isFulfilled } from '../../client/panels/agreements/agreements.ts';
import {
  amending,
  carriedOver,
  fitted,
  fromTemplate,
  newOffer,
  offeredTemplates,
} from '../../client/panels/agreements/offerDraft.ts';
import { lastForMe } from '../../client/panels/talk/answering.ts';
import { missingOf } from '../../client/panels/brief/ObjectiveList.tsx';
import { blocName } from '../../client/panels/lookup.ts';
import { forecastOf } from '../../client/panels/orders/forecast.ts';
import { deedsOfBot } from '../../client/screens/play/BotBanner.tsx';
import { after, decidingTable, delegateOf, host, refusalOf } from '../session/table.ts';
import { fetchWords } from '../../client/text/language.ts';
import {
  a,
  agreed,
  b,
  c,
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
  test('survives into the next round, adjusted to it', () => {
    const first = seenBy(table, a);
    const draft = newOffer(first, [b]);
    const next = seenBy(toNext(table), a);
    expect(carriedOver(next, draft)).toMatchObject({ partners: [b], fromRound: 2, untilRound: 4 });
  });

  test('becomes a new offer if the one it rewords has lapsed', () => {
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

describe('where only pledges can be made', () => {
  test('a ready-made agreement that binds elsewhere is a pledge, from this round on', () => {
    const [open, pledging] = [{}, { pledgesOnly: true }].map((options) => seenBy(decidingTable(options), a));
    if (open === undefined || pledging === undefined) throw new Error('no view');
    const drafted = (view: View) => fromTemplate(view, newOffer(view, [b]), 'cables');
    expect(drafted(open)).toMatchObject({ force: 'binding', fromRound: 2 });
    expect(drafted(pledging)).toMatchObject({ force: 'pledge', fromRound: 1 });
    expect(fitted(pledging, { ...newOffer(pledging, [b]), force: 'binding' }).force).toBe('pledge');
  });
});

describe('a capacity fund', () => {
  test('is for a party, whoever the partners become', () => {
    const view = seenBy(table, a);
    const draft = fromTemplate(view, newOffer(view, [b]), 'fund');
    const changed = fitted(view, { ...draft, partners: [c] });
    expect(changed.clauses).toMatchObject([{ kind: 'fund', to: c }]);
  });
});

describe('an objective', () => {
  test('says what is missing, until it is reached', () => {
    const shield = { id: 'shield', reached: 449, goal: 450, barred: false, done: false, about: [] } as const;
    expect(missingOf(shield)).toBe(' · 0.1 to go');
    expect(missingOf({ ...shield, reached: 451, done: true })).toBe('');
  });
});

describe('two groups on one subject', () => {
  test('never share a name', () => {
    const view = seenBy(table, a);
    const [one] = view.table.blocs;
    const group = { ...one, kind: 'functional', field: 0, matters: null } as BlocView;
    const blocs = [
      { ...group, id: 71 },
      { ...group, id: 72 },
    ];
    const seen: View = { ...view, table: { ...view.table, blocs } };
    const names = blocs.map((bloc) => blocName(seen, bloc));
    expect(new Set(names).size).toBe(2);
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
    move: null,
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

describe('a forecast', () => {
  const flat = { othersHold: 1000, asLastRound: 1000, answeredInKind: 1000 };
  const parts = { meanTrust: flat, commonRules: flat, blocIndex: flat, securitizationIndex: flat };
  const through = { ...parts, fragmentationIndex: flat };
  const preview = {
    youNow: flat,
    youTwoRounds: flat,
    worldNow: { ...flat, answeredInKind: 2000 },
    world: { ...flat, answeredInKind: 3000 },
    through: { worldNow: through, world: through },
  };

  test('lets assumptions that change nothing share a column', () => {
    const { columns, rows } = forecastOf(preview, { round: 2, rounds: 4 });
    expect(columns).toEqual([['othersHold', 'asLastRound'], ['answeredInKind']]);
    expect(rows.map(({ figures }) => figures)).toEqual([
      [1, 1],
      [1, 1],
      [1, 3],
    ]);
  });

  test('speaks of no last round in the first, and of nothing over two rounds in the last', () => {
    const first = forecastOf(preview, { round: 1, rounds: 4 });
    expect(first.columns).toEqual([['othersHold'], ['answeredInKind']]);
    const last = forecastOf(preview, { round: 4, rounds: 4 });
    expect(last.rows.map(({ line, figures }) => [line, figures.at(-1)])).toEqual([
      ['youNow', 1],
      ['worldNow', 2],
    ]);
  });
});

describe('the own points', () => {
  test('step by what is shown of the payoff, whose parts add up to it', () => {
    let state = table;
    for (let round = 1; round <= 3; round += 1) {
      const before = table.seats.map(({ id }) => seenBy(state, id).own?.score ?? 0);
      state = toNext(seal(seal(state, a, talkTo(b)), b, talkTo(a)));
      for (const [index, { id }] of table.seats.entries()) {
        const { own } = seenBy(state, id);
        const payoff = own?.payoff;
        if (!own || !payoff) throw new Error('no payoff');
        expect(own.score - (before[index] ?? 0)).toBe(payoff.total);
        const lost = new Set(['damage', 'loss', 'cost']);
        const sum = payoffParts.reduce(
          (all, part) => all + (lost.has(part) ? -payoff[part] : payoff[part]),
          0,
        );
        expect(sum).toBe(payoff.total);
      }
    }
  });
});

describe('the announced share', () => {
  const commits: Clause = { kind: 'carryOut', action: 'commit', towards: null, byRound: 1 };
  const said = (state: SessionState, seat: string): SessionState =>
    after(state, delegateOf(seat), {
      type: 'say',
      channel: { kind: 'communique' },
      text: null,
      phrase: 'weWillCommit',
      mentions: [],
    });
  const share = (state: SessionState): number => seenBy(state, a).table.talk.pledgedWeight;

  test('counts public signatures like words, each state once, and no secret ones', () => {
    const signed = propose(table, [a, b], termsOf([commits], { untilRound: 1 }));
    expect(share(signed)).toBe(share(said(table, a)));
    expect(share(said(signed, a))).toBe(share(signed));
    expect(share(propose(table, [a, b], termsOf([commits], { untilRound: 1 }), 'secret'))).toBe(0);
  });
});

describe('a bot that stands in', () => {
  const covered = after(table, host, { type: 'coverSeat', seat: a, disposition: 'hold' });

  test('gives the seat back to its own people, and to nobody else', () => {
    const back = { type: 'handBackSeat', seat: a } as const;
    expect(refusalOf(covered, delegateOf(b), back)).toEqual({ code: 'notYourCommand' });
    expect(after(covered, delegateOf(a), back).seats[0]?.bot).toBeNull();
  });

  test('tells what it has done', () => {
    expect(deedsOfBot(seenBy(covered, a))).toBe('It has sealed nothing yet.');
    const bot = { kind: 'bot', seat: a, disposition: 'hold' } as const;
    const sealed = after(covered, bot, { type: 'sealOrders', order: { action: 'hold' } });
    expect(deedsOfBot(seenBy(sealed, a))).toBe('It has sealed: Hold.');
  });
});
