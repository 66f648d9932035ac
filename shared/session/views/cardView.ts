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
    /** Which side a camp or group is on that it founds or joins without naming one. */
    readonly side: Side;
    /** Mean 1. */
    readonly weight: number;
  }[];
  readonly fields: readonly [Bilingual, Bilingual, Bilingual];
  readonly campNames: readonly [Bilingual, Bilingual];
  /** Names of the blocs that exist at the opening; the bloc with id 1 has the first. */
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
    /** Where the end is hidden: the earliest round that may be the last; null where `rounds` is the last. */
    readonly earliestEnd: number | null;
    readonly steps: number;
    /** Seconds of each phase, 0 for one that is left out; the first negotiation has the extra on top. */
    readonly seconds: Readonly<Record<RoundPhase, number>>;
    readonly firstRoundExtraSeconds: number;
  };
  readonly practice: boolean;
  /** The same question is asked before play and in the debrief. */
  readonly survey: boolean;
  /** Whose word is a state's. */
  readonly decisionRule: DecisionRule;
  /** Private talk is read by all who were there after the end. */
  readonly privateTalkOpens: boolean;
  /** In which languages delegates and the projector read. */
  readonly languages: LanguageChoice;
  readonly scarred: boolean;
  /**
   * Where each of the three marks of good governance begins, the common rules and the dial it needs beside them, and where the dial loses it; null
   * where the reference bars count. [decision 0054]
   */
  readonly governance: Readonly<
    Record<'equal' | 'safe' | 'open' | 'rules' | 'reached' | 'lost', Tenths>
  > | null;
  /** The host reads private talk and secret agreements while the session runs. */
  readonly hostReadsTalk: boolean;
  /** Whose trust is seen while the session runs. */
  readonly trustSeen: TrustSight;
  /** What people may speak in. */
  readonly talkLevel: TalkLevel;
  /** Cost of each action in tenths of a point. */
  readonly costs: Readonly<Record<ActionId, Tenths>>;
  /** Most targets one order may name. */
  readonly maxTargets: number;
  /** The share of weight at which common rules grow, in tenths of a per cent point. */
  readonly commitThreshold: Tenths;
}
