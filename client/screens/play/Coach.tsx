import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { readStored, writeStored } from '../../lib/stored.ts';
import type { PlayState } from '../../panels/playState.ts';
import { seatName } from '../../panels/lookup.ts';
import { coach as en, type CoachWords } from '../../text/en/coach.ts';
import { inLanguage } from '../../text/language.ts';
import { coach as zh } from '../../text/zh/coach.ts';
import { type CoachStep, stepAfterDeed, stepsNow, tabOfStep } from './coachSteps.ts';
import '../../styles/coach.css';

const KEY = 'crossroads.coach';
const SEEN = 'seen';

interface CoachProps {
  readonly view: View;
  readonly ui: PlayState;
  /** The reveal of the round has reached its end. */
  readonly hasSeenReveal: boolean;
  /** A recording is only viewed, not played. */
  readonly recorded: boolean;
}

/**
 * A guide through the first round: a row of its own that covers nothing, about the part that it highlights. Once seen or skipped,
 * it stays away.
 */
export function Coach(props: CoachProps) {
  const guide = useGuide(props);
  const { view } = props;
  const { step, steps } = guide;
  if (step === null || view.own === null) return null;
  const words: CoachWords = inLanguage(en, zh);
  const { title, text } = words.steps[step](seatName(view, view.own.seat));
  const place = steps.indexOf(step);
  const isLast = place === steps.length - 1;
  return (
    <section class="coach" aria-label={words.label}>
      <div aria-live="polite">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div class="coach-row">
        {steps.length > 1 && <span class="num">{words.step(place + 1, steps.length)}</span>}
        <button type="button" class="btn quiet" onClick={guide.leave}>
          {words.skip}
        </button>
        {place > 0 && (
          <button type="button" class="btn" onClick={() => guide.turn(steps[place - 1])}>
            {words.back}
          </button>
        )}
        <button
          type="button"
          class="btn primary"
          onClick={() => (isLast ? guide.finish() : guide.turn(steps[place + 1]))}
        >
          {isLast ? words.done : words.next}
        </button>
      </div>
    </section>
  );
}

function useGuide({ view, ui, hasSeenReveal, recorded }: CoachProps) {
  const isOver = useSignal(recorded || readStored(KEY) === SEEN);
  const isLooked = useSignal(false);
  const at = useSignal<CoachStep>('map');
  const steps = isOver.value ? [] : stepsNow(view, hasSeenReveal);
  const isHere = steps.includes(at.value);
  const step = isLooked.value && steps.length > 1 ? null : isHere ? at.value : (steps[0] ?? null);
  const turn = (next: CoachStep | undefined): void => {
    if (next === undefined) return;
    at.value = next;
    ui.looking.value = null;
  };
  const leave = (): void => {
    isOver.value = true;
    writeStored(KEY, SEEN);
  };
  // The guide has explained the table; the question why comes once there is something to ask about.
  const finish = (): void => {
    if (step === 'why') leave();
    else isLooked.value = true;
  };
  const hasCard = ui.draft.value !== null;
  const hasSealed = Boolean(view.own?.order);
  useEffect(() => {
    // Only the action itself advances the guide: going back to read a step again stays there.
    if (step !== null) at.value = stepAfterDeed(step, hasCard, hasSealed);
  }, [hasCard, hasSealed]);
  useEffect(() => {
    // After the table has switched to the phase's own panel.
    if (step !== null) queueMicrotask(() => (ui.tab.value = tabOfStep[step]));
  }, [step]);
  useRing(step);
  return { step, steps, turn, leave, finish };
}

/** Highlights the step's subject: the styles find it by the name of the step. */
function useRing(step: CoachStep | null): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (step === null) return;
    dataset['coach'] = step;
    if (step === 'dial') queueMicrotask(() => document.querySelector('.dial-panel')?.scrollIntoView());
    return () => {
      delete dataset['coach'];
    };
  }, [step]);
}
