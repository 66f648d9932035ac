import { expect, test } from 'vitest';
import type { ScenarioCard } from '#shared/session/views/cardView.ts';
import { plainWallPages } from '#shared/wire/wallPage.ts';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';

const hidden = { earliestEnd: 3, rounds: 5 } satisfies Partial<ScenarioCard['plan']>;

test('a hidden end is a range in both languages, in every header', () => {
  const range = (words: typeof en) => words.play.hiddenEnd.range(hidden.earliestEnd, hidden.rounds);
  expect(en.play.round(1, range(en))).toBe('Round 1 of 3–5');
  expect(zh.play.round(1, range(zh))).toBe('第 1 轮，共 3–5 轮');
  expect(zh.host.room.round(1, range(zh), '决策')).toBe('第 1 轮，共 3–5 轮，决策');
});

test('each page of the wall has a name of its own in both languages', () => {
  const pages = [...plainWallPages, 'why'].toSorted();
  for (const { projector } of [en, zh]) {
    expect(Object.keys(projector.wall.names).toSorted()).toEqual(pages);
    expect(new Set(Object.values(projector.wall.names)).size).toBe(pages.length);
  }
});
