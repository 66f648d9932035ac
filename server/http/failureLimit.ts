import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Asker, countedAs } from '../lib/asker.ts';

/**
 * Counts failures (unknown codes, bad tokens, wrong secrets), never successes. A school is one address, so each browser is
 * counted by its own cookie, and all who bring none are counted together by their address: neither shuts the others out. A
 * generous ceiling for an address holds whoever throws its cookies away; when guesses pour in from everywhere, everybody
 * who has failed at all in that minute is turned away.
 */
export interface FailureLimit {
  /** Whether this asker must wait. */
  isBlocked(asker: Asker): Promise<boolean>;
  failed(asker: Asker): Promise<void>;
  /** Takes one failure back. */
  forgive(asker: Asker): Promise<void>;
  /** Notes that this address knows this code. */
  proved(asker: Asker, code: string): void;
  /** Whether it has known this code before, so that it is no guess: nobody's wrong codes keep others behind one address out. */
  hasProved(asker: Asker, code: string): boolean;
}

/** Most pairs of address and code that are remembered; the oldest go first. */
const MOST_PROVED = 5000;

const EVERYWHERE = 'everywhere';

/** How many failures a minute are too many. */
export interface Bounds {
  readonly perAsker: number;
  readonly perAddress: number;
  readonly everywhere: number;
}

/** A limit of failures a minute. Who failed is kept in memory only, and for a minute. */
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

/** Takes one of so many uses a minute: of a browser, and of all behind its address together; false when none is left. */
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
