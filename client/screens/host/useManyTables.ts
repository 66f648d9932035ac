import { useSignal } from '@preact/signals';
import type { OpenSessionBody } from '#shared/wire/api.ts';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import type { Placing } from '#shared/wire/gatherings.ts';
import { go } from '../../lib/address.ts';
import { keepList } from '../../lib/eventLists.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { eventApi } from '../../net/eventApi.ts';
import { pressAnswered, pressKey } from '../../net/presses.ts';

/** The host's choices for an event of many tables. */
export interface ManyTablesWish {
  readonly isMany: boolean;
  readonly placing: Placing;
  readonly size: number;
  /** Null: as many as are needed, where tables are filled one after the other. */
  readonly tables: number | null;
  /** The list as typed: one line for each table. */
  readonly names: string;
  /** In what the tables differ; null: in nothing. */
  readonly treatments: readonly Treatment[] | null;
}

const usual: ManyTablesWish = {
  isMany: false,
  placing: 'fill',
  size: 10,
  tables: null,
  names: '',
  treatments: null,
};

/** How many tables by chance or by hand, until the host says otherwise. */
const SOME_TABLES = 4;

/** The names of a typed list, by table; commas of both scripts separate them. */
export function namesIn(typed: string): readonly (readonly string[])[] {
  const lines = typed.split('\n').map((line) =>
    line
      .split(/[,，、;；\t]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
  return lines.filter((line) => line.length > 0);
}

/** How many tables such an event has: as many as the list has lines, at least as many as the host says. */
export function tableCountOf({
  placing,
  tables,
  names,
}: Pick<ManyTablesWish, 'placing' | 'tables' | 'names'>): number | null {
  if (placing === 'fill') return tables;
  return Math.max(tables ?? SOME_TABLES, placing === 'list' ? namesIn(names).length : 1);
}

/** The choices for many tables under one code, and the way to open them; the failure's code if it did not work. */
export function useManyTables() {
  const wish = useSignal<ManyTablesWish>(usual);
  const change = (part: Partial<ManyTablesWish>): void => {
    wish.value = { ...wish.peek(), ...part };
  };
  const open = async (opening: OpenSessionBody): Promise<ApiFailure['code'] | null> => {
    const now = wish.peek();
    const names = now.placing === 'list' ? namesIn(now.names).map((line) => [...line]) : [];
    const { placing, size } = now;
    const treatments = now.treatments === null ? null : [...now.treatments];
    const body = { opening, placing, size, tables: tableCountOf(now), names, treatments };
    const press = `event ${JSON.stringify(body)}`;
    const opened = await eventApi.open({ ...body, key: pressKey(press) });
    if (opened.ok || opened.failure.code !== 'offline') pressAnswered(press);
    if (opened.ok) {
      keepList(opened.value.code, names);
      go(`/event/${opened.value.code}`);
    }
    return opened.ok ? null : opened.failure.code;
  };
  return { wish, change, open };
}

/** The choices and what changes them, as the form's parts receive them. */
export type ManyTablesForm = ReturnType<typeof useManyTables>;
