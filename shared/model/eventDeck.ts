import { at } from '../lib/at.ts';
import type { Reason } from './reasons.ts';
import { type ReferenceEventId, type WorldEffect, worldEventIds, type DeckEvent } from './world.ts';

/** Whether an event raises hope or lowers it, as a facilitator would say; it has no effect on the world. */
export const tones = ['hopeful', 'grim', 'neutral'] as const;
/** The tone of an event. */
export type Tone = (typeof tones)[number];

/** Most effects of one event. */
export const MOST_EFFECTS = 3;
/** Largest size of an effect, in micro-units. */
export const LARGEST_EFFECT = 200_000;

/** What each event of the reference deck does, in its order, and its tone. [model D.5] */
export const referenceEvents: Readonly<
  Record<
    ReferenceEventId,
    { readonly reason: Reason; readonly tone: Tone; readonly effects: readonly WorldEffect[] }
  >
> = {
  'ransomware-wave': {
    reason: 'ransomwareWave',
    tone: 'grim',
    effects: [{ kind: 'shock', amount: 100_000 }],
  },
  'misattributed-intrusion': {
    reason: 'misattributedIntrusion',
    tone: 'grim',
    effects: [{ kind: 'shockVictim', amount: 120_000 }, { kind: 'blame' }],
  },
  'standards-split': {
    reason: 'standardsSplit',
    tone: 'grim',
    effects: [{ kind: 'barrier', amount: 25_000 }],
  },
  'geopolitical-crisis': {
    reason: 'geopoliticalCrisis',
    tone: 'grim',
    effects: [{ kind: 'competition', amount: 120_000 }],
  },
  'leaders-summit': {
    reason: 'leadersSummit',
    tone: 'hopeful',
    effects: [{ kind: 'competition', amount: -100_000 }],
  },
  'expert-group-fails': {
    reason: 'expertGroupFails',
    tone: 'grim',
    effects: [
      { kind: 'institutions', amount: -60_000 },
      { kind: 'regime', amount: -40_000 },
    ],
  },
  'open-group-reports': {
    reason: 'openGroupReports',
    tone: 'hopeful',
    effects: [
      { kind: 'institutions', amount: 60_000 },
      { kind: 'regime', amount: 40_000 },
    ],
  },
  'cable-cut': {
    reason: 'cableCut',
    tone: 'grim',
    effects: [
      { kind: 'barrier', amount: 15_000 },
      { kind: 'shock', amount: 50_000 },
    ],
  },
};

/** The eight events of the rules, equally likely; drawn from if a scenario weighs none. [model D.5] */
export const referenceDeck: readonly DeckEvent[] = worldEventIds.map((id) => ({
  id,
  weight: 1,
  effects: null,
}));

/** Whether an id is one of the eight events whose effects the rules fix. */
export function isReferenceEvent(id: string): id is ReferenceEventId {
  return Object.hasOwn(referenceEvents, id);
}

/** The effects of an event, given those it carries; an event of the reference deck carries none. Throws on an unknown id. */
export function effectsOf(event: {
  readonly id: string;
  readonly effects?: readonly WorldEffect[] | null;
}): readonly WorldEffect[] {
  const { id, effects } = event;
  if (effects !== undefined && effects !== null) return effects;
  if (!isReferenceEvent(id)) throw new Error(`the rules know no event ${id}`);
  return referenceEvents[id].effects;
}

/** The tone of an event if its scenario names none. */
export function toneOf(id: string): Tone {
  return isReferenceEvent(id) ? referenceEvents[id].tone : 'neutral';
}

/**
 * The event of a deck at a place in [0, 1), each with a share by its weight; with equal weights floor(count · place). [model D.5]
 */
export function pickFrom(deck: readonly DeckEvent[], place: number): DeckEvent {
  const all = deck.reduce((sum, { weight }) => sum + weight, 0);
  const ticket = Math.floor(all * place);
  let seen = 0;
  const found = deck.find(({ weight }) => {
    seen += weight;
    return ticket < seen;
  });
  return found ?? at(deck, deck.length - 1);
}
