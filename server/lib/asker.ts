/** Who asks, for the limits: a browser that carries our cookie, else an address. Kept in memory only. */
export interface Asker {
  /** Null without a cookie. */
  readonly device: string | null;
  readonly address: string;
}
