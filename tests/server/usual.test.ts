import { alone } from '../../server/store/ownership.ts';
import { expect, test, vi } from 'vitest';
import { scenarioById } from '#shared/scenario/packs.ts';
import { planSession } from '#shared/session/open.ts';
import type { SessionBasis } from '#shared/session/vocabulary/state.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { timeFrom } from '../../server/lib/serverTime.ts';
import { Sessions } from '../../server/live/sessions.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { sha256 } from '../../server/store/digest.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { readRecord } from '../../server/store/soundRecord.ts';
import { parsed } from '../log/playedLog.ts';
import { Bench, started } from './liveTable.ts';
import { UsualMeasurer } from '../../server/usual/usualMeasurer.ts';

/** Each measurement plays dozens of games in a thread that rests as long as it works. */
vi.setConfig({ testTimeout: 60_000 });

const pace = {
  rounds: 3,
  seconds: { briefing: 0, negotiation: 0, decision: 30, reveal: 10, review: 0 },
} as const;
const log = { warn: () => undefined } as never;

function basisOf(options: Partial<SessionBasis['options']> = {}): SessionBasis {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no archipelago');
  const chosen = { plan: '5x3', openDeck: false, practice: false, coverEmptySeats: true, pace, ...options };
  return planSession({ scenario, options: chosen, seed: 5 });
}

/** A store that counts measurements: every new one is put. */
function countingStore() {
  const store = memoryStore();
  const put: string[] = [];
  const putSetting = async (name: string, value: string): Promise<void> => {
    put.push(name);
    await store.putSetting(name, value);
  };
  return { store: { setting: async (name: string) => store.setting(name), putSetting }, put };
}

test('usual scores are measured for any number of rounds, for every seat and round, with their spread', async () => {
  const { store } = countingStore();
  const measurer = new UsualMeasurer({ store, log, games: 40 });
  const basis = basisOf();
  const usual = await measurer.of(basis);
  expect(usual?.games).toBe(40);
  for (const { id } of basis.setting.seats) {
    for (const list of [usual?.now, usual?.end, usual?.low, usual?.high])
      expect(list?.[id], id).toHaveLength(3);
    expect(usual?.low[id]?.[2]).toBeLessThan(usual?.high[id]?.[2] ?? 0);
  }
  await measurer.close();
});

test('the same setting is measured once, also after a restart, and another setting by itself', async () => {
  const { store, put } = countingStore();
  const measurer = new UsualMeasurer({ store, log, games: 20 });
  const [one, two] = await Promise.all([measurer.of(basisOf()), measurer.of(basisOf())]);
  expect(one).toEqual(two);
  const later = new UsualMeasurer({ store, log, games: 20 });
  expect(await later.of(basisOf())).toEqual(one);
  expect(put).toHaveLength(1);
  for (const options of [{ openDeck: true }, { scarred: false }, { pace: { ...pace, rounds: 4 } }])
    await later.of(basisOf(options));
  expect(put).toHaveLength(4);
});

test('they agree with the pars of the scenario if both come from the same games', async () => {
  const { store } = countingStore();
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no archipelago');
  const options = { plan: '5x3', openDeck: false, practice: false, coverEmptySeats: true };
  const basis = planSession({ scenario, options, seed: 5 });
  const usual = await new UsualMeasurer({ store, log, games: 400 }).of(basis);
  for (const [id, par] of Object.entries(basis.plan.pars ?? {}))
    expect(Math.abs((usual?.end[id]?.[4] ?? 0) / 10 - par), id).toBeLessThan(6);
});

test('a session notes them in its record once it has begun; the record verifies, and a restart measures nothing again', async () => {
  const asked: number[] = [];
  const bench = new Bench();
  const measurer = new UsualMeasurer({ store: bench.store, log, games: 10 });
  const sessions = () =>
    new Sessions({
      store: bench.store,
      log: bench.log,
      build: 'test',
      ownership: alone,
      onFenced: () => undefined,
      connectedSeats: () => new Set(),
      connectedDelegates: () => new Set(),
      time: timeFrom(() => bench.nowMs),
      usualOf: async (basis) => {
        asked.push(basis.plan.rounds);
        return measurer.of(basis);
      },
    });
  const first = sessions();
  const { scenario, options } = basisOf();
  const session = await first.create({ scenario, options, seed: 5 });
  expect(asked).toEqual([]);
  await started(session);
  while (session.state.usual === undefined) await new Promise((done) => setTimeout(done, 20));
  expect(session.state.usual.games).toBe(10);
  await first.close();
  const woken = await sessions().byCode(session.code);
  expect(woken?.state.usual).toEqual(session.state.usual);
  expect(asked).toEqual([3]);
  const [stored] = await bench.store.list({ code: session.code, limit: 1 });
  if (stored === undefined) throw new Error('not stored');
  const text = copyOf(
    { ...(await readRecord(bench.store, stored)), header: session.header },
    { status: 'open' },
    { kind: 'host' },
  );
  expect(text).toContain('usualNoted');
  expect(verifyLog(parsed(text), sha256).firstFault).toBeNull();
  await bench.sessions.close();
});

test('an unreadable measurement is repeated; a closed server measures nothing', async () => {
  const { store, put } = countingStore();
  const measurer = new UsualMeasurer({ store, log, games: 10 });
  const first = await measurer.of(basisOf());
  await store.putSetting(put[0] ?? '', '{"games":');
  expect(await new UsualMeasurer({ store, log, games: 10 }).of(basisOf())).toEqual(first);
  await measurer.close();
  expect(await measurer.of(basisOf({ openDeck: true }))).toBeNull();
});
