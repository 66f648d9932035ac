import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { recordGame } from '#shared/simulation/record.ts';
import {
  usualCondition,
  type UsualGame,
  usualGameOf,
  usualScoresOf,
  usualSeed,
} from '#shared/simulation/usualScores.ts';
import type { UsualErrand } from './usualMeasurer.ts';

// Worker thread: measures the usual scores of one setting and ends. After each game it rests as long as the game took, so that on
// a small computer the class keeps at least half of a core.
const { subject, games }: UsualErrand = workerData;
const condition = usualCondition(subject);
const played: UsualGame[] = [];
for (let k = 0; k < games; k += 1) {
  const began = performance.now();
  played.push(usualGameOf(subject.setting, recordGame(condition, usualSeed(k))));
  await pause(performance.now() - began);
}
parentPort?.postMessage(usualScoresOf(subject.setting, played));
