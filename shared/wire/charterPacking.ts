import type { BlocMatters } from '../session/views/charterView.ts';

/** What a bloc has settled, as text; empty for nothing. */
export function mattersText(matters: BlocMatters | null): string {
  return matters === null ? '' : JSON.stringify(matters);
}

/** What `mattersText` wrote; the server is the only writer. */
export function mattersOfText(text: string): BlocMatters | null {
  if (text === '') return null;
  const matters: BlocMatters = JSON.parse(text);
  return matters;
}
