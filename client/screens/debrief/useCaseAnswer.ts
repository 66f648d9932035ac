import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import { askBranch, askFan, type BranchNow, type FanNow, RUNS } from '../../panels/whatIf/inquiries.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { type WhatIf, whatIf } from '../../source/whatIf.ts';

/** What became of a change: the branch, then the fan. */
export interface CaseAnswer {
  readonly branch: Signal<BranchNow>;
  readonly fan: Signal<FanNow>;
  readonly startFan: () => void;
}

interface Reckoning extends CaseAnswer {
  readonly begin: () => Promise<void>;
  readonly end: () => void;
}

/** Works out the branch of a change on this device, in a worker; the fan follows at once or when asked. */
export function useCaseAnswer(source: ViewSource, proposal: WhatIfProposal, isFanAsked: boolean): CaseAnswer {
  const key = JSON.stringify(proposal);
  const reckoning = useMemo(() => reckoningOf(source, proposal), [source, key]);
  useEffect(() => {
    void reckoning.begin();
    return reckoning.end;
  }, [reckoning]);
  const isReady = reckoning.branch.value.is === 'branch';
  useEffect(() => {
    if (isReady && isFanAsked) reckoning.startFan();
  }, [reckoning, isReady, isFanAsked]);
  return reckoning;
}

function reckoningOf(source: ViewSource, { round, orders }: WhatIfProposal): Reckoning {
  const branch = signal<BranchNow>({ is: 'none' });
  const fan = signal<FanNow>({ is: 'none' });
  const change = { round, orders };
  let desk: WhatIf | null = null;
  let isOver = false;
  return {
    branch,
    fan,
    begin: async () => {
      branch.value = { is: 'asked' };
      const text = await source.record();
      if (isOver) return;
      if (text === null) branch.value = { is: 'failed' };
      else {
        desk = whatIf(text);
        askBranch(desk, { ask: 'branch', change, viewer: { kind: 'observer' } }, branch);
      }
    },
    startFan: () => {
      if (desk !== null) askFan(desk, { ask: 'fan', change, runs: RUNS }, fan);
    },
    end: () => {
      isOver = true;
      desk?.close();
    },
  };
}
