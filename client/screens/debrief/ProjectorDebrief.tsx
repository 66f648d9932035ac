import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Dashes } from '../../components/Dashes.tsx';
import { Logo } from '../../components/Logo.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { StepBody } from './StepBody.tsx';
import '../../styles/debrief.css';
import '../../styles/debrief-projector.css';

interface WallProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly step: DebriefStep;
  /** The picture is frozen: no page turns. */
  readonly isStill: boolean;
}

/** The step of the debrief on the projector, large: title above, question below, and pages between them. Nobody types there. */
export function ProjectorDebrief({ view, source, step, isStill }: WallProps) {
  const { debrief } = words.value;
  const all = view.table.debrief?.steps ?? [];
  return (
    <div class="debrief-projector">
      <header>
        <Logo size={34} />
        <span class="name">{debrief.title}</span>
        <Dashes at={all.indexOf(step) + 1} of={all.length} />
        <span class="num">{debrief.progress(all.indexOf(step) + 1, all.length)}</span>
      </header>
      <main id="main" tabIndex={-1}>
        <StepBody
          key={step}
          step={step}
          view={view}
          source={source}
          paged={isStill ? 'still' : 'turning'}
          onProjector
        />
      </main>
    </div>
  );
}
