import { describe, expect, test } from 'vitest';
import type { MoveKind, TalkMove } from '#shared/session/vocabulary/moves.ts';
import { moveSchema } from '#shared/session/vocabulary/moves.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { faultOfMove } from '#shared/session/topics/moves.ts';
import { viewFor } from '#shared/session/view.ts';
import { draftOf, moveOf, newDraft } from '../../client/panels/talk/moveDraft.ts';
import { rowsOf } from '../../client/panels/talk/moveRows.ts';
import { draftSentence, moveSentence } from '../../client/panels/talk/moveSentence.ts';
import { suggestionsFor } from '../../client/panels/talk/moveSuggestions.ts';
import { kindsFor } from '../../client/panels/talk/spokenOptions.ts';
import { type Thread, threadsOf } from '../../client/panels/talk/talkThreads.ts';
import type { MoveDraft } from '../../client/panels/playState.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

await fetchWords('en');
await fetchWords('zh');

const me: Viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' };
const seen = (state: SessionState): View => viewFor(state, me, () => null);
const commit = { does: 'act', action: 'commit', target: null } as const;

/** A table in its second round, after Meridia restricted Aurelia in the first. */
function struck(options: Partial<SessionOptions> = {}): SessionState {
  let state = after(decidingTable(options), delegateOf('meridia'), {
    type: 'sealOrders',
    order: { action: 'restrict', targets: ['aurelia'] },
  });
  do state = after(state, host, { type: 'closePhase', because: 'host' });
  while (state.phase.name !== 'negotiation');
  return state;
}

const view = seen(struck());

