import { codebookText } from '#shared/export/codebook.ts';
import { sessionOf } from '#shared/export/told.ts';
import { workbook } from '#shared/export/workbook.ts';
import { exportedLogs, zipPackage } from '#shared/export/zipPackage.ts';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import type { ExportMade, ExportWish } from './exportWish.ts';

/**
 * Makes a file from the texts of records, the same as `crossroads export` does. It holds nothing that the records do not hold, and
 * of that only what an export may. [decisions 0084, 0092]
 */
export async function makeFile(texts: readonly string[], wish: ExportWish): Promise<ExportMade> {
  const logs: ParsedLog[] = [];
  for (const text of texts) {
    const log = parseLog(text);
    if (!log.ok) return { ok: false, where: log.failure.where };
    logs.push(log.value);
  }
  const sessions = [...new Set(logs.map(({ header }) => sessionOf(header.hash)))];
  try {
    return { ok: true, bytes: new Uint8Array(await bytesOf(logs, wish)), sessions };
  } catch {
    // A record comes from elsewhere: that it cannot be played is a finding about it.
    return { ok: false, where: 'file' };
  }
}

async function bytesOf(
  logs: readonly ParsedLog[],
  { kind, names }: ExportWish,
): Promise<Uint8Array | ArrayBuffer> {
  switch (kind) {
    case 'zip':
      return zipPackage(logs, { names, timeText: (ms) => new Date(ms).toISOString() });
    case 'xlsx':
      return (await workbook(logs, { names })).arrayBuffer();
    case 'log':
      return exportedLogs(logs, { names });
    case 'codebook':
      return new TextEncoder().encode(codebookText(logs));
  }
}
