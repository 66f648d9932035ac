/** A client as the limits see it: a browser that carries our cookie, else an address. Kept in memory only. */
export interface Asker {
  /** Null without a cookie. */
  readonly device: string | null;
  readonly address: string;
}

/** The key under which a client is counted. */
export function countedAs({ device, address }: Asker): string {
  return device === null ? `address ${address}` : `device ${device}`;
}
