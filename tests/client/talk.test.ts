import { describe, expect, test } from 'vitest';
import {
  isOurs,
  namedStates,
  silencedBy,
  spokenWords,
  type Thread,
  threadsOf,
  unreadOf,
} from '../../client/panels/talk/talkThreads.ts';
import { lastForMe } from '../../client/panels/talk/answering.ts';
import { mayPrepareDialogue, prepareDialogue } from '../../client/panels/orders/prepareDialogue.ts';
import { newPlayState } from '../../client/panels/playState.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Channel, PhraseId } from '#shared/session/vocabulary/talk.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';
import { fetchWords } from '../../client/text/language.ts';

await fetchWords('en');

const toAurelia = { kind: 'bilateral', with: 'aurelia' } as const;
const toMeridia = { kind: 'bilateral', with: 'meridia' } as const;

const saying = (channel: Channel, phrase: PhraseId = 'feelThreatened') =>
  ({ type: 'say', channel, text: null, phrase, mentions: [] }) as const;
const seen = (state: SessionState, viewer: Viewer): View => viewFor(state, viewer, () => null);
const aurelia: Viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' };

function thread(view: View, key: string): Thread {
  const found = threadsOf(view).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no thread ${key}`);
  return found;
}

describe('channels as their reader has them', () => {
  const talked = [
    [delegateOf('meridia'), saying(toAurelia)],
    [delegateOf('aurelia'), saying(toMeridia, 'agree')],
    [delegateOf('meridia'), saying({ kind: 'plenary' })],
  ] as const;
  const state = talked.reduce((table, [actor, command]) => after(table, actor, command), decidingTable());
  const view = seen(state, aurelia);

  test('what two seats say to each other is one thread, whoever speaks', () => {
    const { messages } = thread(view, 'with meridia');
    expect(messages.map((message) => [message.seat, isOurs(view, message)])).toEqual([
      ['meridia', false],
      ['aurelia', true],
    ]);
  });

  test('own words are never new, read ones neither', () => {
    expect(unreadOf(view, thread(view, 'with meridia'), {})).toBe(1);
    expect(unreadOf(view, thread(view, 'with meridia'), { 'with meridia': 1 })).toBe(0);
    expect(unreadOf(view, thread(view, 'plenary'), { 'with meridia': 9 })).toBe(1);
  });

  test('the last words meant for my seat can be answered: said in private, or naming it; my own cannot', () => {
    expect(lastForMe(view, thread(view, 'with meridia').messages)?.seat).toBe('meridia');
    expect(lastForMe(view, thread(view, 'plenary').messages)).toBeNull();
    const naming = { ...saying({ kind: 'plenary' }), mentions: ['aurelia'] };
    const named = seen(after(state, delegateOf('concordia'), naming), aurelia);
    expect(lastForMe(named, thread(named, 'plenary').messages)?.seat).toBe('concordia');
    const own = seen(after(decidingTable(), delegateOf('aurelia'), saying(toMeridia)), aurelia);
    expect(lastForMe(own, thread(own, 'with meridia').messages)).toBeNull();
  });

  test('an answer prepares the dialogue card, aimed at the speaker, but not after the order is sealed', () => {
    const ui = newPlayState();
    prepareDialogue(view, ui, 'meridia');
    expect(ui.draft.value).toMatchObject({ action: 'dialogue', targets: ['meridia'] });
    expect(mayPrepareDialogue(view)).toBe(true);
    const sealed = after(state, delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'hold' } });
    expect(mayPrepareDialogue(seen(sealed, aurelia))).toBe(false);
  });

  test('an observer has the public channels and does not speak', () => {
    const watching = seen(state, { kind: 'observer' });
    expect(threadsOf(watching).map(({ key }) => key)).toEqual(['plenary', 'communique']);
    expect(silencedBy(watching, { kind: 'plenary' }, null)).not.toBeNull();
  });

  test('a closed channel says why, an open one says nothing', () => {
    expect(silencedBy(view, toMeridia, null)).toBeNull();
    const closed = seen(after(state, host, { type: 'setTalk', mode: 'publicOnly' }), aurelia);
    expect(silencedBy(closed, toMeridia, null)).toContain('public channels');
    expect(silencedBy(closed, { kind: 'plenary' }, null)).toBeNull();
    const mute = { delegate: 'person-aurelia', reason: 'tone' } as const;
    expect(silencedBy(view, { kind: 'plenary' }, mute)).toMatch(/muted.*civil tone/);
    expect(silencedBy(view, { kind: 'delegation' }, mute)).toBeNull();
  });

  test('a message names the states it was sent with and those in its words, in either language', () => {
    const [message] = view.table.messages;
    if (message === undefined) throw new Error('nothing was said');
    const meridia = view.card.seats.find(({ id }) => id === 'meridia')?.name;
    const text = `${meridia?.zh}, listen`;
    expect(namedStates(view, { ...message, text, mentions: ['aurelia'] })).toEqual(['aurelia', 'meridia']);
  });

  test('a message without phrase and words was erased', () => {
    const [message] = view.table.messages;
    if (message === undefined) throw new Error('nothing was said');
    expect(spokenWords(view, message)).toBe('We feel threatened.');
    expect(spokenWords(view, { ...message, phrase: null })).toBe('This message was erased.');
  });
});
