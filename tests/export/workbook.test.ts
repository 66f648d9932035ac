import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbook } from '#shared/export/workbook.ts';
import { participationIn } from '#shared/export/participation.ts';
import { orderRows } from '#shared/export/rows/deeds.ts';
import { tellSession } from '#shared/export/told.ts';
import { parsed } from '../log/playedLog.ts';
import { classLog, typedNames } from './classLog.ts';

const log = parsed(classLog());

async function partsOf(names: boolean): Promise<Readonly<Record<string, string>>> {
  const bytes = new Uint8Array(await (await workbook([log], { names })).arrayBuffer());
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

describe('the workbook of a class', () => {
  test('has a frozen heading on each of three sheets', async () => {
    const sheets = Object.entries(await partsOf(false)).filter(([name]) => /worksheets\/sheet\d/.test(name));
    expect(sheets).toHaveLength(3);
    for (const [, xml] of sheets) {
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).toContain('<cols>');
      expect(xml).not.toContain('<f>');
    }
  });

  test('holds typed names only where they were chosen', async () => {
    const [without, withNames] = [await partsOf(false), await partsOf(true)].map((parts) =>
      Object.values(parts).join('\n'),
    );
    expect(without).not.toContain(typedNames['aurelia']);
    expect(without).not.toContain(typedNames['concordia']);
    expect(withNames).toContain(typedNames['aurelia']);
    expect(withNames).toContain(typedNames['concordia']);
    expect(without).toContain('Rules check: right');
    for (const given of ['Rules check', 'Gave a word', 'Shared a reflection'])
      expect(withNames).not.toContain(given);
  });
});

test('what each person took part in is counted from the record', () => {
  const told = tellSession(log, { names: false });
  const [ann, wang, , idle] = participationIn(told, orderRows(told));
  expect(ann).toMatchObject({
    orders: 2,
    messages: 9,
    // An agreement and a move.
    offers: 2,
    signatures: 0,
    // Kept in the first round, broken in the second.
    kept: 1,
    broken: 1,
    unnamed: { quizRight: 1, quizAsked: 1, hasWord: true, hasShared: true },
  });
  expect(wang).toMatchObject({
    orders: 2,
    messages: 2,
    offers: 0,
    signatures: 1,
    unnamed: { hasShared: false },
  });
  expect(idle).toMatchObject({
    orders: 0,
    messages: 0,
    offers: 0,
    signatures: 0,
    unnamed: { hasWord: false },
  });
});
