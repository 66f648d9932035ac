import { type Signal, useSignal } from '@preact/signals';
import type { Result } from '#shared/lib/result.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { exportFileName, type ExportKind, type ExportWish } from './exportWish.ts';

/** The records to make files of. */
export interface RecordsToExport {
  /** The code of the session; null where it has none or where there are several. */
  readonly code: string | null;
  /** The texts of the records; a sentence where one cannot be had. */
  readonly read: () => Promise<Result<readonly string[], string>>;
}

/** What became of the last wish. */
export type ExportState =
  | { readonly state: 'idle' }
  | { readonly state: 'making'; readonly kind: ExportKind }
  | { readonly state: 'made'; readonly file: string; readonly bytes: number }
  /** A record could not be had, for the reason in this sentence. */
  | { readonly state: 'unread'; readonly sentence: string }
  /** A record is faulty at this place. */
  | { readonly state: 'faulty'; readonly where: string }
  | { readonly state: 'failed' };

/** Makes files of records and has the browser save them. */
export function useExport(records: RecordsToExport): {
  readonly now: Signal<ExportState>;
  readonly make: (wish: ExportWish) => void;
} {
  const now = useSignal<ExportState>({ state: 'idle' });
  const make = (wish: ExportWish): void => {
    if (now.peek().state === 'making') return;
    now.value = { state: 'making', kind: wish.kind };
    made(records, wish).then(
      (state) => (now.value = state),
      () => (now.value = { state: 'failed' }),
    );
  };
  return { now, make };
}

async function made({ code, read }: RecordsToExport, wish: ExportWish): Promise<ExportState> {
  const texts = await read();
  if (!texts.ok) return { state: 'unread', sentence: texts.failure };
  const { madeInWorker } = await import('./madeInWorker.ts');
  const file = await madeInWorker(texts.value, wish);
  if (!file.ok) return { state: 'faulty', where: file.where };
  const name = exportFileName(wish, file.sessions, code);
  saveFile(name, new Blob([file.bytes], { type: types[wish.kind] }));
  return { state: 'made', file: name, bytes: file.bytes.length };
}

const types: Readonly<Record<ExportKind, string>> = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  log: 'application/octet-stream',
  codebook: 'text/csv',
};
