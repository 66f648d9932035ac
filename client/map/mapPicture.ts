/**
 * The input of the map: what one viewer already knows, in plain numbers 0..1, keyed by seat id. The map never reads a view, a
 * world or a rule; a screen turns its view into one picture and passes it on.
 */
export interface MapPicture {
  readonly nodes: readonly MapNode[];
  /** One per unordered pair, in any order; missing pairs are not drawn. */
  readonly links: readonly MapLink[];
  readonly blocs: readonly MapBloc[];
  /** Current arcs: who speaks to, builds for or restricts whom (during the reveal). */
  readonly arcs: readonly MapArc[];
  /** Agreements in force between two states, one per pair; pairs without one are omitted. */
  readonly ties: readonly MapTie[];
  /** Share of connectivity lost in the whole network, 0..1: the greatest density of the fog. */
  readonly fog: number;
  /** Seats to dim, so that the others stand out. */
  readonly dimmed: readonly string[];
}

/** A state on the map. */
export interface MapNode {
  readonly seat: string;
  /** The name in the reader's language. */
  readonly name: string;
  /** A full sentence for screen readers and the title. */
  readonly description: string;
  /** Place on the 1380 × 800 sheet; the phone ring ignores it. */
  readonly x: number;
  readonly y: number;
  /** Weight among the seats, mean 1. */
  readonly weight: number;
  /** How much the others trust it, 0..1: the lit part of its rim. */
  readonly trusted: number;
  /** Felt threat, 0..1: teeth above 0.36. */
  readonly threat: number;
  readonly own: boolean;
  readonly sealed: boolean;
  /** The family ring of a chosen target, or none. */
  readonly chosen: 'cooperate' | 'blocs' | 'securitize' | null;
}

/** The link between two states: one cable of three layers. */
export interface MapLink {
  readonly a: string;
  readonly b: string;
  /** Total strength, 0..1; 0.21 or less is drawn as cut. */
  readonly strength: number;
  /** Openness (1 = no barrier) of the three layers. */
  readonly technical: number;
  readonly political: number;
  readonly commercial: number;
  /** The greater restriction of the two directions, 0..1; from 0.08 on the link is dashed and notched. */
  readonly restricted: number;
}

/** A camp or a functional group. */
export interface MapBloc {
  readonly id: number;
  readonly kind: 'functional' | 'exclusive';
  /** First or second of its kind: the first camp is tinted, the second hatched. */
  readonly order: number;
  /** Depth of a camp, 0..1. */
  readonly depth: number;
  readonly members: readonly string[];
  readonly name: string;
}

/** One moving order, drawn during the reveal. */
export interface MapArc {
  readonly from: string;
  readonly to: string;
  readonly family: 'cooperate' | 'blocs' | 'securitize';
}

/** An agreement between two states: a quiet line with a seal beside their cable. */
export interface MapTie {
  readonly a: string;
  readonly b: string;
  /** Only its parties know of it: the line is dotted. */
  readonly secret: boolean;
}

/** What the cables show: all three layers, or one of them. */
export type MapLayer = 'all' | 'technical' | 'political' | 'commercial';

/** The map's events for its screen. */
export interface MapEvents {
  readonly onSeat: (seat: string) => void;
  /** A camp was tapped, by its area or its name; the id is the bloc's. */
  readonly onCamp: (bloc: number) => void;
  /** The device has taken the drawing away (true), or restored it (false). A map that stays lost is destroyed and made again. */
  readonly onLost?: (isLost: boolean) => void;
}

/** The settings of the map; every field may change while it runs. */
export interface MapOptions {
  readonly layer: MapLayer;
  readonly layout: 'sheet' | 'ring';
  readonly theme: 'night' | 'paper';
  readonly reducedMotion: boolean;
  /** Milliseconds of the transition between pictures. */
  readonly durationMs: number;
  /** Seats and camps are buttons; false on a projector and behind the home page. */
  readonly interactive: boolean;
  /** The name of the whole map for screen readers; by default the host's own aria-label. */
  readonly label?: string;
  /** Cover fills the host and lets the outer seats extend over its edges; contain (the default) shows every seat. */
  readonly fit?: 'contain' | 'cover';
  /** The width of panels at the sides of the host, in CSS pixels; land and fog continue behind them, seats do not. */
  readonly insets?: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}
