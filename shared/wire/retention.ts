/** A day in ms. */
export const DAY_MS = 86_400_000;
/** For how many days a deletion can be undone. */
export const UNDO_DAYS = 30;
/** Practice sessions are removed so many days after their last entry. */
export const PRACTICE_DAYS = 1;
/** The choices of the host: remove sessions so many days after their last entry, or keep them. */
export const retentionDays = [30, 90, 180, 365, 730] as const;
