import { Notice } from '../../components/Notice.tsx';
import type { ApiFailure } from '../../net/asking.ts';
import { seatPassOf } from '../../net/tokens.ts';
import { firstWords } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

interface Problem {
  readonly code: ApiFailure['code'];
  readonly session: string;
  readonly again: () => void;
}

/** Why nobody can get a seat, what is safe and what to do. */
export function JoinProblem({ code, session, again }: Problem) {
  const { shell } = firstWords.value;
  const mayReplay = code === 'sessionEnded' && seatPassOf(session) !== null;
  return (
    <Notice {...sentenceOf(code)}>
      {mayReplay && (
        <a class="btn primary" href={pathTo(`/replay/${session}`)}>
          {shell.home.replay}
        </a>
      )}
      {(code === 'offline' || code === 'tooMany' || code === 'networkFull' || code === 'tableFull') && (
        <button type="button" class="btn primary" onClick={again}>
          {shell.tryAgain}
        </button>
      )}
      <a class="btn" href={pathTo('/')}>
        {shell.join.otherCode}
      </a>
    </Notice>
  );
}

function sentenceOf(code: ApiFailure['code']): { readonly title: string; readonly text: string } {
  const { shell, refusals } = firstWords.value;
  const { problems } = shell.join;
  switch (code) {
    case 'unknownCode':
    case 'sessionEnded':
    case 'sessionCancelled':
    case 'tooMany':
    case 'tableFull':
    case 'offline':
      return problems[code];
    default:
      return { title: refusals.notDone, text: refusals.api[code] };
  }
}
