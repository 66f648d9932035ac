import { doorRefusals } from './en/doorRefusals.ts';
import { entry } from './en/entry.ts';
import { shell } from './en/shell.ts';

/**
 * The English words of the pages that come first: the frame, the start page and the join page. A phone fetches no others
 * before it plays.
 */
export const firstEn = { shell, entry, refusals: doorRefusals };
