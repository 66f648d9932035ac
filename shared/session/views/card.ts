import type { ActionId } from '../../model/actions.ts';
import { toneOf } from '../../model/eventDeck.ts';
import { maxTargets } from '../../model/legality.ts';
import { decisionRuleOf } from '../vocabulary/delegations.ts';
import type { SessionPlan } from '../vocabulary/state.ts';
import type { ScenarioCard } from './cardView.ts';
import { trustSeenOf } from '../vocabulary/trustSeen.ts';
import type { Tenths } from './tableView.ts';
import { tenthsOf } from './tenths.ts';

/** What everybody at the table may read of the scenario; briefs and objectives are not in it. */
export function cardOf(plan: SessionPlan): ScenarioCard {
  const { scenario, setting } = plan;
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    seats: scenario.seats.map(({ id, name, role, place }, index) => ({
      id,
      name,
      role,
      place,
      weight: setting.seats[index]?.weight ?? 1,
    })),
    fields: scenario.fields,
    campNames: scenario.campNames,
    blocNames: scenario.opening.blocs.map(({ name }) => name),
    events: scenario.events.map(({ id, title, text, mechanism, source, tone }) => ({
      id,
      title,
      text,
      mechanism,
      source,
      tone: tone ?? toneOf(id),
    })),
    plan: {
      id: plan.plan.id,
      minutes: plan.plan.minutes,
      rounds: plan.plan.rounds,
      steps: plan.plan.steps,
    },
    ...rulesOf(plan),
    costs: costsOf(plan),
    maxTargets: maxTargets(setting.seats.length),
    commitThreshold: tenthsOf(setting.parameters.pStar),
  };
}

type Rules = Pick<
  ScenarioCard,
  'practice' | 'decisionRule' | 'survey' | 'languages' | 'scarred' | 'trustSeen'
>;

/** What the host chose at the opening, as far as everybody may know it. */
function rulesOf(plan: SessionPlan): Rules {
  const { options, setting } = plan;
  return {
    practice: options.practice,
    decisionRule: decisionRuleOf({ plan }),
    survey: options.survey === true,
    languages: options.languages ?? 'both',
    scarred: setting.parameters.scarred,
    trustSeen: trustSeenOf({ plan }),
  };
}

function costsOf(plan: SessionPlan): Readonly<Record<ActionId, Tenths>> {
  const { cost } = plan.setting.parameters;
  return {
    dialogue: tenthsOf(cost.dialogue),
    commit: tenthsOf(cost.commit),
    'build-capacity': tenthsOf(cost['build-capacity']),
    'open-standards': tenthsOf(cost['open-standards']),
    bridge: tenthsOf(cost.bridge),
    'join-functional': tenthsOf(cost['join-functional']),
    'join-exclusive': tenthsOf(cost['join-exclusive']),
    leave: tenthsOf(cost.leave),
    'open-bloc': tenthsOf(cost['open-bloc']),
    harden: tenthsOf(cost.harden),
    restrict: tenthsOf(cost.restrict),
    localize: tenthsOf(cost.localize),
    'build-force': tenthsOf(cost['build-force']),
    'roll-back': tenthsOf(cost['roll-back']),
    hold: tenthsOf(cost.hold),
  };
}
