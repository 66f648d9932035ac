import { z } from 'zod';
import type { Plan } from '../../scenario/schema.ts';
import { type RoundPhase, roundPhases } from './phases.ts';

/** Fewest and most rounds that a host may ask for. */
export const ROUND_BOUNDS = [3, 20] as const;

/** Fewest and most seconds of each phase that a host may ask for; 0 leaves a phase out. */
export const SECOND_BOUNDS: Readonly<Record<RoundPhase, readonly [number, number]>> = {
  briefing: [0, 600],
  negotiation: [0, 1800],
  decision: [20, 900],
  reveal: [10, 600],
  review: [0, 600],
};

const within = ([least, most]: readonly [number, number]) => z.int().min(least).max(most);

/** Rounds and seconds that replace the plan's; the steps of a round stay the plan's. */
export const ownPaceSchema = z.strictObject({
  rounds: within(ROUND_BOUNDS),
  seconds: z.strictObject({
    briefing: within(SECOND_BOUNDS.briefing),
    negotiation: within(SECOND_BOUNDS.negotiation),
    decision: within(SECOND_BOUNDS.decision),
    reveal: within(SECOND_BOUNDS.reveal),
    review: within(SECOND_BOUNDS.review),
  }),
});
/** Rounds and seconds that the host chose instead of a plan’s. */
export type OwnPace = z.infer<typeof ownPaceSchema>;

/** The parts of a plan that say how long it takes. */
export type Pace = Pick<Plan, 'minutes' | 'rounds' | 'seconds' | 'firstRoundExtraSeconds'>;

/** Whole minutes of a session at another pace; the plan's time for joining and the debrief stays. */
export function minutesAt(plan: Pace, pace: OwnPace): number {
  const around = plan.minutes * 60 - playedSeconds(plan, plan);
  return Math.max(1, Math.round((around + playedSeconds(plan, pace)) / 60));
}

function playedSeconds(plan: Pace, { rounds, seconds }: OwnPace): number {
  const round = roundPhases.reduce((sum, phase) => sum + seconds[phase], 0);
  return rounds * round + plan.firstRoundExtraSeconds;
}

/** Whether a pace equals the plan's. */
export function isPlansPace(plan: Pace, { rounds, seconds }: OwnPace): boolean {
  return plan.rounds === rounds && roundPhases.every((phase) => plan.seconds[phase] === seconds[phase]);
}

/** The plan at that pace. Pars belong to the plan's number of rounds; with another number there are none. */
export function planAt(plan: Plan, pace: OwnPace | null): Plan {
  if (pace === null) return plan;
  const at = { ...plan, ...pace, minutes: minutesAt(plan, pace) };
  if (pace.rounds === plan.rounds) return at;
  const { usual: _others, ...unmeasured } = at;
  return { ...unmeasured, pars: null };
}
