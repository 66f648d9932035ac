/** The files that can be made of records. The codebook says who is behind each pseudonym. */
export const exportKinds = ['zip', 'xlsx', 'log', 'codebook'] as const;
/** A kind of file. */
export type ExportKind = (typeof exportKinds)[number];

/** What is to be made of some records. */
export interface ExportWish {
  readonly kind: ExportKind;
  /** Whether the typed names of people stand beside their pseudonyms. */
  readonly names: boolean;
}

/** A finished file, or the place where a record cannot be read. */
export type ExportMade =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly sessions: readonly string[] }
  | { readonly ok: false; readonly where: string };

const endings: Readonly<Record<ExportKind, (sessions: number) => string>> = {
  zip: () => 'tables.zip',
  xlsx: () => 'workbook.xlsx',
  log: (sessions) => (sessions === 1 ? 'log.jsonl' : 'logs.zip'),
  codebook: () => 'codebook.csv',
};

/**
 * The name of a file: of one session by its code, or by its name in the tables where it has no code; the name says so where typed
 * names of people are inside.
 */
export function exportFileName(
  { kind, names }: ExportWish,
  sessions: readonly string[],
  code: string | null,
): string {
  const [only, ...others] = sessions;
  const which = others.length > 0 || only === undefined ? `${sessions.length}-sessions` : (code ?? only);
  return `crossroads-${which}-${names && kind !== 'codebook' ? 'with-names-' : ''}${endings[kind](sessions.length)}`;
}
