import { type ActionId, actionIds, familyOf } from '../../model/actions.ts';
import { type PaperMechanism, paperMechanisms } from '../../paper/mechanisms.ts';
import type { Stage } from '../../model/world.ts';
import { type TemplateId, templateBehind } from '../topics/agreements/templates.ts';
import type { AgreementStatus } from '../vocabulary/agreements.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** A real-world case that this session resembled, with two readings of it and the cards, events and agreements that point to it. */
export interface RealCard {
  readonly id: string;
  readonly name: PaperMechanism['name'];
  readonly date: string | null;
  readonly readings: PaperMechanism['readings'];
  readonly source: PaperMechanism['source'];
  readonly confidence: PaperMechanism['confidence'];
  readonly actions: readonly ActionId[];
  readonly events: readonly string[];
  /** Agreements of this kind that came into force. */
  readonly agreements: readonly TemplateId[];
  /** The ending that the session reached, where the case is about it. */
  readonly stages: readonly Stage[];
}

const MOST = 5;
const MOST_OF_A_FAMILY = 2;
/** An event counts as much as this many orders, because it happens to everybody. */
const EVENT_WEIGHT = 4;

/** Offers that never came into force. */
const unsigned: readonly AgreementStatus[] = ['proposed', 'withdrawn', 'lapsed'];

/**
 * Three to five real-world cases that match what was played: the more orders, events and signatures point to one, the earlier it
 * comes. At most two belong to the same family, so that no single view dominates. [model F]
 */
export function realCardsOf(state: SessionState): readonly RealCard[] {
  const played = countsOf(state);
  const ranked = paperMechanisms
    .flatMap((mechanism) => cardOf(mechanism, played))
    .toSorted((a, b) => b.size - a.size);
  const chosen: RealCard[] = [];
  const taken = new Map<string, number>();
  for (const { card, theme } of ranked) {
    const already = taken.get(theme) ?? 0;
    if (chosen.length === MOST || already === MOST_OF_A_FAMILY) continue;
    taken.set(theme, already + 1);
    chosen.push(card);
  }
  return chosen;
}

type Counts = ReadonlyMap<string, number>;

function countsOf(state: SessionState): Counts {
  const counts = new Map<string, number>();
  const add = (key: string, size: number): void => void counts.set(key, (counts.get(key) ?? 0) + size);
  for (const { orders, events } of state.rounds) {
    for (const { action } of Object.values(orders)) add(action, 1);
    for (const { event } of events) add(event.id, EVENT_WEIGHT);
  }
  for (const { status, parties, ...terms } of state.agreements) {
    const template = unsigned.includes(status) ? null : templateBehind(terms);
    if (template !== null) add(agreementKey(template), parties.length);
  }
  add(stageKey(state.world.stage), EVENT_WEIGHT);
  return counts;
}

function stageKey(stage: Stage): string {
  return `stage ${stage}`;
}

function agreementKey(template: TemplateId): string {
  return `agreement ${template}`;
}

interface Ranked {
  readonly card: RealCard;
  readonly size: number;
  readonly theme: string;
}

function cardOf(mechanism: PaperMechanism, played: Counts): readonly Ranked[] {
  const { id, name, date, readings, source, confidence, places } = mechanism;
  const actions = actionIds.filter(
    (action) => played.has(action) && places.some((place) => place.kind === 'action' && place.id === action),
  );
  const events = places.flatMap((place) =>
    place.kind === 'event' && played.has(place.id) ? [place.id] : [],
  );
  const reached = places.flatMap((place) =>
    place.kind === 'stage' && played.has(stageKey(place.id)) ? [place.id] : [],
  );
  const agreements = places.flatMap((place) =>
    place.kind === 'agreement' && played.has(agreementKey(place.id)) ? [place.id] : [],
  );
  const keys = [...actions, ...events, ...agreements.map(agreementKey), ...reached.map(stageKey)];
  const size = keys.reduce((sum, key) => sum + (played.get(key) ?? 0), 0);
  if (size === 0) return [];
  const [first] = actions;
  const theme = first === undefined ? 'events' : familyOf[first];
  const card = {
    id,
    name,
    date: date ?? null,
    readings,
    source,
    confidence,
    actions,
    events,
    agreements,
    stages: reached,
  };
  return [{ card, size, theme }];
}
