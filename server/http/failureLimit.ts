import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Counts failures (unknown codes, bad tokens, wrong secrets), never successes: a school is one address. An address with
 * too many is turned away for the rest of the minute; when guesses pour in from everywhere, every address that has
 * failed at all in that minute is.
 */
export interface FailureLimit {
  /** Whether this address must wait. */
  isBlocked(address: string): Promise<boolean>;
  failed(address: string): Promise<void>;
  /** Takes one failure of an address back. */
  forgive(address: string): Promise<void>;
  /** Notes that this address knows this code. */
  proved(address: string, code: string): void;
  /** Whether it has known this code before, so that it is no guess: nobody's wrong codes keep others behind one address out. */
  hasProved(address: string, code: string): boolean;
}

/** Most pairs of address and code that are remembered; the oldest go first. */
const MOST_PROVED = 5000;

const EVERYWHERE = 'everywhere';

/** A limit with `perAddress` and `everywhere` failures a minute. Addresses are kept in memory only, and for a minute. */
export function failureLimit(perAddress: number, everywhere: number): FailureLimit {
  const one = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const all = new RateLimiterMemory({ points: everywhere, duration: 60 });
  const known = new Set<string>();
  return {
    isBlocked: async (address) => {
      const failures = (await one.get(address))?.consumedPoints ?? 0;
      if (failures === 0) return false;
      return failures >= perAddress || ((await all.get(EVERYWHERE))?.consumedPoints ?? 0) >= everywhere;
    },
    failed: async (address) => {
      await Promise.all([count(one, address), count(all, EVERYWHERE)]);
    },
    forgive: async (address) => {
      await Promise.all([one.reward(address, 1), all.reward(EVERYWHERE, 1)]);
    },
    proved: (address, code) => {
      const pair = `${code} ${address}`;
      known.delete(pair);
      known.add(pair);
      const [oldest] = known;
      if (known.size > MOST_PROVED && oldest !== undefined) known.delete(oldest);
    },
    hasProved: (address, code) => known.has(`${code} ${address}`),
  };
}

/** Takes one of `points` uses a minute for this address; false when none is left. */
export function useLimit(points: number): (address: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (address) => count(limiter, address);
}

async function count(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}
