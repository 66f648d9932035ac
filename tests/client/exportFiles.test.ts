import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { textsInCopy } from '#shared/log/copyTexts.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { exportFileName, type ExportWish } from '../../client/panels/export/exportWish.ts';
import { makeFile } from '../../client/panels/export/makeFile.ts';
import { sha256 } from '../../server/store/digest.ts';
import { classLog, spoken, typedNames } from '../export/classLog.ts';
import { parsed, playedLog } from '../log/playedLog.ts';

const classText = classLog();
const names = [...Object.values(typedNames), '王小明'];

async function made(wish: ExportWish, ...texts: readonly string[]): Promise<Uint8Array> {
  const file = await makeFile(texts, wish);
  if (!file.ok) throw new Error(file.where);
  return file.bytes;
}

function allText(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join('\n');
}

/** The copy that a person or the host takes home. */
function copyFor(text: string, reader: Parameters<typeof textsInCopy>[1]): string {
  const { header, lines, rawLines, texts } = parsed(text);
  const kept = lines.map(({ hash }, index) => ({ hash, text: rawLines[index] ?? '' }));
  return copyOf({ header, lines, kept, texts }, { status: 'ended' }, reader);
}

describe('a file that a page makes of a record', () => {
  test('holds no typed name in any byte unless names are chosen', async () => {
    for (const kind of ['zip', 'xlsx'] as const) {
      const without = allText(await made({ kind, names: false }, classText));
      expect(names.filter((name) => without.includes(name))).toEqual([]);
      const withNames = allText(await made({ kind, names: true }, classText));
      expect(withNames).toContain('Annemarie Verweij');
    }
    const log = strFromU8(await made({ kind: 'log', names: false }, classText));
    expect(names.filter((name) => log.includes(name))).toEqual([]);
  });

  test('tells in the codebook alone who is behind each pseudonym', async () => {
    const book = strFromU8(await made({ kind: 'codebook', names: true }, classText));
    expect(book).toContain('P01,person-aurelia,Annemarie Verweij');
    const zip = unzipSync(await made({ kind: 'zip', names: true }, classText));
    expect(Object.keys(zip).filter((name) => name.includes('codebook'))).toEqual([]);
  });

  test('is a record that verifies, with the lines of the original and what may be passed on', async () => {
    const text = strFromU8(await made({ kind: 'log', names: false }, classText));
    const log = parseLog(text);
    if (!log.ok) throw new Error(log.failure.what);
    expect(log.value.rawLines).toEqual(parsed(classText).rawLines);
    expect(verifyLog(log.value, sha256).ok).toBe(true);
    expect(text).toContain(spoken.chinese);
    for (const kept of [spoken.private, spoken.help, spoken.unshared]) expect(text).not.toContain(kept);
  });

  test('made of a participant’s copy holds nothing that the copy does not hold', async () => {
    const copy = copyFor(classText, { kind: 'participant', delegate: 'person-meridia' });
    // The copy has its own unshared reflection and what was said in private: an export passes neither on.
    expect(copy).toContain(spoken.unshared);
    expect(copy).toContain(spoken.private);
    const zip = allText(await made({ kind: 'zip', names: true }, copy));
    for (const kept of [spoken.unshared, spoken.private, spoken.pulse, spoken.shared])
      expect(zip).not.toContain(kept);
    expect(zip).toContain(spoken.chinese);
  });

  test('of several records is one set of tables, or one zip of records; the same record counts once', async () => {
    const other = await playedLog('archipelago', 5);
    const zip = unzipSync(await made({ kind: 'zip', names: false }, classText, other, classText));
    const rows = strFromU8(zip['sessions.csv'] ?? new Uint8Array())
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(3);
    const logs = unzipSync(await made({ kind: 'log', names: false }, classText, other, classText));
    expect(Object.keys(logs)).toHaveLength(2);
    expect(Object.values(logs).every((log) => parseLog(strFromU8(log)).ok)).toBe(true);
  });

  test('of a faulty record is none: the place of the fault instead', async () => {
    const rows = classText.split('\n');
    const cut = [...rows.slice(0, 4), '{"seq":', ...rows.slice(5)].join('\n');
    const wish = { kind: 'zip', names: false } as const;
    expect(await makeFile([classText, cut], wish)).toEqual({ ok: false, where: 'line 4' });
    // Its lines have the right form, but nobody has a seat in them.
    const unplayable = [rows[0], ...rows.slice(20)].join('\n');
    expect(await makeFile([unplayable], wish)).toMatchObject({ ok: false });
  });
});

describe('the name of such a file', () => {
  test('says which sessions, what it is, and whether typed names are inside', () => {
    const one = ['0123456789ab'];
    expect(exportFileName({ kind: 'zip', names: false }, one, 'H7KX4M')).toBe('crossroads-H7KX4M-tables.zip');
    expect(exportFileName({ kind: 'xlsx', names: true }, one, null)).toBe(
      'crossroads-0123456789ab-with-names-workbook.xlsx',
    );
    expect(exportFileName({ kind: 'log', names: false }, one, 'H7KX4M')).toBe('crossroads-H7KX4M-log.jsonl');
    expect(exportFileName({ kind: 'log', names: false }, ['a', 'b'], null)).toBe(
      'crossroads-2-sessions-logs.zip',
    );
    expect(exportFileName({ kind: 'codebook', names: true }, one, 'H7KX4M')).toBe(
      'crossroads-H7KX4M-codebook.csv',
    );
  });
});
