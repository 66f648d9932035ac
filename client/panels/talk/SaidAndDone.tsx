import type { WordView } from '#shared/session/views/wordView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { JudgedMark } from '../agreements/JudgedCard.tsx';
import { seatName } from '../lookup.ts';
import { useAnswer } from '../useAnswer.ts';
import { moveSentence } from './moveSentence.ts';
import '../../styles/play-reveal.css';

interface SaidProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Of one reveal only; null for the whole session. */
  readonly round: number | null;
}

/** Promises in words only, beside the deeds: no rule depends on them, and everybody who heard them sees the result. */
export function SaidAndDone({ view, source, round }: SaidProps) {
  const { saidAndDone } = words.value.moves;
  const reveal = view.table.reveal?.round ?? 0;
  const asking = useAnswer<'words'>(source, { ask: 'words' }, `${reveal} ${view.table.phase}`);
  const all = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : [];
  const judged = all.filter((word) => round === null || word.round === round);
  if (judged.length === 0) return null;
  return (
    <section class="reveal-promises">
      <h3>{saidAndDone.title}</h3>
      <ul>
        {judged.map((word, place) => (
          <li key={place} data-outcome={word.done ? 'kept' : 'breached'}>
            <p>
              <JudgedMark isBroken={!word.done} />
              <b>
                {word.done
                  ? saidAndDone.done(seatName(view, word.by))
                  : saidAndDone.notDone(seatName(view, word.by))}
              </b>
              {word.isPrivate && <small>{saidAndDone.inPrivate}</small>}{' '}
              <span>{wordSentence(view, word)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The promise as its speaker would announce it. */
function wordSentence(view: View, { by, to, deed, due }: WordView): string {
  const { quoted } = words.value.moves.saidAndDone;
  return quoted(moveSentence(view, by, { kind: 'announce', to, deed, round: due }));
}
