import { expect, test } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { Identity } from '#shared/run/identity.ts';
import { answerTo, commandFrom } from '../../server/rooms/requests.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { lobby, started } from './liveTable.ts';

const hostIdentity: Identity = { kind: 'host', session: 's1', host: 'h1' };
const person: Identity = { kind: 'delegate', session: 's1', seat: 'aurelia', delegate: 'd-aurelia' };

async function marking() {
  const store = memoryStore();
  const session = await lobby(store);
  await started(session);
  let keys = 0;
  const give = (command: object, text: string | null = null, who: Identity = hostIdentity) =>
    commandFrom(session, who, { key: `bookmark-key-${(keys += 1)}`, command, text }, new TalkLimit());
  const copy = (reader: Parameters<typeof sessionLogText>[2]) => sessionLogText(store, session, reader);
  return { session, give, copy };
}

test('the line of a bookmark is cleaned and kept beside the log; a new one erases it, and so does removing', async () => {
  const { session, give, copy } = await marking();
  expect(await give({ type: 'setBookmark', text: null })).toMatchObject({ ok: true });
  await give({ type: 'noteBookmark', number: 1, text: null }, '  the first\nword\u202E ');
  expect(answerTo(session, hostIdentity, { ask: 'bookmarks' })).toMatchObject({
    answer: [{ number: 1, note: 'the first word' }],
  });
  await give({ type: 'noteBookmark', number: 1, text: null }, 'the second word');
  await give({ type: 'setBookmark', text: null }, 'at once');
  const text = await copy({ kind: 'host' });
  expect(text).not.toContain('the first word');
  expect(text).toContain('the second word');
  await give({ type: 'removeBookmark', number: 1 });
  const after = await copy({ kind: 'host' });
  expect(after).not.toContain('the second word');
  expect(after).toContain('at once');
  const log = parseLog(after);
  expect(log.ok && verifyLog(log.value, sha256)).toMatchObject({ ok: true });
});

test('a line that is too long, and a bookmark of anybody else, are refused', async () => {
  const { session, give } = await marking();
  expect(await give({ type: 'setBookmark', text: null }, 'x'.repeat(201))).toEqual({
    ok: false,
    refusal: { code: 'textTooLong' },
  });
  expect(await give({ type: 'setBookmark', text: null }, null, person)).toMatchObject({ ok: false });
  expect(answerTo(session, person, { ask: 'bookmarks' })).toEqual({ ok: false, refusal: 'notYours' });
});

test('people take home the lines that the host has shown, and no others', async () => {
  const { session, give, copy } = await marking();
  await give({ type: 'setBookmark', text: null }, 'shown to all');
  await give({ type: 'setBookmark', text: null }, 'for the host alone');
  await session.submit({ kind: 'host', host: 'h1' }, 'end', { type: 'endSession' });
  await give({ type: 'showBookmark', number: 1, shown: true });
  const readers = [
    { kind: 'participant', delegate: 'd-aurelia' },
    { kind: 'watcher', names: false },
    { kind: 'export', names: true },
  ] as const;
  for (const reader of readers) {
    const text = await copy(reader);
    expect(text).toContain('shown to all');
    expect(text).not.toContain('for the host alone');
  }
});
