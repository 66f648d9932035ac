import type { firstEn } from './firstEn.ts';
import { doorRefusals } from './zh/doorRefusals.ts';
import { entry } from './zh/entry.ts';
import { shell } from './zh/shell.ts';

/** The Chinese words of the first pages. */
export const firstZh: typeof firstEn = { shell, entry, refusals: doorRefusals };
