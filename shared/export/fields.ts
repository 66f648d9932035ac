import type { Bilingual } from '../scenario/schema.ts';

/** The kinds of value that a field may hold, with the type a row gives. */
interface ValueOf {
  /** An id, a word of a closed list, or free text. */
  readonly text: string;
  readonly whole: number;
  /** Millionths; written as a decimal with six places. [decision 0084] */
  readonly micro: number;
  /** Milliseconds since 1970; written as a time of day in UTC. */
  readonly time: number;
  readonly yes: boolean;
}
/** The kind of value of a field. */
export type FieldKind = keyof ValueOf;

/** A field of a table: its kind, range and meaning in both languages. */
export interface FieldDeclared {
  readonly kind: FieldKind;
  readonly meaning: Bilingual;
  /** What a number counts or measures. */
  readonly unit?: string;
  /** Smallest and largest value: of `micro` fields in units, not in millionths. */
  readonly least?: number;
  readonly most?: number;
  /** The only words a text may be. */
  readonly words?: readonly string[];
  /** The field may be empty. */
  readonly optional?: true;
}

/** A field, or several in this order, that name a row of another table. */
export interface ReferenceDeclared {
  readonly fields: readonly string[];
  readonly table: string;
}

type Fields = Readonly<Record<string, FieldDeclared>>;

/** A table of the export: the one source of its file, its dictionary and its checks. [decision 0084] */
export interface TableDeclared<Own extends Fields = Fields> {
  readonly name: string;
  readonly title: Bilingual;
  /** What one row is. */
  readonly row: Bilingual;
  /** In the order of the columns; all names are in lower case with underscores. */
  readonly fields: Own;
  /** The fields that together name a row. */
  readonly key: readonly string[];
  readonly references: readonly ReferenceDeclared[];
}

/** What a field may hold; null is an empty cell. */
export type TableCell = string | number | boolean | null;

type CellOf<Field extends FieldDeclared> =
  | ValueOf[Field['kind']]
  | (Field extends { readonly optional: true } ? null : never);

/** A row of a table as its declaration has it: every field, no other. */
export type RowOf<Table extends TableDeclared> = {
  readonly [Name in keyof Table['fields']]: CellOf<Table['fields'][Name]>;
};

/** Declares a table. */
export function declareTable<const Own extends Fields>(
  table: TableDeclared<Own> & { readonly key: readonly (keyof Own & string)[] },
): TableDeclared<Own> {
  return table;
}

type Range = Pick<FieldDeclared, 'least' | 'most' | 'unit'>;

/** A field of free text or of an id. */
export function text(en: string, zh: string) {
  return { kind: 'text', meaning: { en, zh } } as const;
}

/** A field whose text is one of a few words. */
export function wordOf(words: readonly string[], en: string, zh: string) {
  return { kind: 'text', words, meaning: { en, zh } } as const;
}

/** A field of whole numbers, from 0 on unless the range says otherwise. */
export function whole(en: string, zh: string, range: Range = {}) {
  return { kind: 'whole', least: 0, ...range, meaning: { en, zh } } as const;
}

/** A field of decimals with six places, from 0 to 1 unless the range says otherwise. */
export function share(en: string, zh: string) {
  return { kind: 'micro', least: 0, most: 1, unit: SHARE, meaning: { en, zh } } as const;
}

/** A field of decimals with six places of any sign, without bounds unless the range says otherwise. */
export function decimal(en: string, zh: string, range: Range = {}) {
  return { kind: 'micro', unit: SHARE, ...range, meaning: { en, zh } } as const;
}

/** A field of yes (`true`) and no (`false`). */
export function yes(en: string, zh: string) {
  return { kind: 'yes', meaning: { en, zh } } as const;
}

/** A field of times. */
export function time(en: string, zh: string) {
  return { kind: 'time', unit: 'UTC', meaning: { en, zh } } as const;
}

/** The same field where it may be empty. */
export function maybe<const Field extends FieldDeclared>(field: Field) {
  return { ...field, optional: true as const };
}

/** One is what screens show as 100 points. */
const SHARE = '1 = 100 points';

/** Which session a row belongs to. */
export const session = text(
  'The session: the first twelve digits of the digest of its header.',
  '对局：记录文件头摘要的前 12 位。',
);
/** A seat by its id. */
export const seat = text('The state, by its id in the scenario.', '国家，用情景中的标识表示。');
/** A resolved round. */
export const round = whole('The round, from 1.', '轮次，从 1 开始。', { least: 1 });
/** A resolved round, or 0 for the opening. */
export const moment = whole(
  'The round whose end this is; 0 is the opening.',
  '这一轮结束时的状态；0 表示开局。',
);
/** A person by pseudonym. */
export const person = text('The person, by pseudonym.', '参与者，用代号表示。');
/** A line of the record. */
export const line = whole('The line of the record.', '记录中的行号。', { least: 1 });

/** The references that most tables have. */
export const to = {
  session: { fields: ['session'], table: 'sessions' },
  seat: { fields: ['session', 'seat'], table: 'seats' },
  round: { fields: ['session', 'round'], table: 'rounds' },
  person: { fields: ['session', 'person'], table: 'people' },
  bloc: { fields: ['session', 'bloc'], table: 'blocs' },
  agreement: { fields: ['session', 'agreement'], table: 'agreements' },
  message: { fields: ['session', 'message'], table: 'messages' },
} as const satisfies Readonly<Record<string, ReferenceDeclared>>;

/** A reference to a seat by a field of another name. */
export function toSeat(field: string): ReferenceDeclared {
  return { fields: ['session', field], table: 'seats' };
}
