import { expect, test } from 'vitest';
import type { MessageView } from '#shared/session/views/tableView.ts';
import { spokenWords } from '../../client/panels/talk/talkThreads.ts';
import { inBothLanguages, readersPart } from '../../client/text/bothLanguages.ts';
import { viewFor } from '#shared/session/view.ts';
import { emptyTable } from '../session/table.ts';
import { fetchWords } from '../../client/text/language.ts';

await fetchWords('en');
const view = viewFor(emptyTable(), { kind: 'observer' }, () => null);

const message: MessageView = {
  id: 1,
  round: 1,
  phase: 'negotiation',
  channel: { kind: 'announcement' },
  seat: null,
  delegate: null,
  text: null,
  phrase: null,
  move: null,
  mentions: [],
};

test('each reader reads a bilingual text of the host in their own language', () => {
  const both = inBothLanguages({ en: 'Look at the wall.', zh: '请看大屏幕。' });
  expect(readersPart(both, 'en')).toBe('Look at the wall.');
  expect(readersPart(both, 'zh')).toBe('请看大屏幕。');
  expect(spokenWords(view, { ...message, text: both })).toBe('Look at the wall.');
});

test('a text in one language is for everybody, and a state’s text stays whole', () => {
  for (const one of [
    { en: 'Hello', zh: ' ' },
    { en: '', zh: '你好' },
  ])
    for (const reader of ['en', 'zh'] as const)
      expect(readersPart(inBothLanguages(one), reader)).toBe(one.en + one.zh.trim());
  const written = 'a\n———\nb';
  expect(
    spokenWords(view, { ...message, channel: { kind: 'plenary' }, seat: 'aurelia', text: written }),
  ).toBe(written);
});
