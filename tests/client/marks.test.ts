import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { View } from '#shared/session/views/tableView.ts';
import {
  allMarks,
  isMarkSeen,
  type Mark,
  markWords,
  pivotalMarks,
} from '../../client/screens/replay/marks.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { classLog, spoken } from '../export/classLog.ts';
import { fetchWords } from '../../client/text/language.ts';

let source: RecordedSource;
let end: View;
let marks: readonly Mark[];

beforeAll(async () => {
  await fetchWords('en');
  const opened = recordedSource(readFileSync('tests/golden/archipelago-5x3-talk.jsonl', 'utf8'));
  if (!opened.ok) throw new Error(opened.failure.what);
  source = opened.value;
  end = source.viewAt(source.length);
  marks = allMarks(source, end);
});

describe('the marks of a record', () => {
  test('are as many as what happened, and in its order', () => {
    const events = source.lines.flatMap((line) => line.events);
    const count = (kind: Mark['kind']): number => marks.filter((mark) => mark.kind === kind).length;
    expect(count('signed')).toBe(events.filter(({ type }) => type === 'agreementEntered').length);
    expect(count('broken')).toBe(
      events.filter((event) => event.type === 'agreementJudged' && event.judgement.outcome === 'breached')
        .length,
    );
    expect(count('reveal')).toBe(5);
    expect(count('moment')).toBe(end.table.ending?.moments.length);
    const places = marks.map(({ position }) => position);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('are each said in words', () => {
    for (const mark of marks) expect(markWords(end, mark)).not.toBe('');
  });

  test('of bookmarks stand where they were set, with their line; who was not shown one sees it in *everything* alone', () => {
    const opened = recordedSource(classLog());
    if (!opened.ok) throw new Error(opened.failure.what);
    const { lines, length } = opened.value;
    const table = opened.value.viewAt(length);
    const bookmarks = allMarks(opened.value, table).filter(({ kind }) => kind === 'bookmark');
    const set = lines.flatMap(({ events }, index) =>
      events.some(({ type }) => type === 'bookmarkSet') ? [index + 1] : [],
    );
    // The third was removed again.
    expect(bookmarks.map(({ position }) => position)).toEqual(set.slice(0, 2));
    expect(bookmarks.map((mark) => markWords(table, mark))).toEqual([
      `Bookmark: ${spoken.marked}`,
      `Bookmark: ${spoken.markedForHost}`,
    ]);
    for (const viewer of [{ kind: 'observer' }, { kind: 'participantAfterEnd', seat: 'aurelia' }] as const)
      expect(bookmarks.map((mark) => isMarkSeen(mark, viewer))).toEqual([true, false]);
    expect(bookmarks.every((mark) => isMarkSeen(mark, { kind: 'host' }))).toBe(true);
  });

  test('of the pivotal order is at the reveal of its round', () => {
    const asked = source.answerAt(source.length, { ask: 'findings' });
    if (!asked.ok) throw new Error(asked.refusal);
    const { top } = asked.answer.pivotal;
    const [mark, ...more] = pivotalMarks(source, top);
    expect(more).toEqual([]);
    expect(mark).toMatchObject({ seat: top[0]?.seat, position: source.breaks[top[0]?.round ?? -1] });
    expect(mark && markWords(end, mark)).toMatch(/^The pivotal order: /);
    expect(pivotalMarks(source, [])).toEqual([]);
  });

  test('of a secret agreement are for its parties and for who sees everything', () => {
    const secret: Mark = {
      agreement: 'a1',
      kind: 'signed',
      position: 3,
      round: 1,
      parties: ['aurelia', 'meridia'],
      by: [],
      isSecret: true,
    };
    expect(isMarkSeen(secret, { kind: 'observer' })).toBe(false);
    expect(isMarkSeen(secret, { kind: 'participantAfterEnd', seat: 'concordia' })).toBe(false);
    expect(isMarkSeen(secret, { kind: 'participantAfterEnd', seat: 'aurelia' })).toBe(true);
    expect(isMarkSeen(secret, { kind: 'host' })).toBe(true);
  });
});
