import { useSignal } from '@preact/signals';
import type { DebriefView } from '#shared/session/views/debriefView.ts';
import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { useAnswer } from '../../panels/useAnswer.ts';
import { seatName } from '../../panels/lookup.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';
import { minutesOf } from '../debrief/minutes.ts';
import { WhatIfLeadHere } from '../debrief/WhatIfLead.tsx';
import { StepBody } from '../debrief/StepBody.tsx';
import '../../styles/debrief.css';

interface HostProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly give: Give;
}

/** Leads the debrief: the steps, what to ask, how long, and what the class sees now. */
export function HostDebrief({ view, source, give }: HostProps) {
  const { host } = words.value.debrief;
  const { debrief } = view.table;
  if (debrief === null) return null;
  return (
    <section class="host-debrief">
      <h2>{host.title}</h2>
      {debrief.step === null && <p class="note">{host.line}</p>}
      {debrief.step !== null && <Now view={view} source={source} debrief={debrief} step={debrief.step} />}
      <Buttons debrief={debrief} give={give} />
      <Steps view={view} debrief={debrief} give={give} />
      {debrief.given.reflections > 0 && (
        <Reflections view={view} source={source} count={debrief.given.reflections} />
      )}
    </section>
  );
}

interface NowProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly debrief: DebriefView;
  readonly step: DebriefStep;
}

function Now({ view, source, step }: NowProps) {
  const { debrief } = words.value;
  const speech = debrief.steps[step];
  return (
    <div class="host-now" role="status">
      <p class="eyebrow">
        {debrief.host.here} · {debrief.host.minutes(minutesOf(step, view.card.plan.minutes))}
      </p>
      <p class="host-hint">{speech.hint}</p>
      {step === 'whatIf' && <WhatIfLeadHere view={view} source={source} />}
      <div class="host-shown">
        <StepBody key={step} step={step} view={view} source={source} heading="h2" onProjector />
      </div>
    </div>
  );
}

function Buttons({ debrief, give }: { readonly debrief: DebriefView; readonly give: Give }) {
  const speech = words.value.debrief;
  const { step, steps } = debrief;
  const place = step === null ? -1 : steps.indexOf(step);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  const go = (to: DebriefStep | null): void => give({ type: 'setDebriefStep', step: to });
  return (
    <div class="row">
      {step !== null && (
        <button type="button" class="btn" disabled={!before} onClick={() => before && go(before)}>
          {speech.previous}
        </button>
      )}
      {after ? (
        <button type="button" class="btn primary lg" onClick={() => go(after)}>
          {step === null ? speech.host.begin : speech.host.next(speech.steps[after].name)}
        </button>
      ) : (
        <p class="note">{speech.host.over}</p>
      )}
      {step !== null && (
        <button type="button" class="btn quiet" onClick={() => go(null)}>
          {speech.host.rest}
        </button>
      )}
    </div>
  );
}

function Steps({ view, debrief, give }: Pick<NowProps, 'view' | 'debrief'> & Pick<HostProps, 'give'>) {
  const speech = words.value.debrief;
  return (
    <ol class="host-steps" aria-label={speech.path}>
      {debrief.steps.map((one) => (
        <li key={one}>
          <button
            type="button"
            aria-current={one === debrief.step ? 'step' : undefined}
            onClick={() => give({ type: 'setDebriefStep', step: one })}
          >
            <b>{speech.steps[one].name}</b>
            <small class="num">{speech.host.minutes(minutesOf(one, view.card.plan.minutes))}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface ReflectionsProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly count: number;
}

function Reflections({ view, source, count }: ReflectionsProps) {
  const { reflect } = words.value.debrief;
  const opened = useSignal(0);
  const asking = useAnswer<'reflections'>(source, { ask: 'reflections' }, `${count} ${opened.value}`);
  const all = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : [];
  return (
    <details class="host-reflections" onToggle={() => (opened.value += 1)}>
      <summary class="num">
        {reflect.all} · {reflect.count(count)}
      </summary>
      {all.length === 0 && <p class="note">{reflect.none}</p>}
      <ul class="debrief-list">
        {all.map(({ seat, delegate, text }) => (
          <li key={delegate}>
            <span class="eyebrow">{seatName(view, seat)}</span>
            <span class="host-reflection">{text ?? reflect.erased}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
