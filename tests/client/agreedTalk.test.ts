import { describe, expect, test } from 'vitest';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { clauseSentence } from '../../client/panels/agreements/agreements.ts';
import { commandOf } from '../../client/panels/agreements/offerDraft.ts';
import { agreedInWords } from '../../client/panels/talk/agreedTalk.ts';
import { promisedTwice } from '../../client/panels/talk/movePromises.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

await fetchWords('en');
chooseLanguage('en');

const me: Viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' };
const seen = (state: SessionState): View => viewFor(state, me, () => null);
const commit = { does: 'act', action: 'commit', target: null } as const;

/** The second round's talk. */
function talking(): SessionState {
  let state = decidingTable();
  do state = after(state, host, { type: 'closePhase', because: 'host' });
  while (state.phase.name !== 'negotiation');
  return state;
}

const view = seen(talking());

/** What Aurelia says to all, on top of what has been said. */
function saying(state: SessionState, said: Partial<CommandOf<'say'>>): SessionState {
  const plain = { channel: { kind: 'plenary' }, text: null, phrase: null, mentions: [] } as const;
  return after(state, delegateOf('aurelia'), { type: 'say', ...plain, ...said });
}

describe('two promises for one order', () => {
  test('are pointed out while one writes', () => {
    const announced = saying(talking(), { move: { kind: 'announce', to: null, deed: commit, round: 2 } });
    const talk = { does: 'act', action: 'dialogue', target: 'meridia' } as const;
    const other: TalkMove = { kind: 'announce', to: 'meridia', deed: talk, round: 2 };
    expect(promisedTwice(seen(announced), other)).toBe(
      'You have one order a round, and you have promised something else this round: We will commit to common rules this round.',
    );
    expect(promisedTwice(seen(announced), { ...other, round: 3 })).toBeNull();
    expect(promisedTwice(seen(announced), { ...other, deed: commit })).toBeNull();
    expect(promisedTwice(view, other)).toBeNull();
  });

  test('count the set phrase that all heard', () => {
    const said = seen(saying(talking(), { phrase: 'weWillCommit' }));
    const talk = { does: 'act', action: 'dialogue', target: 'meridia' } as const;
    expect(promisedTwice(said, { kind: 'announce', to: 'meridia', deed: talk, round: 2 })).toBe(
      'You have one order a round, and you have promised something else this round: We will commit to common rules this round.',
    );
  });

  test('of one card are two where one order cannot name both states', () => {
    const talk = (target: string): TalkMove => ({
      kind: 'announce',
      to: target,
      deed: { does: 'act', action: 'dialogue', target },
      round: 2,
    });
    const said = seen(saying(talking(), { move: talk('concordia'), mentions: ['concordia'] }));
    expect(promisedTwice(said, talk('meridia'))).toContain('We will open a dialogue with');
    expect(promisedTwice(said, talk('concordia')), 'the same promise is no second one').toBeNull();
  });
});

describe('what was agreed in words', () => {
  const lift = { does: 'act', action: 'roll-back', target: 'aurelia' } as const;
  const talk = { does: 'act', action: 'dialogue', target: 'meridia' } as const;
  const offer = { kind: 'offer', to: 'meridia', ifYou: lift, thenWe: talk, byRound: 3 } as const;
  const [shown] = viewFor(
    after(talking(), delegateOf('meridia'), {
      type: 'say',
      channel: { kind: 'plenary' },
      text: null,
      phrase: 'agree',
      mentions: [],
    }),
    me,
    () => null,
  ).table.messages;
  if (shown === undefined) throw new Error('nothing was said');
  const agreeing = (about: Extract<TalkMove, { kind: 'agree' }>['about'], more: object = {}) =>
    agreedInWords(view, {
      ...shown,
      channel: { kind: 'bilateral', with: 'aurelia' },
      phrase: null,
      move: { kind: 'agree', to: 'aurelia', about },
      ...more,
    });

  test('becomes a draft in which each owes its own part, and which the table accepts', () => {
    const draft = agreeing(offer);
    expect(draft).toMatchObject({
      partners: ['meridia'],
      clauses: [
        { kind: 'carryOut', action: 'roll-back', towards: 'aurelia', byRound: 3 },
        { kind: 'carryOut', action: 'dialogue', towards: 'meridia', byRound: 3 },
      ],
      fromRound: 2,
      untilRound: 3,
    });
    if (draft === null) throw new Error('no draft');
    const proposed = after(talking(), delegateOf('aurelia'), commandOf(view, draft));
    expect(proposed.agreements).toHaveLength(1);
    expect(draft.clauses.map((clause) => clauseSentence(view, clause))).toEqual([
      'Each party but Aurelia rolls back its measures by round 3.',
      'Each party opens a dialogue with Meridia by round 3.',
    ]);
  });

  test('says once what both promise each other', () => {
    const back = { does: 'act', action: 'dialogue', target: 'aurelia' } as const;
    const draft = agreeing({ ...offer, ifYou: back });
    expect(draft?.clauses.map((clause) => clauseSentence(view, clause))).toEqual([
      'Each party opens a dialogue with another party by round 3.',
    ]);
    const spare = (target: string) => ({ does: 'refrain', action: 'restrict', target }) as const;
    const truce = agreeing({ ...offer, ifYou: spare('aurelia'), thenWe: spare('meridia') });
    expect(truce?.clauses).toEqual([{ kind: 'refrain', action: 'restrict', against: 'parties' }]);
  });

  test('makes no draft where no clause says it, where it is of another round, or of others', () => {
    const hold = { does: 'act', action: 'hold', target: null } as const;
    expect(agreeing({ ...offer, ifYou: hold })).toBeNull();
    expect(agreeing(offer, { round: 1 })).toBeNull();
    expect(agreeing(null)).toBeNull();
    const others = agreeing(offer, { move: { kind: 'agree', to: 'concordia', about: offer } });
    expect(others).toBeNull();
  });
});
