import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type NamedBranch, changesTo } from '#shared/run/branchTree.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { announce } from '../../../components/Announcer.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import type { KeptBranches } from './branchTools.ts';
import { noChange } from './changes.ts';
import { deskOf, openedBranch } from './useWhatIf.ts';

/** What a question is put to, and the change with which it begins. */
interface Base {
  /** Counts the questions, so that each begins afresh. */
  readonly nth: number;
  readonly source: RecordedSource;
  readonly begin: BranchChange;
  /** The kept branch that is asked again at once; null for a new question. */
  readonly saved: NamedBranch | null;
}

/** The record or branch to which questions are put; another is worked out in a worker. */
interface Bases {
  readonly base: Base;
  readonly isOpening: boolean;
  /** Asks a kept branch again, of what it comes from. */
  readonly open: (branch: NamedBranch) => void;
  /** Puts the next question to a kept branch; null to the record. */
  readonly buildOn: (branch: NamedBranch | null) => void;
}

/** Keeps to what questions are put; begins with the source and a change. */
export function useBase(source: RecordedSource, kept: KeptBranches | null, begin: BranchChange): Bases {
  const base = useSignal<Base>({ nth: 0, source, begin, saved: null });
  const isOpening = useSignal(false);
  const desk = useMemo(() => deskOf(source), [source]);
  useEffect(() => () => desk.close(), [desk]);
  const go = (head: string, first: BranchChange, saved: NamedBranch | null): void => {
    const next = (of: RecordedSource): void => {
      isOpening.value = false;
      base.value = { nth: base.peek().nth + 1, source: of, begin: first, saved };
    };
    const path = changesTo(kept?.branches.peek() ?? [], head);
    if (path.length === 0) return next(source);
    isOpening.value = true;
    desk.ask({ ask: 'record', path }, (told) => {
      if (told.is === 'done') return;
      const opened = told.is === 'record' ? openedBranch(told.text, first.round, source.viewer.peek()) : null;
      if (opened !== null) return next(opened);
      isOpening.value = false;
      announce(words.value.whatIf.fault.failed);
    });
  };
  return {
    base: base.value,
    isOpening: isOpening.value,
    open: (branch) => go(branch.parent, branch.change, branch),
    buildOn: (branch) => go(branch?.head ?? '', noChange(branch?.change.round ?? begin.round), null),
  };
}
