import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { zipPackage } from '#shared/export/zipPackage.ts';
import { codebookText } from '#shared/export/codebook.ts';
import { unpackLedger } from '#shared/model/ledger.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { replay } from '#shared/log/replay.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { classLog, spoken, typedNames } from './classLog.ts';
import { type DuckTables, duckTables } from './duckTables.ts';

const timeText = (ms: number): string => new Date(ms).toISOString();
const exported = (names: boolean, ...logs: readonly string[]): Uint8Array =>
  zipPackage(logs.map(parsed), { names, timeText });
const filesIn = (zip: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const allText = (zip: Uint8Array): string => Object.values(filesIn(zip)).join('\n');

const classText = classLog();
const log = parsed(classText);
const state = replay(log).states.at(-1);

describe('the tables of a class and of a session by bots, in a database that enforces the declared keys', () => {
  let tables: DuckTables;
  let botText = '';
  beforeAll(async () => {
    botText = await playedLog('archipelago', 5);
    tables = await duckTables(exported(false, classText, botText));
  }, 60_000);
  afterAll(() => tables.close());
  const only = log.header.hash.slice(0, 12);
  const count = async (table: string, where = 'true'): Promise<unknown> =>
    (
      await tables.rows(`SELECT count(*)::INT AS n FROM "${table}" WHERE session = '${only}' AND ${where}`)
    )[0]?.['n'];

  test('hold as many rows as the log has facts', async () => {
    const events = log.lines.flatMap((line) => line.events);
    const of = (type: string): number => events.filter((event) => event.type === type).length;
    const rounds = state?.rounds ?? [];
    expect(await count('messages')).toBe(of('said'));
    expect(await count('messages', 'NOT stands')).toBe(1);
    expect(await count('people')).toBe(of('seatTaken'));
    expect(await count('agreements')).toBe(of('agreementProposed'));
    expect(await count('host-acts')).toBe(log.lines.filter(({ actor }) => actor.kind === 'host').length);
    expect(await count('bookmarks')).toBe(of('bookmarkSet') - of('bookmarkRemoved'));
    expect(await count('quiz')).toBe(of('quizAnswered'));
    expect(await count('survey')).toBe(3 * of('surveyAnswered'));
    expect(await count('bets')).toBe(of('betPlaced'));
    expect(await count('events', '"from" = \'host\'')).toBe(of('eventInjected'));
    // Two of the three rounds that were resolved stand.
    expect([of('roundResolved'), rounds.length, await count('rounds')]).toEqual([3, 2, 3]);
    expect(await count('orders')).toBe(rounds.length * log.header.seats.length);
    const changes = rounds.flatMap(({ ledger }) =>
      unpackLedger(ledger).filter((entry) => 'quantity' in entry),
    );
    expect(await count('ledger')).toBe(changes.length);
  });

  const perSeat = ['development', 'defence', 'localization', 'force', 'shock', 'score'];
  test.each(perSeat)('the ledger adds up exactly to how %s of each state changed', async (quantity) => {
    const wrong = await tables.rows(`
      SELECT now.session, now.round, now.seat FROM states now
      JOIN states before ON (before.session, before.round + 1, before.seat) = (now.session, now.round, now.seat)
      LEFT JOIN (SELECT session, round, seat, sum(change) AS change FROM ledger WHERE quantity = '${quantity}' GROUP BY ALL) moved
      ON (moved.session, moved.round, moved.seat) = (now.session, now.round, now.seat)
      WHERE now.${quantity} - before.${quantity} <> coalesce(moved.change, 0)`);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['trust', 'trust'],
    ['restriction', 'trust'],
    ['barrier', 'links'],
  ])('and to how %s of each pair changed', async (quantity, table) => {
    const wrong = await tables.rows(`
      SELECT now.session, now.round, now.seat, now.other FROM "${table}" now JOIN "${table}" before
      ON (before.session, before.round + 1, before.seat, before.other) = (now.session, now.round, now.seat, now.other)
      LEFT JOIN (SELECT session, round, seat, other, sum(change) AS change FROM ledger WHERE quantity = '${quantity}' GROUP BY ALL) moved
      ON (moved.session, moved.round, moved.seat, moved.other) = (now.session, now.round, now.seat, now.other)
      WHERE now.${quantity} - before.${quantity} <> coalesce(moved.change, 0)`);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['regime', 'common_rules'],
    ['institutions', 'institutions'],
    ['opacity', 'opacity'],
    ['competition', 'competition'],
  ])('and to how %s of the world changed', async (quantity, field) => {
    const wrong = await tables.rows(`
      SELECT now.session, now.round FROM rounds now
      JOIN rounds before ON (before.session, before.round + 1) = (now.session, now.round)
      LEFT JOIN (SELECT session, round, sum(change) AS change FROM ledger WHERE quantity = '${quantity}' GROUP BY ALL) moved
      ON (moved.session, moved.round) = (now.session, now.round)
      WHERE now.${field} - before.${field} <> coalesce(moved.change, 0)`);
    expect(wrong).toEqual([]);
  });

  test('a score is the sum of what its rounds brought, and every round its parts', async () => {
    const wrong = await tables.rows(`
      SELECT * FROM scores s JOIN states now USING (session, round, seat)
      JOIN states before ON (before.session, before.round + 1, before.seat) = (s.session, s.round, s.seat)
      WHERE now.score - before.score <> s.total`);
    expect(wrong).toEqual([]);
    const rows = await tables.rows(
      'SELECT count(*)::INT AS n FROM scores WHERE exchange + common + dividend + rent + club + pledge - damage - loss - cost <> total',
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('a move is there as data, with its answer and what came of it', async () => {
    const rows = await tables.rows(
      `SELECT kind, seat, "to", action, if_action, answer, if_done, done FROM moves WHERE session = '${only}' ORDER BY message`,
    );
    expect(rows[0]).toEqual({
      kind: 'offer',
      seat: 'aurelia',
      to: 'meridia',
      action: 'dialogue',
      if_action: 'commit',
      answer: 'agree',
      if_done: true,
      done: true,
    });
  });

  test('words come through whole, a formula with an apostrophe in front', async () => {
    const rows = await tables.rows(
      `SELECT text FROM messages WHERE session = '${only}' AND text IS NOT NULL ORDER BY message`,
    );
    expect(rows.map(({ text }) => text)).toEqual([
      `'${spoken.formula}`,
      `'${spoken.wideFormula}`,
      `'${spoken.command}`,
      spoken.chinese,
      spoken.lines,
      'In the attempt that does not count.',
    ]);
    const written = await tables.rows(`SELECT text FROM events WHERE text IS NOT NULL`);
    expect(written).toEqual([{ text: `'${spoken.event}` }]);
  });
});

describe('a package', () => {
  test('is the same, byte for byte, for the same record', () => {
    expect(Buffer.from(exported(false, classText)).equals(Buffer.from(exported(false, classText)))).toBe(
      true,
    );
  });

  test('counts a record once that is given twice', () => {
    expect(
      Buffer.from(exported(false, classText, classText)).equals(Buffer.from(exported(false, classText))),
    ).toBe(true);
  });

  test('holds no typed name in any byte, unless names were chosen', () => {
    const [without, withNames] = [allText(exported(false, classText)), allText(exported(true, classText))];
    for (const name of Object.values(typedNames)) {
      const inJson = JSON.stringify(name).slice(1, -1);
      expect(without).not.toContain(name);
      expect(without).not.toContain(inJson);
      expect(withNames).toContain(inJson);
    }
  });

  test('leaves out private talk, calls for help, reflections that were not shared, and what was erased', () => {
    const text = allText(exported(true, classText)) + allText(exported(false, classText));
    const kept = [
      spoken.private,
      spoken.help,
      spoken.answer,
      spoken.unshared,
      spoken.erased,
      spoken.markedForHost,
    ];
    for (const words of kept) expect(text).not.toContain(words);
    for (const words of [spoken.chinese, spoken.marked]) expect(text).toContain(words);
  });

  test('without names holds answers, words of leaving and shared reflections by pseudonym', () => {
    const files = filesIn(exported(false, classText));
    const rowsOf = (table: string): number => (files[`${table}.csv`] ?? '').split('\r\n').length - 2;
    expect(files['pulses.csv']).toContain(spoken.pulse);
    expect(files['reflections.csv']).toContain(spoken.shared);
    for (const table of ['quiz', 'survey', 'pulses', 'reflections'])
      expect(rowsOf(table), table).toBeGreaterThan(0);
  });

  test('with names holds nothing that people gave on the promise that it stands nowhere with their name', () => {
    const files = filesIn(exported(true, classText));
    const all = Object.values(files).join('\n');
    for (const words of [spoken.shared, spoken.pulse]) expect(all).not.toContain(words);
    const texts = parsed(files['session.jsonl'] ?? '').texts.map(({ value }) => value);
    for (const answers of ['1 3 5', '2 3 4']) expect(texts).not.toContain(answers);
    for (const table of ['quiz', 'survey', 'pulses', 'reflections'])
      expect(files[`${table}.csv`]?.trim().split('\r\n'), table).toHaveLength(1);
  });

  test('holds private talk where the session promised that it opens', () => {
    const files = filesIn(exported(false, classLog({ privateTalkOpens: true })));
    expect(files['messages.csv']).toContain(spoken.private);
    expect(files['moves.csv']?.split('\r\n').filter((row) => row.includes(',ask,concordia,'))).toHaveLength(
      1,
    );
    expect(files['session.jsonl']).toContain(spoken.private);
    expect(allText(exported(false, classLog({ privateTalkOpens: true })))).not.toContain(spoken.help);
  });

  test('holds the lines of the record byte for byte, and they verify', () => {
    const own = filesIn(exported(false, classText))['session.jsonl'] ?? '';
    expect(verifyLog(parsed(own), sha256)).toMatchObject({ ok: true, lines: log.lines.length });
    expect(parsed(own).rawLines).toEqual(log.rawLines);
  });

  test('begins each table with the mark by which spreadsheets know UTF-8', () => {
    const files = unzipSync(exported(false, classText));
    const tables = Object.entries(files).filter(([name]) => name.endsWith('.csv'));
    expect(tables).toHaveLength(30);
    for (const [, bytes] of tables) expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  test('has a dictionary that names every field of every table', () => {
    const files = filesIn(exported(false, classText));
    for (const [name, text] of Object.entries(files)) {
      if (!name.endsWith('.csv')) continue;
      const section =
        files['DATA_DICTIONARY.md']?.split('\n## ').find((part) => part.includes(`\`${name}\``)) ?? '';
      for (const field of text.split('\r\n')[0]?.split(',') ?? [])
        expect(section).toContain(`\n| \`${field}\` |`);
    }
  });
});

test('the codebook names who is behind each pseudonym, and guards names against formulas', () => {
  const rows = codebookText([log]).split('\r\n');
  expect(rows[1]).toMatch(/,P01,person-aurelia,Annemarie Verweij$/);
  expect(rows[2]).toContain(`,P02,person-meridia,"'=HYPERLINK(""http://evil.example"",""王小明"")"`);
});
