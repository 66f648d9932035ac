import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as inFolder } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { languages } from '../e2e/window.ts';
import { type Program, startProgram } from '../support/program.ts';
import type { Engine, EngineWindow } from './engines/engine.ts';
import { findFirefox, startFirefox } from './engines/firefox.ts';
import { holdUntil, see } from './engines/hands.ts';
import { join, leadDebrief, openSession, playRound, practise, watchReplay } from './engines/lesson.ts';
import { findWebKit, startWebKit } from './engines/webkit.ts';

const { en } = languages;
const engines = { Firefox: findFirefox, WebKit: findWebKit } as const;
const isCi = !['', '0', 'false', undefined].includes(process.env['CI']);

afterAll(() => {
  for (const [name, find] of Object.entries(engines))
    if (find() === null)
      console.error(`${name.toUpperCase()} WAS NOT FOUND: its tests DID NOT RUN. See docs/decisions/0046.`);
});

test.runIf(isCi)('both engines are on this computer', () => {
  expect(Object.entries(engines).flatMap(([name, find]) => (find() === null ? [name] : []))).toEqual([]);
});

describe.each(['Firefox', 'WebKit'] as const)('%s', (name) => {
  describe.skipIf(engines[name]() === null)('plays, hosts, shows and replays', () => {
    let engine: Engine;
    let program: Program;
    beforeAll(async () => {
      [engine, program] = await Promise.all([start(name), startProgram()]);
    });
    afterAll(async () => {
      await engine?.close();
      await program?.stop();
    });

    test('practice alone in Chinese on a phone: a round, why, the next', { timeout: 400_000 }, async () => {
      const phone = await engine.open('phone');
      showOnFailure(phone);
      await practise(phone, program.joinUrl);
      expect(phone.complaints).toEqual([]);
    });

    test('a class: host, wall, a phone; two rounds, the end, the debrief, the replay', {
      timeout: 500_000,
    }, async () => {
      const host = await engine.open('laptop');
      showOnFailure(host);
      const code = await openSession(host, program.hostUrl);
      const wall = await engine.open('projector');
      const phone = await engine.open('phone');
      showOnFailure(wall, phone);
      await wall.goTo(`${program.joinUrl}/screen/${code}`);
      await see(wall, { text: en.projector.joinTitle });
      await join(phone, program.joinUrl, code);
      await see(wall, { text: en.projector.here(1) });
      await playRound(host, phone, wall, 1);
      await playRound(host, phone, wall, 2);
      await holdUntil(
        host,
        { role: 'button', name: en.host.room.end },
        { role: 'heading', name: en.host.room.ended },
      );
      await see(phone, { css: '.ending h2' });
      await leadDebrief(host, phone, wall);
      await watchReplay(host, `${program.joinUrl}/replay/${code}`);
      for (const { complaints } of [host, wall, phone]) expect(complaints).toEqual([]);
    });
  });
});

async function start(name: keyof typeof engines): Promise<Engine> {
  const [firefox, webKit] = [findFirefox(), findWebKit()];
  if (name === 'Firefox' && firefox !== null) return startFirefox(firefox);
  if (name === 'WebKit' && webKit !== null) return startWebKit(webKit);
  throw new Error(`${name} is not here`);
}

/** If the test fails, keeps pictures of its windows and says where. */
function showOnFailure(...windows: readonly EngineWindow[]): void {
  onTestFailed(async () => {
    const folder = mkdtempSync(inFolder(tmpdir(), 'crossroads-failed-'));
    for (const [index, window] of windows.entries()) {
      const file = inFolder(folder, `${index}.png`);
      const picture = await window.picture().catch(() => null);
      if (picture !== null) writeFileSync(file, picture);
      console.error(`window ${index}: ${file}\n${window.complaints.join('\n')}`);
    }
  });
}
