import { pino } from 'pino';
import type { AppInput } from '../../server/app.ts';
import { RunningTime } from '../../server/lib/serverTime.ts';
import { alone } from '../../server/store/ownership.ts';

/**
 * What a server is given of which a test asks only what it names: it stands alone on this computer, serves no pages, says nothing and
 * keeps its backups elsewhere.
 */
export function plainInput(
  named: Pick<AppInput, 'store' | 'dataDir'> & Partial<Omit<AppInput, 'time'>>,
  time: AppInput['time'] = new RunningTime().start(),
): AppInput {
  return {
    ownership: alone,
    damagedSettings: [],
    log: pino({ level: 'silent' }),
    build: 'test',
    pages: null,
    isDev: false,
    publicUrl: null,
    trustProxy: false,
    time,
    keeping: { backsUp: false, backupsBeside: true },
    newestBackupMs: () => null,
    metricsToken: null,
    peerAddressAt: (port) => `http://127.0.0.1:${port}`,
    addressesAt: async (port) => [`http://127.0.0.1:${port}`],
    ...named,
  };
}
