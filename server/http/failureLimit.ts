import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Asker, countedAs } from '../lib/asker.ts';

/**
 * Counts failures (unknown codes, bad tokens, wrong secrets), never successes. A school shares one address, so each browser counts
 * by its own cookie, and all requests without a cookie count together by address: neither group locks out the other. A generous
 * limit per address stops clients that throw their cookies away. When guesses come from many addresses at once, everybody with a
 * failure in that minute is refused.
 */
export interface FailureLimit {
  /** Whether this client must wait. */
  isBlocked(asker: Asker): Promise<boolean>;
  failed(asker: Asker): Promise<void>;
  /** Takes one failure back. */
  forgive(asker: Asker): Promise<void>;
  /** Records that this address knows this code. */
  proved(asker: Asker, code: string): void;
  /**
   * True if this address has used the code before: then it is no guess, and wrong codes of others behind the address do not block
   * it.
   */
  hasProved(asker: Asker, code: string): boolean;
}

/** The most pairs of address and code to remember; the oldest are dropped first. */
const MOST_PROVED = 5000;

const EVERYWHERE = 'everywhere';

/** How many failures per minute are too many. */
export interface Bounds {
  readonly perAsker: number;
  readonly perAddress: number;
  readonly everywhere: number;
}

/** A limit of failures per minute. Keeps clients in memory only, for one minute. */
export function failureLimit({ perAsker, perAddress, everywhere }: Bounds): FailureLimit {
  const one = new RateLimiterMemory({ points: perAsker, duration: 60 });
  const near = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const all = new RateLimiterMemory({ points: everywhere, duration: 60 });
  const known = new Set<string>();
  const spent = async (limiter: RateLimiterMemory, key: string): Promise<number> =>
    (await limiter.get(key))?.consumedPoints ?? 0;
  return {
    isBlocked: async (asker) => {
      if (asker.device !== null && (await spent(near, asker.address)) >= perAddress) return true;
      const failures = await spent(one, countedAs(asker));
      if (failures === 0) return false;
      return failures >= perAsker || (await spent(all, EVERYWHERE)) >= everywhere;
    },
    failed: async (asker) => {
      if (asker.device !== null) await count(near, asker.address);
      await Promise.all([count(one, countedAs(asker)), count(all, EVERYWHERE)]);
    },
    forgive: async (asker) => {
      if (asker.device !== null) await near.reward(asker.address, 1);
      await Promise.all([one.reward(countedAs(asker), 1), all.reward(EVERYWHERE, 1)]);
    },
    proved: ({ address }, code) => {
      const pair = `${code} ${address}`;
      known.delete(pair);
      known.add(pair);
      const [oldest] = known;
      if (known.size > MOST_PROVED && oldest !== undefined) known.delete(oldest);
    },
    hasProved: ({ address }, code) => known.has(`${code} ${address}`),
  };
}

/** Counts one use per minute, for a browser and for all browsers behind its address; false when the limit is reached. */
export function useLimit(perDevice: number, perAddress: number): (asker: Asker) => Promise<boolean> {
  const one = new RateLimiterMemory({ points: perDevice, duration: 60 });
  const near = new RateLimiterMemory({ points: perAddress, duration: 60 });
  return async ({ device, address }) =>
    (device === null || (await count(one, device))) && (await count(near, address));
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
