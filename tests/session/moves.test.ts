import { describe, expect, it } from 'vitest';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { answer } from '#shared/session/answer.ts';
import { codedTalk, spokenIn } from '#shared/session/vocabulary/codedTalk.ts';
import type { Command, CommandOf } from '#shared/session/vocabulary/commands.ts';
import { moveSchema, type TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { faultOfMove } from '#shared/session/topics/moves.ts';
import { wordsJudgedIn } from '#shared/session/topics/wordsGiven.ts';
import { viewFor } from '#shared/session/view.ts';
import { agreed, restraint, seal, termsOf } from './bargaining.ts';
import { after, decidingTable, delegateOf, host, refusalOf } from './table.ts';

const table = decidingTable();
const [a = '', b = '', c = ''] = table.seats.map(({ id }) => id);
const plenary: Channel = { kind: 'plenary' };
const commit = { does: 'act', action: 'commit', target: null } as const;
const announce: TalkMove = { kind: 'announce', to: null, deed: commit, round: 1 };

const moving = (move: TalkMove, channel: Channel = plenary): CommandOf<'say'> => ({
  type: 'say',
  channel,
  text: null,
  phrase: null,
  mentions: [],
  move,
});
const said = (state: SessionState, seat: string, move: TalkMove): SessionState =>
  after(state, delegateOf(seat), moving(move));
const refused = (state: SessionState, seat: string, move: TalkMove): string =>
  refusalOf(state, delegateOf(seat), moving(move)).code;
const share = (state: SessionState): number =>
  viewFor(state, { kind: 'observer' }, () => null).table.talk.pledgedWeight;
const nextRound = (state: SessionState): SessionState => {
  let next = after(state, host, { type: 'closePhase', because: 'host' });
  while (next.phase.name !== 'negotiation') next = after(next, host, { type: 'closePhase', because: 'host' });
  return next;
};
const none = (): null => null;
const weWillCommit: Command = {
  type: 'say',
  channel: plenary,
  text: null,
  phrase: 'weWillCommit',
  mentions: [],
};

/** Talk between the first two seats as the room stores it: the move beside the log. */
function privately(
  state: SessionState,
  seat: string,
  move: TalkMove,
  texts: Map<string, string>,
): SessionState {
  const id = `t${texts.size}`;
  texts.set(id, codedTalk(move));
  const channel: Channel = { kind: 'bilateral', with: seat === a ? b : a };
  const text = { id, digest: '0'.repeat(64) };
  const command: Command = { type: 'say', channel, text, phrase: null, mentions: [], coded: true };
  return after(state, delegateOf(seat), command);
}

describe('a move', () => {
  it('is in the record as codes, and everybody who hears it reads it', () => {
    const state = said(table, a, announce);
    expect(state.messages[0]).toMatchObject({ seat: a, text: null, phrase: null, move: announce });
    const viewer: Viewer = { kind: 'delegate', seat: c, delegate: `person-${c}` };
    expect(viewFor(state, viewer, none).table.messages[0]?.move).toEqual(announce);
  });

  it('has no room for free words', () => {
    expect(moveSchema.safeParse({ ...announce, note: 'hello' }).success).toBe(false);
    expect(moveSchema.safeParse({ ...announce, round: 1001 }).success).toBe(false);
    const answered = { kind: 'agree', to: b, about: { kind: 'agree', to: a, about: null } };
    expect(moveSchema.safeParse(answered).success, 'an answer answers a proposal').toBe(false);
  });

  it('a private one lies beside the log: state and strangers read nothing of it', () => {
    const texts = new Map<string, string>();
    const state = privately(table, a, { kind: 'thank', to: b }, texts);
    expect(JSON.stringify(state.messages)).not.toContain('thank');
    const eyes = (seat: string): Viewer => ({ kind: 'delegate', seat, delegate: `person-${seat}` });
    const read = (seat: string) =>
      viewFor(state, eyes(seat), (id) => texts.get(id) ?? null).own?.messages.map(({ move }) => move?.kind);
    expect([read(a), read(b), read(c)]).toEqual([['thank'], ['thank'], []]);
    const [message] = state.messages;
    if (message === undefined) throw new Error('nothing was said');
    expect(spokenIn(message, none), 'an erased one').toEqual({ text: null, phrase: null, move: null });
    expect(
      spokenIn(message, () => 'no code'),
      'a text that is no code is shown as nothing',
    ).toEqual({
      text: null,
      phrase: null,
      move: null,
    });
  });
});

describe('a move is refused with its reason', () => {
  const restricted = nextRound(seal(table, a, { action: 'restrict', targets: [b] }));
  const blow = { fact: 'order', round: 1, by: a, action: 'restrict', target: b } as const;

  it('where it speaks to nobody who hears it', () => {
    expect(refused(table, a, { kind: 'thank', to: a })).toBe('moveUnaddressed');
    expect(refused(table, a, { kind: 'thank', to: 'atlantis' })).toBe('moveUnaddressed');
    const toThird = moving({ kind: 'thank', to: c }, { kind: 'bilateral', with: b });
    expect(refusalOf(table, delegateOf(a), toThird).code, 'in private it goes beside the log').toBe(
      'moveUnaddressed',
    );
    const between = { seat: a, channel: { kind: 'bilateral', with: b }, hearers: [a, b] } as const;
    expect(faultOfMove(table, { ...between, move: { kind: 'thank', to: c } }, none)).toBe('moveUnaddressed');
    expect(faultOfMove(table, { ...between, move: { kind: 'thank', to: b } }, none)).toBeNull();
  });

  it('where a deed lacks its aim, has one it cannot have, or is aimed at its author', () => {
    const talk = { does: 'act', action: 'dialogue', target: null } as const;
    expect(refused(table, a, { ...announce, deed: talk })).toBe('moveDeedUnclear');
    expect(refused(table, a, { ...announce, deed: { ...talk, target: a } })).toBe('moveDeedUnclear');
    expect(refused(table, a, { ...announce, deed: { ...commit, target: b } })).toBe('moveDeedUnclear');
    expect(refused(table, a, { ...announce, deed: { ...talk, target: 'atlantis' } })).toBe('unknownSeat');
  });

  it('where its round is over or never comes', () => {
    expect(refused(restricted, a, announce)).toBe('moveRoundOver');
    expect(refused(table, a, { ...announce, round: 6 })).toBe('moveRoundOver');
  });

  it('where the record does not show what it cites', () => {
    expect(said(restricted, b, { kind: 'reproach', to: a, fact: blow }).messages).toHaveLength(1);
    for (const fact of [
      { ...blow, target: c },
      { ...blow, action: 'commit', target: null },
      { ...blow, round: 2 },
      { fact: 'measure', by: a, on: a },
      { fact: 'unkept', by: a, round: 1, deed: commit },
    ] as const)
      expect(refused(restricted, b, { kind: 'reproach', to: a, fact })).toBe('moveUnproved');
  });

  it('where it answers what nobody proposed to it', () => {
    const ask: TalkMove = { kind: 'ask', to: b, deed: commit, round: 1 };
    const agree: TalkMove = { kind: 'agree', to: a, about: ask };
    expect(refused(table, b, agree)).toBe('moveNotHeard');
    const asked = said(table, a, ask);
    expect(said(asked, b, agree).messages).toHaveLength(2);
    expect(refused(asked, c, agree), 'it was asked of somebody else').toBe('moveNotHeard');
  });

  it('where it names an agreement that not all who hear it may read', () => {
    const secret = agreed([a, b], termsOf([restraint]), 'secret');
    const broken = nextRound(seal(secret, a, { action: 'restrict', targets: [b] }));
    const id = broken.agreements[0]?.id ?? '';
    const reproach: TalkMove = {
      kind: 'reproach',
      to: a,
      fact: { fact: 'broken', by: a, round: 1, agreement: id },
    };
    expect(refused(broken, b, reproach)).toBe('moveAgreementHidden');
    const between = { seat: b, channel: { kind: 'bilateral', with: a }, hearers: [a, b] } as const;
    expect(faultOfMove(broken, { ...between, move: reproach }, none)).toBeNull();
  });

  it('beside words or a phrase, in the own delegation, and from the host', () => {
    const both: Command = { ...moving(announce), phrase: 'agree' };
    expect(refusalOf(table, delegateOf(a), both).code).toBe('moveUnaddressed');
    expect(refusalOf(table, delegateOf(a), moving(announce, { kind: 'delegation' })).code).toBe(
      'moveUnaddressed',
    );
    expect(refusalOf(table, host, moving(announce, { kind: 'announcement' })).code).toBe('moveUnaddressed');
  });
});

describe('what a session is open for', () => {
  const at = (talkLevel: SessionOptions['talkLevel']): SessionState =>
    decidingTable(talkLevel === undefined ? {} : { talkLevel });
  const text = { id: 't1', digest: '0'.repeat(64) };
  const words = (channel: Channel): Command => ({ type: 'say', channel, text, phrase: null, mentions: [] });
  const offer: TalkMove = { kind: 'offer', to: b, ifYou: commit, thenWe: commit, byRound: 2 };

  it('words beside moves, unless the host chose otherwise', () => {
    expect(after(at(undefined), delegateOf(a), words(plenary)).messages).toHaveLength(1);
    expect(said(at('words'), a, offer).messages).toHaveLength(1);
  });

  it('moves alone: free words stay in the own delegation; the host and set phrases are heard', () => {
    const state = at('moves');
    expect(refusalOf(state, delegateOf(a), words(plenary)).code).toBe('wordsNotAllowed');
    expect(refusalOf(state, delegateOf(a), words({ kind: 'bilateral', with: b })).code).toBe(
      'wordsNotAllowed',
    );
    expect(after(state, delegateOf(a), words({ kind: 'delegation' })).messages).toHaveLength(1);
    expect(after(state, host, words({ kind: 'announcement' })).messages).toHaveLength(1);
    expect(said(state, a, offer).messages).toHaveLength(1);
  });

  it('moves without conditions: nobody offers or warns', () => {
    const state = at('plainMoves');
    expect(refused(state, a, offer)).toBe('conditionsNotAllowed');
    const warn: TalkMove = { kind: 'warn', to: b, ifYou: commit, thenWe: commit };
    expect(refused(state, a, warn)).toBe('conditionsNotAllowed');
    expect(refusalOf(state, delegateOf(a), words(plenary)).code).toBe('wordsNotAllowed');
    expect(said(state, a, announce).messages).toHaveLength(1);
  });
});

describe('promises in words', () => {
  const judged = (state: SessionState, texts = new Map<string, string>()) =>
    wordsJudgedIn(state, (id) => texts.get(id) ?? null).map(({ by, source, round, done }) => [
      by,
      source,
      round,
      done,
    ]);

  it('an announced commitment moves the bar of common rules like the set phrase, once', () => {
    const announced = said(table, a, announce);
    expect(share(announced)).toBeGreaterThan(0);
    const both = after(announced, delegateOf(a), weWillCommit);
    expect(share(both)).toBe(share(announced));
    expect(share(said(table, a, { ...announce, round: 2 })), 'of another round').toBe(0);
  });

  it('are judged at the reveal: said and done, or said and not done', () => {
    const promised = said(said(table, a, announce), b, announce);
    expect(judged(promised)).toEqual([]);
    const done = nextRound(seal(promised, a, { action: 'commit' }));
    expect(judged(done)).toEqual([
      [a, 'announced', 1, true],
      [b, 'announced', 1, false],
    ]);
  });

  it('of an offer that was agreed: first theirs, then ours, each within the time; ours falls where theirs was not done', () => {
    const texts = new Map<string, string>();
    const lift = { does: 'refrain', action: 'restrict', target: a } as const;
    const talk = { does: 'act', action: 'dialogue', target: b } as const;
    const offer: TalkMove = { kind: 'offer', to: b, ifYou: lift, thenWe: talk, byRound: 2 };
    if (offer.kind !== 'offer') throw new Error('no offer');
    const met = privately(
      privately(table, a, offer, texts),
      b,
      { kind: 'agree', to: a, about: offer },
      texts,
    );
    expect(judged(nextRound(met), texts)).toEqual([]);
    expect(judged(nextRound(nextRound(met)), texts)).toEqual([
      [b, 'agreed', 2, true],
      [a, 'offered', 2, false],
    ]);
    const struck = nextRound(seal(met, b, { action: 'restrict', targets: [a] }));
    expect(judged(struck, texts), 'its own part falls').toEqual([[b, 'agreed', 1, false]]);
  });

  it('are told at the reveal to those who heard them: a public one to all, a private one to its two sides', () => {
    const texts = new Map<string, string>();
    const spare = { does: 'refrain', action: 'restrict', target: b } as const;
    const quiet = privately(said(table, a, announce), a, { ...announce, to: b, deed: spare }, texts);
    const done = nextRound(quiet);
    const told = (viewer: Viewer) => {
      const asked = answer(done, viewer, { ask: 'words' }, (id) => texts.get(id) ?? null);
      return asked.ok ? asked.answer.map(({ done: isDone, isPrivate }) => [isDone, isPrivate]) : null;
    };
    const eyes = (seat: string): Viewer => ({ kind: 'delegate', seat, delegate: `person-${seat}` });
    const open = [false, false];
    expect(told(eyes(b))).toEqual([open, [true, true]]);
    for (const viewer of [eyes(c), { kind: 'host' }, { kind: 'observer' }] as const)
      expect(told(viewer)).toEqual([open]);
    expect(told({ kind: 'participantAfterEnd', seat: c })).toEqual([open]);
  });

  it('can be cited against their breaker, before an audience that heard them', () => {
    const broken = nextRound(said(table, a, announce));
    const fact = { fact: 'unkept', by: a, round: 1, deed: commit } as const;
    expect(said(broken, b, { kind: 'reproach', to: a, fact }).messages).toHaveLength(2);
  });

  it('fall with a step back', () => {
    const done = nextRound(said(table, a, announce));
    expect(judged(done)).toHaveLength(1);
    const back = after(done, host, { type: 'stepBack' });
    expect(judged(nextRound(back))).toEqual([]);
  });
});
