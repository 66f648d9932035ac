/** How long a server counts as alive after it was last heard of, ms. */
export const LEASE_MS = 4000;

/** How long after a start of the database everybody counts as alive, ms: it recovers first, and nobody could be heard of before. */
const RECOVERY_MS = 15_000;

/** Whether a row of `servers` is of a living server, by the clock of the database alone. */
export const IS_ALIVE = `greatest(lease_until, pg_postmaster_start_time() + interval '${RECOVERY_MS} milliseconds') > clock_timestamp()`;
