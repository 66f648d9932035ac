/** Every error of the HTTP API: `{code, message}`, the message in English, the code translated on screen. */
export const apiErrorCodes = [
  'unknownCode',
  'notHost',
  'wrongSecret',
  'wrongPassword',
  'tooManyPresets',
  'malformed',
  'tooMany',
  'unknownScenario',
  'unknownPlan',
  'badPace',
  'seatTaken',
  'seatFull',
  'unknownSeat',
  'tableFull',
  'deviceFull',
  'networkFull',
  'entryClosed',
  'wrongRejoin',
  'sessionEnded',
  'sessionCancelled',
  'sessionDamaged',
  'practiceFull',
  'otherHost',
  'otherPage',
  'notAllowed',
  'notStored',
  'badToken',
  'badRecord',
  'recordUnfinished',
  'recordKnown',
  'tooManyPacks',
  'packInSession',
  'packInPreset',
  'badSeats',
] as const;
/** Why the API refuses. */
export type ApiErrorCode = (typeof apiErrorCodes)[number];
/** What the HTTP API answers when it says no. */
export interface ApiError {
  readonly code: ApiErrorCode;
  readonly message: string;
}
