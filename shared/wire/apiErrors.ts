/** Every error of the HTTP API: `{code, message}`; the message is in English, the screen translates the code. */
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
  'linkWithdrawn',
  'tooManyLinks',
] as const;
/** Why the API refuses. */
export type ApiErrorCode = (typeof apiErrorCodes)[number];
/** The body of a refusal of the HTTP API. */
export interface ApiError {
  readonly code: ApiErrorCode;
  readonly message: string;
}
/** The body of a 503 where the server that runs a session cannot be reached. The page treats it as no answer. */
export interface ApiOutOfReach {
  readonly code: 'offline';
  readonly message: string;
}
