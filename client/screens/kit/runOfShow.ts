import type { Plan } from '#shared/scenario/schema.ts';

/** The parts of a session in their order; omits `survey` if there is no time for it. */
export const showParts = ['join', 'brief', 'firstRound', 'rounds', 'debrief', 'survey'] as const;
/** A part of the run of show. */
export type ShowPart = (typeof showParts)[number];

/** A part of the session, from one minute to another, counted from its start; whole minutes. */
export interface ShowRow {
  readonly part: ShowPart;
  readonly from: number;
  readonly to: number;
}

/** Minutes for joining, for the briefs and for the survey, by the length of the session. [product, time plans] */
function aroundPlay(minutes: number): {
  readonly join: number;
  readonly brief: number;
  readonly survey: number;
} {
  if (minutes <= 45) return { join: 4, brief: 5, survey: 0 };
  if (minutes <= 60) return { join: 5, brief: 6, survey: 0 };
  return { join: 6, brief: 9, survey: 5 };
}

/** The seconds of one round by the plan, including the first round's extra. */
export function secondsOfRound({ seconds, firstRoundExtraSeconds }: Plan, round: number): number {
  const { briefing, negotiation, decision, reveal, review } = seconds;
  return briefing + negotiation + decision + reveal + review + (round === 1 ? firstRoundExtraSeconds : 0);
}

/** Minute by minute the course of a session with this plan; the debrief gets the time that play leaves. */
export function runOfShow(plan: Plan): readonly ShowRow[] {
  const around = aroundPlay(plan.minutes);
  const first = secondsOfRound(plan, 1) / 60;
  const start = around.join + around.brief;
  const end = Math.round(start + first + ((plan.rounds - 1) * secondsOfRound(plan, 2)) / 60);
  const marks: readonly (readonly [ShowPart, number])[] = [
    ['join', around.join],
    ['brief', start],
    ['firstRound', plan.rounds > 1 ? Math.round(start + first) : end],
    ['rounds', end],
    ['debrief', plan.minutes - around.survey],
    ['survey', plan.minutes],
  ];
  return marks
    .map(([part, to], place) => ({ part, from: marks[place - 1]?.[1] ?? 0, to }))
    .filter(({ from, to }) => to > from);
}
