import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { recordedSource, type RecordedSource } from '../../../source/recorded.ts';
import { type WhatIf, whatIf } from '../../../source/whatIf.ts';
import { askBranch, askFan, type BranchNow, type FanNow, RUNS } from '../../../panels/whatIf/inquiries.ts';
import { asRecorded, noChange, withOrder } from './changes.ts';

/** A change in the making and the answers to it. */
export interface Inquiry {
  readonly change: Signal<BranchChange>;
  readonly branch: Signal<BranchNow>;
  readonly fan: Signal<FanNow>;
  /** Puts another change in the place of this one; the answers to the former go. */
  readonly setChange: (change: BranchChange) => void;
  /** Puts another order in the place of the recorded one; null takes it back. */
  readonly setOrder: (seat: SeatId, order: Order | null) => void;
  readonly setRound: (round: number) => void;
  /** Bots as they were go on after the change; else everybody as recorded. */
  readonly byBots: Signal<boolean>;
  readonly setByBots: (byBots: boolean) => void;
  readonly askBranch: () => void;
  readonly askFan: () => void;
  /** Stops the fan; what has grown of it stays. */
  readonly stop: () => void;
}

/** The inquiry about a record, which begins with a change; its worker lives as long as the page shows it. */
export function useWhatIf(source: RecordedSource, begin: BranchChange): Inquiry {
  const desk = useMemo(() => deskOf(source), [source]);
  useEffect(() => () => desk.close(), [desk]);
  return useMemo(() => inquiryOf(source, desk, begin), [desk]);
}

/** The worker starts with the first question. */
export function deskOf({ text }: Pick<RecordedSource, 'text'>): WhatIf {
  let started: WhatIf | null = null;
  const desk = (): WhatIf => (started ??= whatIf(text));
  return {
    ask: (question, tell) => desk().ask(question, tell),
    stop: () => started?.stop(),
    close: () => {
      started?.close();
      started = null;
    },
  };
}

function inquiryOf(source: RecordedSource, desk: WhatIf, begin: BranchChange): Inquiry {
  const change = signal(begin);
  const branch = signal<BranchNow>({ is: 'none' });
  const fan = signal<FanNow>({ is: 'none' });
  const byBots = signal(begin.bots !== undefined);
  const setChange = (next: BranchChange): void => {
    desk.stop();
    branch.value = { is: 'none' };
    fan.value = { is: 'none' };
    change.value = next;
  };
  return {
    change,
    branch,
    fan,
    setChange,
    setOrder: (seat, order) => setChange(withOrder(change.peek(), seat, order)),
    setRound: (wanted) => setChange(noChange(wanted)),
    byBots,
    setByBots: (wanted) => {
      byBots.value = wanted;
      setChange(asRecorded(change.peek()));
    },
    askBranch: () => {
      setChange(change.peek());
      branch.value = { is: 'asked' };
      const question = { change: change.peek(), viewer: source.viewer.peek(), byBots: byBots.peek() };
      askBranch(desk, { ask: 'branch', ...question }, branch);
    },
    askFan: () => askFan(desk, { ask: 'fan', change: change.peek(), runs: RUNS }, fan),
    stop: () => stopFan(desk, fan),
  };
}

function stopFan(desk: WhatIf, fan: Signal<FanNow>): void {
  desk.stop();
  const now = fan.peek();
  fan.value = now.is === 'fan' ? { ...now, isGrowing: false } : { is: 'none' };
}

/** A branch as a record to look around in: at the reveal of a round, through the same eyes. Null if it is no record. */
export function openedBranch(text: string, round: number, viewer: Viewer): RecordedSource | null {
  const opened = recordedSource(text);
  if (!opened.ok) return null;
  opened.value.viewer.value = viewer;
  opened.value.position.value = opened.value.breaks[round] ?? 0;
  return opened.value;
}
