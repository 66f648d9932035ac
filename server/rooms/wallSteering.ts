import { type Curtain, curtains } from '#shared/wire/entryPacking.ts';
import {
  AUTO_PAGE,
  type WallCentre,
  wallCentres,
  type WallPage,
  wallPageSchema,
} from '#shared/wire/wallPage.ts';

/** What the host steers of the projector; each is a message of the room. */
export const steered = ['curtain', 'wall', 'centre'] as const;
/** A part of the projector that the host steers. */
export type Steered = (typeof steered)[number];

/** The host's choices for the projector of one session. They are no history and are not stored. */
export class WallSteering {
  curtain: Curtain = 'open';
  /** The page beside the map. */
  wall: WallPage = AUTO_PAGE;
  centre: WallCentre = 'map';

  /** Takes a choice as it came in; false for one that means nothing. */
  take(part: Steered, message: unknown): boolean {
    if (part === 'wall') {
      const { data } = wallPageSchema.safeParse(message);
      this.wall = data ?? this.wall;
      return data !== undefined;
    }
    const curtain = curtains.find((one) => part === 'curtain' && one === message);
    const centre = wallCentres.find((one) => part === 'centre' && one === message);
    this.curtain = curtain ?? this.curtain;
    this.centre = centre ?? this.centre;
    return curtain !== undefined || centre !== undefined;
  }

  /** A phase begins: it has pages of its own. */
  turnPhase(): void {
    this.wall = AUTO_PAGE;
  }
}
