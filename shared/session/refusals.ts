import type { OrderFault } from '../model/legality.ts';

/** Why the table says no; each is a state of affairs with its own sentence in `client/text`. */
export const tableRefusals = [
  'notYourCommand',
  'wrongPhase',
  'sessionPaused',
  'sessionNotPaused',
  'unknownSeat',
  'seatTaken',
  'seatFull',
  'alreadyAtTable',
  'notAtTable',
  'seatCovered',
  'seatNotCovered',
  'noOneToHandBackTo',
  'seatsEmpty',
  'cardNotOpen',
  'nothingSealed',
  'ownExpectation',
] as const;

export type Refusal =
  | { readonly code: (typeof tableRefusals)[number] }
  | { readonly code: 'orderIllegal'; readonly fault: OrderFault };
