import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { BranchChange, BranchFault } from '#shared/run/branch.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { recordedSource, type RecordedSource } from '../../../source/recorded.ts';
import { type WhatIf, whatIf } from '../../../source/whatIf.ts';
import type { BranchAnswer, GrownFan } from '../../../source/whatIfDesk.ts';

/** How many times the record and the branch are continued. */
export const RUNS = 200;

/** What is known of the branch. */
export type BranchNow =
  | { readonly is: 'none' }
  | { readonly is: 'asked' }
  | { readonly is: 'failed' }
  | { readonly is: 'fault'; readonly fault: BranchFault }
  | ({ readonly is: 'branch'; readonly round: number } & BranchAnswer);

/** What is known of the fan. */
export type FanNow =
  | { readonly is: 'none' }
  | { readonly is: 'failed' }
  | { readonly is: 'fitting'; readonly seats: number; readonly of: number }
  | ({ readonly is: 'fan'; readonly isGrowing: boolean } & GrownFan);

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

type Asked<Kind extends 'branch' | 'fan'> = Extract<Parameters<WhatIf['ask']>[0], { ask: Kind }>;

function askBranch(desk: WhatIf, question: Asked<'branch'>, branch: Signal<BranchNow>): void {
  desk.ask(question, (told) => {
    if (told.is === 'branch') branch.value = { ...told, round: question.change.round };
    else if (told.is === 'fault' || told.is === 'failed') branch.value = told;
  });
}

function askFan(desk: WhatIf, question: Asked<'fan'>, fan: Signal<FanNow>): void {
  fan.value = { is: 'fitting', seats: 0, of: 1 };
  desk.ask(question, (told) => {
    if (told.is === 'fan') fan.value = { ...told, isGrowing: true };
    else if (told.is === 'fitting') fan.value = told;
    else if (told.is !== 'done') fan.value = { is: 'failed' };
    else if (fan.value.is === 'fan') fan.value = { ...fan.value, isGrowing: false };
  });
}
