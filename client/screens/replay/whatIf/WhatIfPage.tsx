import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { NamedBranch } from '#shared/run/branchTree.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { BranchPart } from './BranchPart.tsx';
import { BranchTree } from './BranchTree.tsx';
import { headOfSource, type KeptBranches } from './branchTools.ts';
import { ChangePart } from './ChangePart.tsx';
import { FanPart } from './FanPart.tsx';
import { HandPart } from './HandPart.tsx';
import { noChange } from './changes.ts';
import { useBase } from './useBase.ts';
import { type Inquiry, useWhatIf } from './useWhatIf.ts';
import '../../../styles/play-panels.css';
import '../../../styles/what-if.css';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  /** Where branches are kept; null where a branch itself is looked at. */
  readonly kept: KeptBranches | null;
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
export function WhatIfPage(props: Props) {
  const { lastRound, close, isCovered } = props;
  const { whatIf } = words.value;
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), []);
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
        {lastRound === 0 ? <p class="panel-note">{whatIf.noRound}</p> : <Questions {...props} />}
      </main>
    </div>
  );
}

/** What the page asks: of the record, or of a branch that was kept. */
function Questions(props: Props) {
  const { source, kept, round } = props;
  const { base, isOpening, open, buildOn } = useBase(source, kept, noChange(Math.max(1, round)));
  const { whatIf } = words.value;
  if (isOpening)
    return (
      <p class="panel-note" role="status">
        {whatIf.playing}
      </p>
    );
  return <Asked key={base.nth} {...props} base={base} open={open} buildOn={buildOn} />;
}

interface AskedProps extends Props {
  readonly base: {
    readonly source: RecordedSource;
    readonly begin: BranchChange;
    readonly saved: NamedBranch | null;
  };
  readonly open: (branch: NamedBranch) => void;
  readonly buildOn: (branch: NamedBranch | null) => void;
}

function Asked({ view, kept, base, lastRound, tellRound, look, open, buildOn }: AskedProps) {
  const { whatIf } = words.value;
  const { source, saved } = base;
  const title = useId();
  const inquiry = useWhatIf(source, base.begin);
  const { round } = inquiry.change.value;
  useEffect(() => tellRound(round), [round]);
  useEffect(() => {
    if (saved !== null) inquiry.askBranch();
  }, []);
  const now = inquiry.branch.value;
  return (
    <>
      <section class="what-if-change" aria-labelledby={title}>
        <h1 id={title}>{whatIf.doorOf(round)}</h1>
        <p class="panel-note">{whatIf.intro}</p>
        {kept !== null && (
          <BranchTree
            view={view}
            kept={kept}
            base={headOfSource(source)}
            shown={now.is === 'branch' ? now.head : null}
            open={open}
            buildOn={buildOn}
          />
        )}
        <ChangePart
          source={source}
          inquiry={inquiry}
          lastRound={Math.min(lastRound, source.breaks.length - 1)}
        />
      </section>
      <Answers view={view} source={source} inquiry={inquiry} kept={kept} saved={saved} look={look} />
    </>
  );
}

interface AnswersProps extends Pick<Props, 'view' | 'source' | 'kept' | 'look'> {
  readonly inquiry: Inquiry;
  readonly saved: NamedBranch | null;
}

function Answers({ view, source, inquiry, kept, saved, look }: AnswersProps) {
  const { whatIf } = words.value;
  const base = kept?.branches.value.find(({ head }) => head === headOfSource(source));
  return (
    <div class="what-if-answers">
      {inquiry.branch.value.is === 'none' && <p class="panel-note">{whatIf.empty}</p>}
      {base !== undefined && <p class="panel-note">{whatIf.tree.against(base.name)}</p>}
      <BranchPart source={source} inquiry={inquiry} kept={kept} saved={saved} look={look} />
      <HandPart view={view} source={source} inquiry={inquiry} />
      <FanPart view={view} inquiry={inquiry} />
    </div>
  );
}
