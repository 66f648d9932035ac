/** Most records that are compared at once: as many as an event may have tables. */
export const MOST_COMPARED = 60;
/** Up to so many records each have a mark at the end of their path and a column of the table. */
export const FEW_COMPARED = 8;
