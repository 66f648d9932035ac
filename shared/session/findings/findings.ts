import type { RoundRecord, SessionState } from '../vocabulary/state.ts';
import { type RealCard, realCardsOf } from './cards.ts';
import { chainOf, type TrendStory } from './chain.ts';
import { type Fear, fearOf } from './fear.ts';
import { type Pivotal, pivotalOf } from './pivotal.ts';
import { type PromiseAndDeed, promisesAndDeeds } from './promise.ts';
import type { WhatIfProposal } from '../vocabulary/debrief.ts';
import { offersOf } from './offers.ts';
import { silenceOf, type TalkedRound } from './silence.ts';

/** What the record of a finished session shows. Numbers in micro-units. */
export interface Findings {
  readonly pivotal: Pivotal;
  /** Changes that the host can put to the class. */
  readonly offers: readonly WhatIfProposal[];
  readonly fear: Fear;
  readonly promises: readonly PromiseAndDeed[];
  readonly rounds: readonly TalkedRound[];
  readonly chain: readonly TrendStory[];
  readonly cards: readonly RealCard[];
}

/** Cached for a finished session: a whole class asks at the same moment. */
const known = new WeakMap<readonly RoundRecord[], Findings>();

/** All findings about a session that has ended; the same session always gives the same result. */
export function findingsOf(state: SessionState): Findings {
  const found = known.get(state.rounds) ?? foundIn(state);
  known.set(state.rounds, found);
  return found;
}

function foundIn(state: SessionState): Findings {
  const pivotal = pivotalOf(state);
  return {
    pivotal,
    offers: offersOf(state, pivotal),
    fear: fearOf(state),
    promises: promisesAndDeeds(state),
    rounds: silenceOf(state),
    chain: chainOf(state),
    cards: realCardsOf(state),
  };
}
