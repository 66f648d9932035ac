import { describe, expect, it } from 'vitest';
import type { Actor, Viewer } from '#shared/session/vocabulary/actors.ts';
import { answer } from '#shared/session/answer.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { type Channel, type PhraseId, phraseIds } from '#shared/session/vocabulary/talk.ts';
import { viewFor } from '#shared/session/view.ts';
import {
  after,
  decidingTable,
  delegateOf,
  emptyTable,
  eventsOf,
  fullTable,
  host,
  refusalOf,
} from './table.ts';

const plenary = { kind: 'plenary' } as const;
const toMeridia = { kind: 'bilateral', with: 'meridia' } as const;
const ours = { kind: 'delegation' } as const;
const aurelia = delegateOf('aurelia');

const saying = (channel: Channel, phrase: PhraseId | null = 'thankYou'): CommandOf<'say'> => ({
  type: 'say',
  channel,
  text: null,
  phrase,
  mentions: [],
});
const written = (channel: Channel, id: string): CommandOf<'say'> => ({
  ...saying(channel, null),
  text: { id, digest: '0'.repeat(64) },
});
const eyesOf = (seat: string): Viewer => ({ kind: 'delegate', seat, delegate: `person-${seat}` });
const seenBy = (state: SessionState, viewer: Viewer) => viewFor(state, viewer, (id) => `text ${id}`);
const privateTo = (state: SessionState, seat: string) => seenBy(state, eyesOf(seat)).own?.messages ?? [];
const close = { type: 'closePhase', because: 'host' } as const;

function atPhase(name: SessionState['phase']['name']): SessionState {
  let state = after(fullTable(), host, { type: 'startSession' });
  while (state.phase.name !== name) state = after(state, host, close);
  return state;
}

/** A camp of the first two seats, as if they had founded it. */
function withCamp(state: SessionState, members: readonly number[]): SessionState {
  const camp = { id: 77, kind: 'exclusive', side: 1, members, age: 0, depth: 0 } as const;
  return { ...state, world: { ...state.world, blocs: [...state.world.blocs.slice(0, 0), camp] } };
}

