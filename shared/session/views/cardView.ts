import type { ActionId } from '../../model/actions.ts';
import type { Tone } from '../../model/eventDeck.ts';
import type { SeatId, Side } from '../../model/world.ts';
import type { Bilingual, Remark } from '../../scenario/schema.ts';
import type { DecisionRule } from '../vocabulary/delegations.ts';
import type { RoundPhase } from '../vocabulary/phases.ts';
import type { LanguageChoice } from '../vocabulary/languages.ts';
import type { Tenths } from './tenths.ts';
import type { TalkLevel } from '../vocabulary/moves.ts';
import type { TrustSight } from '../vocabulary/trustSeen.ts';

/** The part of a scenario that everybody at the table may read; it never changes during a session. */
export interface ScenarioCard {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly seats: readonly {
    readonly id: SeatId;
    readonly name: Bilingual;
    readonly role: Bilingual;
    readonly place: { readonly x: number; readonly y: number };
    /** The side of a camp or group that the seat founds or joins without naming one. */
    readonly side: Side;
    /** Mean 1. */
    readonly weight: number;
  }[];
  readonly fields: readonly [Bilingual, Bilingual, Bilingual];
  readonly campNames: readonly [Bilingual, Bilingual];
  /** Names of the blocs that exist at the opening, the bloc with id 1 first. */
  readonly blocNames: readonly Bilingual[];
  readonly events: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly text: Bilingual;
    readonly mechanism: Bilingual;
    readonly source: Remark;
    readonly tone: Tone;
  }[];
  readonly plan: {
    readonly id: string;
    readonly minutes: number;
    readonly rounds: number;
    /** If the end is hidden: the earliest round that may be the last. Null if `rounds` is the last. */
    readonly earliestEnd: number | null;
    readonly steps: number;
    /** Seconds of each phase, 0 for one that is left out; the first negotiation also has the extra time. */
    readonly seconds: Readonly<Record<RoundPhase, number>>;
    readonly firstRoundExtraSeconds: number;
  };
  readonly practice: boolean;
  /** The same question is asked before play and in the debrief. */
  readonly survey: boolean;
  /** The decision rule of delegations. */
  readonly decisionRule: DecisionRule;
  /** After the end, people who were there read all private talk. */
  readonly privateTalkOpens: boolean;
  /** In which languages delegates and the projector read. */
  readonly languages: LanguageChoice;
  readonly scarred: boolean;
  /**
   * The thresholds of the three marks of good governance, the participation and the dial needed beside them, and the dial at which
   * it is lost; null if the reference thresholds apply. [decision 0054]
   */
  readonly governance: Readonly<
    Record<'equal' | 'safe' | 'open' | 'rules' | 'rulesLost' | 'reached' | 'lost', Tenths>
  > | null;
  /**
   * From where each of the four marks of the predicament counts, the dial needed beside them and how many of them; `trust` counts
   * downwards, and camps count by either number. [model D.6]
   */
  readonly predicament: Readonly<
    Record<'fragmentation' | 'camps' | 'securitization' | 'trust' | 'threat' | 'dial', Tenths>
  > & { readonly need: number };
  /** After so many rounds the direction can be chosen. */
  readonly opensAfter: number;
  /** The host reads private talk and secret agreements while the session runs. */
  readonly hostReadsTalk: boolean;
  /** Whose trust each state sees while the session runs. */
  readonly trustSeen: TrustSight;
  /** No agreement can be made binding. */
  readonly pledgesOnly: boolean;
  /** Whether people speak in words, in moves, or in both. */
  readonly talkLevel: TalkLevel;
  /** Cost of each action in tenths of a point. */
  readonly costs: Readonly<Record<ActionId, Tenths>>;
  /** Most targets one order may name. */
  readonly maxTargets: number;
  /** The share of weight at which common rules grow, in tenths of a per cent point. */
  readonly commitThreshold: Tenths;
}
