import { debriefSteps, type DebriefStep, LEAST_TOGETHER } from '../vocabulary/debriefSteps.ts';
import { isCancelled } from './ending.ts';
import { wordsJudgedIn } from './wordsGiven.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** The steps that have something to show or to do in this session, in order; none before the end, none if it was cancelled. */
export function stepsOf(state: SessionState): readonly DebriefStep[] {
  if (state.phase.name !== 'ended' || isCancelled(state)) return [];
  return debriefSteps.filter((step) => isThere[step](state));
}

/** Whether the round was played without talk. */
export function wasSilent(state: SessionState, round: number): boolean {
  return state.talk.silentRounds.includes(round);
}

const always = (): boolean => true;
const hasRounds = ({ rounds }: SessionState): boolean => rounds.length > 0;

const hasOrders = ({ rounds }: SessionState): boolean =>
  rounds.some(({ orders }) => Object.values(orders).some(({ action }) => action !== 'hold'));

const isThere: Readonly<Record<DebriefStep, (state: SessionState) => boolean>> = {
  leave: always,
  words: ({ debrief }) => debrief.pulses.length >= LEAST_TOGETHER,
  moments: ({ phase }) => phase.name === 'ended' && phase.moments.length > 0,
  pivotal: hasOrders,
  paid: hasOrders,
  fear: ({ rounds }) => rounds.some(({ expectations }) => Object.keys(expectations).length > 0),
  promise: (state) =>
    state.agreements.some(({ judgements }) => judgements.some(({ outcome }) => outcome !== 'idle')) ||
    wordsJudgedIn(state, () => null).length > 0,
  silence: (state) =>
    state.rounds.some(({ round }) => wasSilent(state, round)) &&
    state.rounds.some(({ round }) => !wasSilent(state, round)),
  whatIf: hasOrders,
  why: hasRounds,
  model: always,
  world: hasRounds,
  question: ({ basis }) => basis.options.survey,
  answers: ({ basis }) => basis.options.survey,
  reflect: always,
};
