import { derive, indicatorsOf } from '../model/indicators.ts';
import type { Scenario } from '../scenario/schema.ts';
import { openingWorld, settingOf } from '../scenario/setting.ts';
import { NO_BLOC_RULES } from './vocabulary/charters.ts';
import { NO_DEBRIEF } from './vocabulary/debrief.ts';
import { planAt } from './vocabulary/ownPace.ts';
import { OPEN_TALK } from './vocabulary/talk.ts';
import { optionsInForce, type SessionOptions } from './vocabulary/options.ts';
import type { SessionBasis, SessionState } from './vocabulary/state.ts';

/** What a session is opened with. `seed` is an integer 0..2³² − 1. Throws if the scenario has no such plan. */
export function planSession(opening: {
  readonly scenario: Scenario;
  readonly options: SessionOptions;
  readonly seed: number;
}): SessionBasis {
  const { scenario, seed } = opening;
  const options = optionsInForce(opening.options);
  const planned = scenario.plans.find(({ id }) => id === options.plan);
  if (planned === undefined) throw new Error(`scenario ${scenario.id} has no plan ${options.plan}`);
  const plan = planAt(planned, options.pace);
  return {
    scenario,
    plan,
    options,
    seed,
    setting: settingOf(scenario, plan, options.scarred ?? scenario.scarred),
  };
}

/** The state before anybody has joined. */
export function initialState(basis: SessionBasis): SessionState {
  const world = openingWorld(basis.scenario, basis.setting);
  return {
    basis,
    phase: { name: 'lobby' },
    paused: null,
    seats: basis.setting.seats.map(({ id }) => ({ id, delegates: [], bot: null })),
    entry: basis.options.entry,
    waiting: [],
    world,
    event: null,
    injects: [],
    attempt: 0,
    sealed: {},
    bets: {},
    drafts: {},
    endorsements: [],
    blocRules: NO_BLOC_RULES,
    agreements: [],
    rounds: [],
    roundStarts: [],
    blocRuleStarts: [],
    hands: [],
    handAnswers: [],
    quiz: [],
    bookmarks: [],
    talk: { ...OPEN_TALK, mode: basis.options.talk },
    messages: [],
    debrief: NO_DEBRIEF,
    openingIndicators: indicatorsOf(basis.setting, derive(basis.setting, world)),
  };
}
