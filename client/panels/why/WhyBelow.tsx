import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { newPlayState } from '../playState.ts';
import { lastRound } from '../world/gauges.ts';
import { CauseStair } from './CauseStair.tsx';
import '../../styles/play-why.css';

interface BelowProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Nobody presses anything here, as on the projector. */
  readonly still?: boolean;
  /** What is asked about; it is given the way to ask, or nothing while there is no round to ask about. */
  readonly children: (ask: ((subject: Subject) => void) | undefined) => ComponentChildren;
}

/** Numbers where no panel of why stands beside them: the causes of the one that was asked about lie open below. */
export function WhyBelow({ view, source, still = false, children }: BelowProps) {
  const ui = useMemo(newPlayState, []);
  const round = lastRound(view);
  const asked = ui.asked.value;
  const ask = (subject: Subject): void => {
    ui.asked.value = { subject, round };
  };
  return (
    <>
      {children(round > 0 && !still ? ask : undefined)}
      {asked !== null && asked.round <= round && (
        <section class="why why-below">
          <CauseStair view={view} source={source} ui={ui} asked={asked} noMap />
        </section>
      )}
    </>
  );
}
