import { doorRefusals } from './en/doorRefusals.ts';
import { entry } from './en/entry.ts';
import { shell } from './en/shell.ts';

/** The English words of the first pages: the frame, the start page and the join page. A phone loads no others before it plays. */
export const firstEn = { shell, entry, refusals: doorRefusals };
