import { gzipSync, zstdCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { textBeforeFault } from '#shared/log/beforeFault.ts';
import { recordedSource } from '../../client/source/recorded.ts';
import { recordText } from '../../client/source/recordFile.ts';
import { playedLog } from '../log/playedLog.ts';

let text = '';

beforeAll(async () => {
  text = await playedLog('archipelago', 5);
});

describe('the file of a record', () => {
  test('is read plain, packed with gzip and packed with Zstandard', async () => {
    for (const bytes of [Buffer.from(text), gzipSync(text), zstdCompressSync(text)])
      expect((await recordText(new Blob([new Uint8Array(bytes)]))) === text).toBe(true);
  });

  test('that breaks off in the middle of its packing gives what came before', async () => {
    for (const bytes of [gzipSync(text), zstdCompressSync(text)]) {
      const half = bytes.subarray(0, Math.floor(bytes.length * 0.6));
      const read = await recordText(new Blob([new Uint8Array(half)]));
      expect(text.startsWith(read.replace(/\uFFFD+$/, ''))).toBe(true);
    }
  });

  test('that is something else is read as it is', async () => {
    expect(await recordText(new Blob(['milk']))).toBe('milk');
    expect(await recordText(new Blob([]))).toBe('');
  });
});

describe('a damaged record', () => {
  test('can be shown up to the line before its fault', () => {
    const rows = text.split('\n');
    const damaged = [...rows.slice(0, 20), '{"seq":', ...rows.slice(21)].join('\n');
    expect(recordedSource(damaged)).toMatchObject({ ok: false, failure: { where: 'line 20' } });
    const sound = recordedSource(textBeforeFault(damaged, 'line 20') ?? '');
    expect(sound.ok && sound.value.length).toBe(19);
  });

  test('that lost its closing line can be shown whole', () => {
    const rows = text.trim().split('\n');
    const footer = rows.findIndex((row) => row.includes('"end":true'));
    const damaged = [...rows.slice(0, footer), '{"end":true}'].join('\n');
    expect(recordedSource(damaged)).toMatchObject({ ok: false, failure: { where: 'footer' } });
    const sound = recordedSource(textBeforeFault(damaged, 'footer') ?? '');
    expect(sound.ok && sound.value.length).toBe(footer - 1);
  });

  test('whose beginning is damaged has nothing to show', () => {
    for (const where of ['header', 'file', 'line 1']) expect(textBeforeFault(text, where)).toBeNull();
  });
});
