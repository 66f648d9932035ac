import type { ActionId } from '../../model/actions.ts';
import { toneOf } from '../../model/eventDeck.ts';
import { maxTargets } from '../../model/legality.ts';
import type { Parameters } from '../../model/parameters.ts';
import { sideOf } from '../../model/world.ts';
import { decisionRuleOf } from '../topics/delegationRules.ts';
import { earliestEndOf } from '../vocabulary/lastRound.ts';
import type { SessionBasis } from '../vocabulary/state.ts';
import type { ScenarioCard } from './cardView.ts';
import { trustSeenOf } from '../topics/trustSeen.ts';
import { tenthsOf, type Tenths } from './tenths.ts';

/** What everybody at the table may read of the scenario; without briefs and objectives. */
export function cardOf(basis: SessionBasis): ScenarioCard {
  const { scenario, setting } = basis;
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    seats: seatsOf(basis),
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
      id: basis.plan.id,
      minutes: basis.plan.minutes,
      rounds: basis.plan.rounds,
      earliestEnd: earliestEndOf(basis),
      steps: basis.plan.steps,
      seconds: basis.plan.seconds,
      firstRoundExtraSeconds: basis.plan.firstRoundExtraSeconds,
    },
    ...rulesOf(basis),
    costs: costsOf(basis),
    maxTargets: maxTargets(setting.seats.length),
    commitThreshold: tenthsOf(setting.parameters.pStar),
    governance: governanceOf(setting.parameters),
    predicament: predicamentOf(setting.parameters),
    opensAfter: Math.ceil(setting.parameters.emergenceSteps / setting.parameters.steps),
  };
}

function seatsOf({ scenario, setting }: SessionBasis): ScenarioCard['seats'] {
  return scenario.seats.map(({ id, name, role, place, position }, index) => ({
    id,
    name,
    role,
    place,
    side: sideOf(position),
    weight: setting.seats[index]?.weight ?? 1,
  }));
}

function governanceOf(p: Parameters): ScenarioCard['governance'] {
  if (p.governanceMarks === 'reference') return null;
  return {
    equal: tenthsOf(p.ggEqual),
    safe: tenthsOf(p.ggSafe),
    open: tenthsOf(p.ggOpen),
    rules: tenthsOf(p.ggRegime),
    rulesLost: tenthsOf(p.ggRegimeOut),
    reached: tenthsOf(p.ggIn),
    lost: tenthsOf(p.ggOut),
  };
}

function predicamentOf(p: Parameters): ScenarioCard['predicament'] {
  return {
    fragmentation: tenthsOf(p.spFragmentation),
    camps: tenthsOf(p.spBlocs),
    securitization: tenthsOf(p.spSecuritization),
    trust: tenthsOf(p.spTrust),
    threat: tenthsOf(p.spThreat),
    dial: tenthsOf(p.spIn),
    need: p.spNeed,
  };
}

type Rules = Pick<
  ScenarioCard,
  | 'practice'
  | 'privateTalkOpens'
  | 'hostReadsTalk'
  | 'decisionRule'
  | 'survey'
  | 'languages'
  | 'scarred'
  | 'trustSeen'
  | 'pledgesOnly'
  | 'talkLevel'
>;

/** What the host chose at the opening, as far as everybody may know it. */
function rulesOf(basis: SessionBasis): Rules {
  const { options, setting } = basis;
  return {
    practice: options.practice,
    privateTalkOpens: options.privateTalkOpens,
    decisionRule: decisionRuleOf({ basis }),
    survey: options.survey,
    languages: options.languages,
    scarred: setting.parameters.scarred,
    hostReadsTalk: options.hostReadsTalk,
    trustSeen: trustSeenOf({ basis }),
    pledgesOnly: options.pledgesOnly,
    talkLevel: options.talkLevel,
  };
}

function costsOf(basis: SessionBasis): Readonly<Record<ActionId, Tenths>> {
  const { cost } = basis.setting.parameters;
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
