import type { View } from '#shared/session/views/tableView.ts';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../components/Announcer.tsx';
import { leanOf } from '../../panels/ending/EndingPanel.tsx';
import { orderPhrase, seatAt, seatName } from '../../panels/lookup.ts';
import { headlinesOf } from '../../panels/reveal/headlines.ts';
import type { Reveal } from '../../panels/reveal/useReveal.ts';
import { roundsText } from '../../panels/roundsText.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

/** Announces the next phase, a pause and its end; a reveal announces its own content. */
export function useSpokenPhase(view: View): void {
  const { phase, round, paused } = view.table;
  const was = useRef(`${round} ${phase} ${paused}`);
  useEffect(() => {
    const now = `${round} ${phase} ${paused}`;
    if (was.current === now) return;
    was.current = now;
    const sentence = phaseSentence(view);
    if (sentence !== null) announce(sentence);
  }, [phase, round, paused]);
}

function phaseSentence(view: View): string | null {
  const { play } = words.value;
  const { phase, round, paused } = view.table;
  if (paused) return play.pausedNote;
  if (phase === 'reveal') return null;
  if (phase === 'ended') return leanOf(view);
  return play.begins(play.round(round, roundsText(view.card)), play.phases[phase].now);
}

/** Announces the whole round once, for people who listen to the page. */
export function useSpokenReveal(view: View, reveal: Reveal): void {
  const round = view.table.reveal?.round ?? 0;
  useEffect(() => {
    if (view.table.phase !== 'reveal' || !view.table.reveal) return;
    const speech = words.value.play.reveal;
    const [was, is] = [view.table.trail.direction.at(-2) ?? 0, view.table.trail.direction.at(-1) ?? 0];
    const orders = view.table.reveal.orders.map((order, index) =>
      speech.orderOf(seatName(view, seatAt(view, index)), orderPhrase(view, order)),
    );
    announce(
      speech.summary({
        round,
        orders: orders.join('; '),
        dial: speech.dialMoved(signedPoints(was), signedPoints(is)),
        headlines: headlinesOf(reveal.before, view).join('; '),
      }),
    );
  }, [round, view.table.phase]);
}
