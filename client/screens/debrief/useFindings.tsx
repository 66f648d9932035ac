import type { Findings } from '#shared/session/findings/findings.ts';
import type { MyNotes } from '#shared/session/views/questions.ts';
import type { ComponentChildren } from 'preact';
import { useAnswer } from '../../panels/useAnswer.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

interface WithFindings {
  readonly source: ViewSource;
  readonly show: (findings: Findings) => ComponentChildren;
}

/** Asks for the findings of the record, and shows them; a sentence during the search, and one if it failed. */
export function ShowFindings({ source, show }: WithFindings) {
  const { debrief } = words.value;
  const asking = useAnswer<'findings'>(source, { ask: 'findings' }, 'end');
  if (asking.state === 'answered' && asking.answer.ok) return <>{show(asking.answer.answer)}</>;
  const failed = asking.state === 'failed' || asking.state === 'answered';
  return (
    <p class="debrief-soon" role="status">
      {failed ? debrief.notFound : debrief.looking}
    </p>
  );
}

/** What this person has written so far; null for people who write nothing here, and while it loads. */
export function useMyNotes(source: ViewSource, isWriter: boolean, count: number): MyNotes | null {
  const asking = useAnswer<'myNotes'>(source, isWriter ? { ask: 'myNotes' } : null, `${count}`);
  return asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
}
