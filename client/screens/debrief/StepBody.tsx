import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import type { ComponentType } from 'preact';
import { PagedText } from '../../components/PagedText.tsx';
import { words } from '../../text/language.ts';
import { AnswersStep } from './AnswersStep.tsx';
import { ChainStep } from './ChainStep.tsx';
import { FearStep } from './FearStep.tsx';
import { ModelStep } from './ModelStep.tsx';
import { MomentsStep } from './MomentsStep.tsx';
import { PaidStep } from './PaidStep.tsx';
import { PivotalStep } from './PivotalStep.tsx';
import { PromiseStep } from './PromiseStep.tsx';
import { LeaveStep, WordsStep } from './PulseSteps.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { ReflectStep } from './ReflectStep.tsx';
import { SilenceStep } from './SilenceStep.tsx';
import { WhatIfStep } from './WhatIfStep.tsx';
import { WorldStep } from './WorldStep.tsx';
import type { StepProps } from './stepProps.ts';

const bodies: Readonly<Record<DebriefStep, ComponentType<StepProps>>> = {
  leave: LeaveStep,
  words: WordsStep,
  moments: MomentsStep,
  whatIf: WhatIfStep,
  pivotal: PivotalStep,
  paid: PaidStep,
  fear: FearStep,
  promise: PromiseStep,
  silence: SilenceStep,
  why: ChainStep,
  model: ModelStep,
  world: WorldStep,
  question: QuestionStep,
  answers: AnswersStep,
  reflect: ReflectStep,
};

interface BodyProps extends StepProps {
  readonly step: DebriefStep;
  /** The heading level is one if the step is the whole page. */
  readonly heading?: 'h1' | 'h2';
  /** Shows the content on pages of a fixed size, as on the projector; `still` while the picture is frozen. */
  readonly paged?: 'turning' | 'still';
}

/** One step: its title, its content or its task, and the questions to discuss. */
export function StepBody({ step, heading: Title = 'h1', paged, ...props }: BodyProps) {
  const speech = words.value.debrief.steps[step];
  const Body = bodies[step];
  // Who writes the answer has the question before the field, not below it behind the footer.
  const asksFirst = step === 'reflect' && paged === undefined;
  const body = (
    <div class="debrief-body">
      <Body {...props} />
    </div>
  );
  return (
    <article class="debrief-step" data-step={step} aria-live="polite">
      <Title class="step-title">{speech.title}</Title>
      <p class="debrief-line">{speech.line}</p>
      {asksFirst && <p class="debrief-ask">{speech.ask}</p>}
      {paged ? (
        <PagedText chapter={step} still={paged === 'still'}>
          {body}
        </PagedText>
      ) : (
        body
      )}
      {!asksFirst && <p class="debrief-ask">{speech.ask}</p>}
    </article>
  );
}