function thread(of: View, key: string): Thread {
  const found = threadsOf(of).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no thread ${key}`);
  return found;
}

function inBoth(from: string, move: TalkMove): readonly [string, string] {
  chooseLanguage('en');
  const en = moveSentence(view, from, move);
  chooseLanguage('zh');
  const zh = moveSentence(view, from, move);
  chooseLanguage('en');
  return [en, zh];
}

describe('a move in words', () => {
  const lift = { does: 'act', action: 'roll-back', target: 'aurelia' } as const;
  const talk = { does: 'act', action: 'dialogue', target: 'meridia' } as const;
  const spare = { does: 'refrain', action: 'restrict', target: 'aurelia' } as const;
  const offer = { kind: 'offer', to: 'meridia', ifYou: lift, thenWe: talk, byRound: 3 } as const;
  const blow = { fact: 'order', round: 1, by: 'meridia', action: 'restrict', target: 'aurelia' } as const;

  test.each<readonly [TalkMove, string, string]>([
    [
      { kind: 'announce', to: null, deed: commit, round: 2 },
      'We will commit to common rules this round.',
      '本轮我国将加入共同规则。',
    ],
    [
      offer,
      'If you lift measures on us by round 3, we will open a dialogue with you.',
      '如果贵国最迟在第 3 轮撤回对我国的限制，我国将与贵国开启对话。',
    ],
    [
      { kind: 'ask', to: 'meridia', deed: spare, round: 2 },
      'Please do not restrict us this round.',
      '请贵国本轮不要限制我国。',
    ],
    [
      { kind: 'ask', to: null, deed: commit, round: 3 },
      'We ask everybody to commit to common rules in round 3.',
      '请各国第 3 轮加入共同规则。',
    ],
    [
      {
        kind: 'warn',
        to: 'meridia',
        ifYou: { does: 'act', action: 'restrict', target: 'aurelia' },
        thenWe: { does: 'act', action: 'restrict', target: 'meridia' },
      },
      'If you restrict us, we will restrict you.',
      '如果贵国限制我国，我国将限制贵国。',
    ],
    [
      { kind: 'question', to: 'meridia', about: { ask: 'why', fact: blow } },
      'Why did you restrict us in round 1?',
      '第 1 轮贵国为什么限制我国？',
    ],
    [
      {
        kind: 'reason',
        to: 'meridia',
        reason: { why: 'fact', fact: { fact: 'measure', by: 'meridia', on: 'aurelia' } },
      },
      'Because your measure against us still stands.',
      '因为贵国对我国的限制仍未撤回。',
    ],
    [
      { kind: 'reproach', to: 'meridia', fact: blow },
      'You restricted us in round 1.',
      '第 1 轮贵国限制了我国。',
    ],
    [
      { kind: 'reproach', to: 'meridia', fact: { fact: 'unkept', by: 'meridia', round: 1, deed: commit } },
      'You said that you would commit to common rules in round 1, and did not.',
      '贵国说过第 1 轮将加入共同规则，却没有做到。',
    ],
    [
      { kind: 'refuse', to: 'meridia', about: null, reason: { why: 'promised', to: 'concordia' } },
      'We cannot agree: we have given our word to Concordia.',
      '我国不能同意：我国已对康科迪亚作出承诺。',
    ],
    [
      { kind: 'agree', to: 'meridia', about: { ...offer, to: 'aurelia', ifYou: talk, thenWe: lift } },
      'We agree: we will open a dialogue with you by round 3, and you will lift measures on us.',
      '我国同意：我国最迟在第 3 轮与贵国开启对话，贵国将撤回对我国的限制。',
    ],
    [
      { kind: 'expect', to: 'meridia', of: 'concordia', deed: commit, round: 2 },
      'We expect that Concordia will commit to common rules this round.',
      '我国预计本轮康科迪亚将加入共同规则。',
    ],
  ])('%#', (move, en, zh) => {
    const [english, chinese] = inBoth('aurelia', move);
    expect([english, chinese]).toEqual([en, zh]);
  });
});

describe('the builder', () => {
  const plenary = thread(view, 'plenary');
  const bilateral = thread(view, 'with meridia');

  /** Chooses the first option of every part that is still open. */
  function finished(of: View, { channel }: Pick<Thread, 'channel'>, draft: MoveDraft): MoveDraft {
    const open = rowsOf({ view: of, channel, draft }).find(({ chosen }) => chosen === null);
    const [first] = open?.options ?? [];
    return first === undefined ? draft : finished(of, { channel }, first.draft);
  }

  const kinds = kindsFor('words').filter((kind) => kind !== 'reproach' && kind !== 'report');
  const between = [...kinds, 'reproach', 'report'] as const satisfies readonly MoveKind[];

  test.each(between)('builds a move that the table accepts, by taking what is offered: %s', (kind) => {
    const made = moveOf(finished(view, bilateral, newDraft(kind, bilateral.channel, 2)));
    expect(moveSchema.parse(made)).toEqual(made);
    const said = { seat: 'aurelia', channel: bilateral.channel, hearers: ['aurelia', 'meridia'] };
    if (made === null) throw new Error('no move');
    expect(faultOfMove(struck(), { ...said, move: made }, () => null)).toBeNull();
    expect(draftOf(made, bilateral.channel, 2)).toMatchObject({ kind });
    expect(moveOf(draftOf(made, bilateral.channel, 2))).toEqual(made);
  });

  test('the sentence grows: what is missing stands as dots', () => {
    const draft = newDraft('offer', bilateral.channel, 2);
    expect(draftSentence(view, draft)).toBe('If you … by round 2, we will ….');
    const [theirs] = rowsOf({ view, channel: bilateral.channel, draft });
    const first = theirs?.options[0]?.draft;
    if (first === undefined) throw new Error('no choice');
    expect(draftSentence(view, first)).toBe('If you do not restrict us up to round 2, we will ….');
  });

  test('what has just happened is suggested first, and all of it may be said', () => {
    const said = { seat: 'aurelia', channel: bilateral.channel, hearers: ['aurelia', 'meridia'] };
    const suggested = suggestionsFor(view, bilateral);
    expect(suggested.slice(0, 2).map((move) => moveSentence(view, 'aurelia', move))).toEqual([
      'If you lift measures on us by round 3, we will open a dialogue with you.',
      'Why does your measure against us still stand?',
    ]);
    for (const move of suggested)
      expect(
        faultOfMove(struck(), { ...said, move }, () => null),
        move.kind,
      ).toBeNull();
    const openly = { seat: 'aurelia', channel: plenary.channel, hearers: null };
    const publicly = suggestionsFor(view, plenary);
    expect(publicly.map(({ kind }) => kind)).toEqual(['reproach', 'announce', 'ask', 'ask']);
    for (const move of publicly)
      expect(
        faultOfMove(struck(), { ...openly, move }, () => null),
        move.kind,
      ).toBeNull();
  });

  test('without conditions it neither suggests nor offers one', () => {
    const plain = seen(struck({ talkLevel: 'plainMoves' }));
    const suggested = suggestionsFor(plain, thread(plain, 'with meridia'));
    expect(suggested.map(({ kind }) => kind)).not.toContain('offer');
    expect(kindsFor('plainMoves')).not.toContain('warn');
  });

  test('a proposal to my state can be agreed to, refused or put off first', () => {
    const ask: TalkMove = { kind: 'ask', to: 'aurelia', deed: commit, round: 2 };
    const state = after(struck(), delegateOf('meridia'), {
      type: 'say',
      channel: { kind: 'plenary' },
      text: null,
      phrase: null,
      mentions: ['aurelia'],
      move: ask,
    });
    const asked = seen(state);
    const suggested = suggestionsFor(asked, thread(asked, 'plenary'));
    expect(suggested.slice(0, 3).map(({ kind }) => kind)).toEqual(['agree', 'refuse', 'undecided']);
  });
});
