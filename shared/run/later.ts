/** Calls `act` once after so many ms, and returns the way to prevent it. Whoever runs a session brings its own timer. */
export type Later = (ms: number, act: () => void) => () => void;
