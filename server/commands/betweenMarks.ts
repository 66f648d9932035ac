import { CommandFailed } from '../lib/commandFailed.ts';

/** The two lines of a page between which a command writes. */
interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** The page with a text in the place of what stood between its marks. Fails if it has none. */
export function betweenMarks(page: string, name: string, { begin, end }: Marks, text: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new CommandFailed(`${name} has no line "${begin}" with "${end}" after it.`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
