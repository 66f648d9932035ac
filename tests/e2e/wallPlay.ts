import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Order } from '#shared/model/actions.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Window } from './window.ts';

/** A communiqué of the greatest sensible length. */
export const longCommunique =
  'We will publish our listing criteria before round 6 if Meridia does the same; we invite every state to join the common rules, and we promise to consult before any new measure, to pass on the technical details of each incident within a day, and to let an independent panel check them. 我们愿先行磋商，再作回应。';
/** A short communiqué. */
export const shortCommunique = '请大家先谈再答。 Talk first.';

/** Cards of all families, by place at the table. */
export function orderAt({ seats }: Scenario, place: number): Order {
  const seat = (steps: number): string => seats[(place + steps) % seats.length]?.id ?? '';
  const orders: readonly Order[] = [
    { action: 'commit' },
    { action: 'restrict', targets: [seat(3), seat(5)] },
    { action: 'dialogue', targets: [seat(1)] },
    { action: 'join-functional', field: 1, side: 1 },
    { action: 'harden' },
    { action: 'localize' },
  ];
  return orders[place % orders.length] ?? { action: 'commit' };
}

/** Waits until the wall shows a phase. */
export async function shows(page: Page, phase: string): Promise<void> {
  await page.locator(`.projector[data-phase="${phase}"]`).waitFor();
}

/** Waits until a step of the debrief has found what it looks for, the window of the course included. */
export async function stepIsWhole({ page }: Window): Promise<void> {
  const unfinished = page.locator('.debrief-soon[role="status"], .course-progress');
  await expect.poll(() => unfinished.count(), { timeout: 240_000 }).toBe(0);
}
