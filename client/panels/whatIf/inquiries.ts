import type { Signal } from '@preact/signals';
import type { BranchFault } from '#shared/run/branchPlan.ts';
import type { WhatIf } from '../../source/whatIf.ts';
import type { BranchAnswer, GrownFan } from '../../source/whatIfDesk.ts';

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

type Asked<Kind extends 'branch' | 'fan'> = Extract<Parameters<WhatIf['ask']>[0], { ask: Kind }>;

/** Asks for a branch and keeps what is known of it. */
export function askBranch(desk: WhatIf, question: Asked<'branch'>, branch: Signal<BranchNow>): void {
  desk.ask(question, (told) => {
    if (told.is === 'branch') branch.value = { ...told, round: question.change.round };
    else if (told.is === 'fault' || told.is === 'failed') branch.value = told;
  });
}

/** Asks for a fan and keeps what has grown of it. */
export function askFan(desk: WhatIf, question: Asked<'fan'>, fan: Signal<FanNow>): void {
  fan.value = { is: 'fitting', seats: 0, of: 1 };
  desk.ask(question, (told) => {
    if (told.is === 'fan') fan.value = { ...told, isGrowing: true };
    else if (told.is === 'fitting') fan.value = told;
    else if (told.is !== 'done') fan.value = { is: 'failed' };
    else if (fan.value.is === 'fan') fan.value = { ...fan.value, isGrowing: false };
  });
}
