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
  /**
   * Counts a try as a failure before it is made, on this server and on all others, so that tries at the same time cannot pass the
   * limit; false: this one is one too many.
   */
  mayTry(asker: Asker): Promise<boolean>;
  /** Takes one failure back. */
  forgive(asker: Asker): Promise<void>;
  /** Counts failures that another server tells of; less than none takes some back. */
  heard(asker: Asker, change: number): Promise<void>;
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

/** Tells the other servers of one failure more (1) or less (−1); resolves when they know. */
export type TellOthers = (asker: Asker, change: number) => Promise<void>;

const nobody: TellOthers = async () => undefined;

/**
 * A limit of failures per minute, over all servers that are told. Keeps clients in memory only, for one minute.
 */
export function failureLimit(
  { perAsker, perAddress, everywhere }: Bounds,
  tell: TellOthers = nobody,
): FailureLimit {
  const one = new RateLimiterMemory({ points: perAsker, duration: 60 });
  const near = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const all = new RateLimiterMemory({ points: everywhere, duration: 60 });
  const spent = async (limiter: RateLimiterMemory, key: string): Promise<number> =>
    (await limiter.get(key))?.consumedPoints ?? 0;
  const heard = async (asker: Asker, change: number): Promise<void> => {
    if (asker.device !== null) await near.penalty(asker.address, change);
    await Promise.all([one.penalty(countedAs(asker), change), all.penalty(EVERYWHERE, change)]);
  };
  return {
    isBlocked: async (asker) => {
      if (asker.device !== null && (await spent(near, asker.address)) >= perAddress) return true;
      const failures = await spent(one, countedAs(asker));
      if (failures === 0) return false;
      return failures >= perAsker || (await spent(all, EVERYWHERE)) >= everywhere;
    },
    failed: async (asker) => {
      await heard(asker, 1);
      void tell(asker, 1);
    },
    mayTry: async (asker) => {
      await heard(asker, 1);
      await tell(asker, 1);
      if (asker.device !== null && (await spent(near, asker.address)) > perAddress) return false;
      const tries = await spent(one, countedAs(asker));
      return tries <= perAsker && (tries === 1 || (await spent(all, EVERYWHERE)) <= everywhere);
    },
    forgive: async (asker) => {
      await heard(asker, -1);
      void tell(asker, -1);
    },
    heard,
    ...proofs(),
  };
}

function proofs(): Pick<FailureLimit, 'proved' | 'hasProved'> {
  const known = new Set<string>();
  return {
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

/** Counts uses, which are no failures. */
export interface UseLimit {
  /** Counts one use; false when the limit is reached. */
  take(asker: Asker): Promise<boolean>;
  /** Counts uses that another server tells of. */
  heard(asker: Asker, change: number): Promise<void>;
}

/** Counts uses per minute, for a browser and for all browsers behind its address. */
export function useLimit(perDevice: number, perAddress: number, tell: TellOthers = nobody): UseLimit {
  const one = new RateLimiterMemory({ points: perDevice, duration: 60 });
  const near = new RateLimiterMemory({ points: perAddress, duration: 60 });
  return {
    take: async (asker) => {
      const { device, address } = asker;
      void tell(asker, 1);
      return (device === null || (await count(one, device))) && (await count(near, address));
    },
    heard: async ({ device, address }, change) => {
      if (device !== null) await one.penalty(device, change);
      await near.penalty(address, change);
    },
  };
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
