import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { BranchPart } from './BranchPart.tsx';
import { ChangePart } from './ChangePart.tsx';
import { FanPart } from './FanPart.tsx';
import { useWhatIf } from './useWhatIf.ts';
import '../../../styles/play-panels.css';
import '../../../styles/what-if.css';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  /** The round to begin with. */
  readonly round: number;
  /** Rounds after it may not be shown; null if all may. */
  readonly lastRound: number;
  readonly tellRound: (round: number) => void;
  /** Shows a branch as a replay of its own. */
  readonly look: (branch: RecordedSource) => void;
  readonly close: () => void;
  /** A branch is shown in its place. */
  readonly isCovered: boolean;
}

/** *What if?*: a change in one round, the record judged again with it, and hundreds of continuations of both. */
export function WhatIfPage({ view, source, round, lastRound, tellRound, look, close, isCovered }: Props) {
  const { whatIf } = words.value;
  const inquiry = useWhatIf(source, Math.max(1, round));
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), []);
  const shown = inquiry.round.value;
  useEffect(() => tellRound(shown), [shown]);
  return (
    <div class="what-if">
      <div class="what-if-bar">
        <button type="button" class="btn" onClick={close}>
          <span aria-hidden="true">‹ </span>
          {whatIf.back}
        </button>
        <b>{whatIf.title}</b>
      </div>
      <main id={isCovered ? undefined : 'main'} ref={main} tabIndex={-1}>
        {lastRound === 0 ? (
          <p class="panel-note">{whatIf.noRound}</p>
        ) : (
          <>
            <ChangePart view={view} source={source} inquiry={inquiry} lastRound={lastRound} />
            <div class="what-if-answers">
              {inquiry.branch.value.is === 'none' && <p class="panel-note">{whatIf.empty}</p>}
              <BranchPart source={source} inquiry={inquiry} look={look} />
              <FanPart view={view} inquiry={inquiry} />
            </div>
          </>
        )}
      </main>
    </div>
  );
}