describe('who reads what', () => {
  it('everybody reads the plenary, and the words come from beside the log', () => {
    const state = after(decidingTable(), aurelia, written(plenary, 't1'));
    for (const viewer of [{ kind: 'observer' }, { kind: 'host' }, eyesOf('meridia')] as const) {
      expect(seenBy(state, viewer).table.messages).toEqual([
        {
          id: 1,
          round: 1,
          phase: 'decision',
          channel: plenary,
          seat: 'aurelia',
          delegate: 'person-aurelia',
          text: 'text t1',
          phrase: null,
          move: null,
          mentions: [],
        },
      ]);
    }
  });

  it('two seats alone read what they say to each other, and nobody else sees that they spoke', () => {
    const before = after(decidingTable(), aurelia, saying(plenary));
    const state = after(before, aurelia, saying(toMeridia));
    expect(privateTo(state, 'meridia')).toHaveLength(1);
    expect(privateTo(state, 'aurelia')).toHaveLength(1);
    const others: Viewer[] = [{ kind: 'observer' }, { kind: 'host' }];
    for (const { id } of state.seats) if (id !== 'aurelia' && id !== 'meridia') others.push(eyesOf(id));
    for (const viewer of others) expect(seenBy(state, viewer)).toEqual(seenBy(before, viewer));
    const later = after(state, aurelia, saying(plenary));
    expect(seenBy(later, { kind: 'observer' }).table.messages.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('private talk stays private after the end', () => {
    const ended = after(after(decidingTable(), aurelia, saying(toMeridia)), host, { type: 'endSession' });
    const seen = (seat: string) => seenBy(ended, { kind: 'participantAfterEnd', seat }).own?.messages.length;
    expect(['aurelia', 'meridia', 'concordia'].map(seen)).toEqual([1, 1, 0]);
    expect(seenBy(ended, { kind: 'observer' }).table.messages).toEqual([]);
  });

  it('a caucus follows its bloc: a state that leaves keeps what it heard, one that joins reads what follows', () => {
    const [a = '', b = '', c = ''] = decidingTable().seats.map(({ id }) => id);
    const caucus = { kind: 'bloc', bloc: 77 } as const;
    const first = after(withCamp(decidingTable(), [0, 1]), delegateOf(a), saying(caucus));
    const second = after(withCamp(first, [0, 2]), delegateOf(a), saying(caucus));
    expect([a, b, c].map((seat) => privateTo(second, seat).length)).toEqual([2, 1, 1]);
    expect(refusalOf(second, delegateOf(b), saying(caucus))).toEqual({ code: 'notInBloc' });
  });

  it('shows the latest 57 to 64, numbered on', () => {
    let state = decidingTable();
    for (let count = 1; count <= 70; count += 1) state = after(state, aurelia, saying(plenary));
    const shown = seenBy(state, { kind: 'observer' }).table.messages.map(({ id }) => id);
    expect([shown[0], shown.at(-1), shown.length]).toEqual([9, 70, 62]);
  });
});

describe('when a channel is open', () => {
  const channels: readonly Channel[] = [plenary, toMeridia, { kind: 'communique' }, ours];
  const open = (state: SessionState) =>
    channels.map((channel) => {
      try {
        return eventsOf(state, aurelia, saying(channel)).length === 1;
      } catch {
        return false;
      }
    });

  it('everything in negotiation and decision, the own delegation in every phase', () => {
    for (const phase of ['negotiation', 'decision'] as const)
      expect(open(atPhase(phase))).toEqual([true, true, true, true]);
    for (const phase of ['reveal', 'review'] as const)
      expect(open(atPhase(phase))).toEqual([false, false, false, true]);
  });

  it('the host keeps talk public, closes it, or declares the round silent', () => {
    const set = (mode: 'publicOnly' | 'closed') => after(decidingTable(), host, { type: 'setTalk', mode });
    expect(open(set('publicOnly'))).toEqual([true, false, true, true]);
    expect(open(set('closed'))).toEqual([false, false, false, true]);
    const silent = after(decidingTable(), host, { type: 'declareSilent', silent: true });
    expect(open(silent)).toEqual([false, false, false, false]);
    expect(open(after(silent, host, { type: 'declareSilent', silent: false }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const announced = after(silent, host, saying({ kind: 'announcement' }));
    expect(seenBy(announced, { kind: 'observer' }).table.messages).toMatchObject([{ seat: null }]);
  });

  it('silence ends with its round and stays in the record', () => {
    let state = after(decidingTable(), host, { type: 'declareSilent', silent: true });
    while (state.phase.name !== 'decision' || state.world.round === 0) state = after(state, host, close);
    expect(open(state)).toEqual([true, true, true, true]);
    expect(state.talk.silentRounds).toEqual([1]);
  });

  it('a pause lets only announcements through', () => {
    const paused = after(decidingTable(), host, { type: 'pauseSession', remainingMs: null });
    expect(open(paused)).toEqual([false, false, false, false]);
    expect(refusalOf(paused, aurelia, saying(plenary))).toEqual({ code: 'sessionPaused' });
    expect(eventsOf(paused, host, saying({ kind: 'announcement' }))).toHaveLength(1);
  });

  it('who is muted, and why, is between the host and that person', () => {
    const before = decidingTable();
    const command = {
      type: 'muteDelegate',
      delegate: 'person-aurelia',
      muted: true,
      reason: 'tone',
    } as const;
    const muted = after(before, host, command);
    for (const viewer of [{ kind: 'observer' }, { kind: 'host' }, eyesOf('meridia')] as const) {
      expect(seenBy(muted, viewer)).toEqual(seenBy(before, viewer));
    }
    expect(seenBy(muted, eyesOf('aurelia')).own?.muted).toBe(1);
    const asked = (viewer: Viewer) => answer(muted, viewer, { ask: 'mutes' });
    const told = { ok: true, answer: [{ delegate: 'person-aurelia', reason: 'tone' }] };
    expect(asked({ kind: 'host' })).toEqual(told);
    expect(asked(eyesOf('aurelia'))).toEqual(told);
    expect(asked({ kind: 'delegate', seat: 'aurelia', delegate: 'colleague' })).toEqual({
      ok: true,
      answer: [],
    });
    expect(asked({ kind: 'observer' })).toEqual({ ok: false, refusal: 'notYours' });
    const again = after(muted, host, { ...command, muted: false });
    expect(answer(again, { kind: 'host' }, { ask: 'mutes' })).toEqual({ ok: true, answer: [] });
  });

  it('a muted person talks with the own delegation only, until heard again', () => {
    const mute = (muted: boolean) => ({ type: 'muteDelegate', delegate: 'person-aurelia', muted }) as const;
    const muted = after(decidingTable(), host, mute(true));
    expect(open(muted)).toEqual([false, false, false, true]);
    expect(open(after(muted, host, mute(false)))).toEqual([true, true, true, true]);
    expect(refusalOf(muted, host, { type: 'muteDelegate', delegate: 'nobody', muted: true })).toEqual({
      code: 'unknownDelegate',
    });
  });
});

describe('what is refused', () => {
  const table = decidingTable();
  const cases: readonly [string, Actor, CommandOf<'say'>, string][] = [
    ['nothing', aurelia, saying(plenary, null), 'nothingSaid'],
    ['talk with oneself', aurelia, saying({ kind: 'bilateral', with: 'aurelia' }), 'ownChannel'],
    ['talk with nobody', aurelia, saying({ kind: 'bilateral', with: 'atlantis' }), 'unknownSeat'],
    ['a bloc that is not', aurelia, saying({ kind: 'bloc', bloc: 999 }), 'notInBloc'],
    ['naming nobody', aurelia, { ...saying(plenary), mentions: ['atlantis'] }, 'unknownSeat'],
    ['an announcement by a delegate', aurelia, saying({ kind: 'announcement' }), 'notYourCommand'],
    ['the host in plenary', host, saying(plenary), 'notYourCommand'],
    ['a stranger', { kind: 'delegate', delegate: 'x', seat: 'aurelia' }, saying(plenary), 'notAtTable'],
  ];
  for (const [what, actor, command, code] of cases)
    it(what, () => expect(refusalOf(table, actor, command)).toEqual({ code }));

  it('talk in the lobby', () => {
    expect(refusalOf(emptyTable(), host, saying({ kind: 'announcement' }))).toEqual({ code: 'wrongPhase' });
  });

  it('free words from a bot', () => {
    const covered = after(table, host, { type: 'coverSeat', seat: 'aurelia', disposition: 'hold' });
    const bot: Actor = { kind: 'bot', seat: 'aurelia', disposition: 'hold' };
    expect(refusalOf(covered, bot, written(plenary, 't'))).toEqual({ code: 'notYourCommand' });
    expect(eventsOf(covered, bot, saying(toMeridia, 'proposeDialogue'))).toHaveLength(1);
  });
});

describe('the effects of saying something', () => {
  const shareOf = (state: SessionState) => seenBy(state, { kind: 'observer' }).table.talk.pledgedWeight;

  it('a public promise to commit moves the bar, once, for this round, and nothing else', () => {
    const start = decidingTable();
    const pledge = saying(plenary, 'weWillCommit');
    expect(shareOf(after(start, aurelia, saying(toMeridia, 'weWillCommit')))).toBe(0);
    const once = after(start, aurelia, pledge);
    expect(shareOf(once)).toBeGreaterThan(0);
    expect(shareOf(after(once, aurelia, pledge))).toBe(shareOf(once));
    const all = start.seats.reduce(
      (state, { id }) => after(state, delegateOf(id), saying({ kind: 'communique' }, 'weWillCommit')),
      start,
    );
    expect(shareOf(all)).toBe(1000);
    expect(after(all, host, close).world).toEqual(after(start, host, close).world);
    let next = after(all, host, close);
    while (next.phase.name !== 'decision') next = after(next, host, close);
    expect(shareOf(next)).toBe(0);
  });

  it('no phrase changes the world', () => {
    const start = decidingTable();
    const talked = phraseIds.reduce((state, phrase) => after(state, aurelia, saying(plenary, phrase)), start);
    expect(after(talked, host, close).world).toEqual(after(start, host, close).world);
  });
});
