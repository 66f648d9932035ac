import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { BranchChange } from '#shared/run/branch.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { recordedSource, type RecordedSource } from '../../../source/recorded.ts';
import { type WhatIf, whatIf } from '../../../source/whatIf.ts';
import { askBranch, askFan, type BranchNow, type FanNow, RUNS } from '../../../panels/whatIf/inquiries.ts';

/** A change in the making and the answers to it. */
export interface Inquiry {
  readonly round: Signal<number>;
  readonly orders: Signal<Readonly<Record<SeatId, Order>>>;
  readonly branch: Signal<BranchNow>;
  readonly fan: Signal<FanNow>;
  /** Puts another order in the place of the recorded one; null takes it back. The answers to the former change go. */
  readonly setOrder: (seat: SeatId, order: Order | null) => void;
  readonly setRound: (round: number) => void;
  readonly askBranch: () => void;
  readonly askFan: () => void;
  /** The branch as a record of its own, to look around in; the fan stops. Null if there is none. */
  readonly openBranch: () => Promise<RecordedSource | null>;
  /** Stops the fan; what has grown of it stays. */
  readonly stop: () => void;
}

/** The inquiry about a record; its worker lives as long as the page shows it. */
export function useWhatIf(source: RecordedSource, round: number): Inquiry {
  const desk = useMemo(() => deskOf(source), [source]);
  useEffect(() => () => desk.close(), [desk]);
  return useMemo(() => inquiryOf(source, desk, round), [desk]);
}

/** The worker starts with the first question. */
function deskOf({ text }: RecordedSource): WhatIf {
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

function inquiryOf(source: RecordedSource, desk: WhatIf, first: number): Inquiry {
  const round = signal(first);
  const orders = signal<Readonly<Record<SeatId, Order>>>({});
  const branch = signal<BranchNow>({ is: 'none' });
  const fan = signal<FanNow>({ is: 'none' });
  const change = () => ({ round: round.peek(), orders: orders.peek() });
  const forget = (): void => {
    desk.stop();
    branch.value = { is: 'none' };
    fan.value = { is: 'none' };
  };
  return {
    round,
    orders,
    branch,
    fan,
    setOrder: (seat, order) => {
      forget();
      const { [seat]: _gone, ...others } = orders.peek();
      orders.value = order === null ? others : { ...others, [seat]: order };
    },
    setRound: (wanted) => {
      forget();
      orders.value = {};
      round.value = wanted;
    },
    askBranch: () => {
      forget();
      branch.value = { is: 'asked' };
      askBranch(desk, { ask: 'branch', change: change(), viewer: source.viewer.peek() }, branch);
    },
    askFan: () => askFan(desk, { ask: 'fan', change: change(), runs: RUNS }, fan),
    openBranch: async () => {
      stopFan(desk, fan);
      return openBranch(desk, change(), source.viewer.peek());
    },
    stop: () => stopFan(desk, fan),
  };
}

function stopFan(desk: WhatIf, fan: Signal<FanNow>): void {
  desk.stop();
  const now = fan.peek();
  fan.value = now.is === 'fan' ? { ...now, isGrowing: false } : { is: 'none' };
}

/** At the reveal of the changed round, through the same eyes. */
async function openBranch(
  desk: WhatIf,
  change: BranchChange,
  viewer: Viewer,
): Promise<RecordedSource | null> {
  const text = await new Promise<string | null>((tell) =>
    desk.ask({ ask: 'record', change }, (told) => tell(told.is === 'record' ? told.text : null)),
  );
  const opened = text === null ? null : recordedSource(text);
  if (opened?.ok !== true) return null;
  opened.value.viewer.value = viewer;
  opened.value.position.value = opened.value.breaks[change.round] ?? 0;
  return opened.value;
}
