/** What a round has paid so far: sums over its passes, by seat, and where partners or authors matter flat `i * n + j`. */
export interface Purse {
  readonly exchange: Float64Array;
  readonly common: Float64Array;
  /** Dividends that come from no particular partner. */
  readonly dividend: Float64Array;
  readonly dividendWith: Float64Array;
  readonly rent: Float64Array;
  readonly club: Float64Array;
  readonly damageBy: Float64Array;
  readonly loss: Float64Array;
}

/** An empty purse for n seats. */
export function openPurse(n: number): Purse {
  return {
    exchange: new Float64Array(n),
    common: new Float64Array(n),
    dividend: new Float64Array(n),
    dividendWith: new Float64Array(n * n),
    rent: new Float64Array(n),
    club: new Float64Array(n),
    damageBy: new Float64Array(n * n),
    loss: new Float64Array(n),
  };
}

/** Empties a purse. */
export function emptyPurse(purse: Purse): void {
  purse.exchange.fill(0);
  purse.common.fill(0);
  purse.dividend.fill(0);
  purse.dividendWith.fill(0);
  purse.rent.fill(0);
  purse.club.fill(0);
  purse.damageBy.fill(0);
  purse.loss.fill(0);
}
