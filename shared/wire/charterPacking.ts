import type { BlocMatters } from '../session/views/charterView.ts';

/** A bloc's charter, votes and decisions as text; empty for none. */
export function mattersText(matters: BlocMatters | null): string {
  return matters === null ? '' : JSON.stringify(matters);
}

/** What `mattersText` wrote; the server is the only writer. */
export function mattersOfText(text: string): BlocMatters | null {
  if (text === '') return null;
  const matters: BlocMatters = JSON.parse(text);
  return matters;
}
