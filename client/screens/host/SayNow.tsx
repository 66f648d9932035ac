import type { View } from '#shared/session/views/tableView.ts';
import { asOneText, words } from '../../text/language.ts';
import { nextPhase } from './roundPhases.ts';

type Line = { readonly say: string; readonly next: string };

/** One sentence to say to the class in this phase, and the host's next step. */
export function SayNow({ view }: { readonly view: View }) {
  const { hostLines } = words.value;
  const { say, next } = lineNow(view);
  const extra = view.card.plan.firstRoundExtraSeconds;
  const { table } = view;
  const { phase, round } = table;
  const isLonger = extra > 0 && (phase === 'lobby' || (round === 1 && phase === 'negotiation'));
  const following = table.paused || phase === 'decision' ? null : nextPhase(view);
  return (
    <section class="say-now" aria-labelledby="say-now-title">
      <h2 id="say-now-title">{hostLines.title}</h2>
      <blockquote>{say}</blockquote>
      <p>
        <b>{hostLines.next}</b>{' '}
        {asOneText(
          next,
          following === null ? '' : hostLines.follows(words.value.play.phases[following].name),
          isLonger ? hostLines.longer(extra) : '',
        )}
      </p>
    </section>
  );
}

/** The fitting line: a pause first, then the first round's, the last review's, or the phase's. */
export function lineNow({ table, card }: View): Line {
  const { lines, first, paused, lastReview } = words.value.hostLines;
  const { phase, round } = table;
  if (table.paused) return paused;
  if (phase === 'review' && round >= card.plan.rounds) return lastReview;
  return (round === 1 ? first[phase] : undefined) ?? lines[phase];
}
