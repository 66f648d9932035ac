import type { SeatId } from '../../model/world.ts';
import type { AgreementView } from './agreementView.ts';
import type { MessageView, ObjectiveView } from './tableView.ts';
import type { Tenths } from './tenths.ts';

/** How a seat stands with its points and its two objectives. */
export interface SeatStanding {
  readonly seat: SeatId;
  readonly score: Tenths;
  readonly objectives: readonly [ObjectiveView, ObjectiveView];
}

/** Something that was said, with the seats that heard it; null for everybody. */
export interface HeardMessage extends MessageView {
  readonly to: readonly SeatId[] | null;
}

/** All talk that the host may read, from the first word on; with private talk also the secret agreements. */
export interface Heard {
  readonly messages: readonly HeardMessage[];
  readonly secretAgreements: readonly AgreementView[];
}
