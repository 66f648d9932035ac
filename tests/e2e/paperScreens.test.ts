import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '#shared/session/views/tableView.ts';
import { fragmentationPaths } from '#shared/model/layers.ts';
import { recordedSource } from '../../client/source/recorded.ts';
import { GOVERNANCE, PREDICAMENT } from '../../client/charts/dialGeometry.ts';
import { signedPoints, signedWhole } from '../../client/text/number.ts';
import { playedLog } from '../log/playedLog.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { Ear } from './ear.ts';
import { Keys } from './keys.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ways = [
  { language: 'en', size: 'phone', theme: 'night' },
  { language: 'zh', size: 'phone', theme: 'paper' },
  // A laptop's window at 200 % has half as many pixels of its own.
  { language: 'zh', size: 'laptop', theme: 'night', zoomed: { width: 640, height: 400 } },
] as const;

describe.skipIf(!hasBrowser)('what the paper names, by keyboard and by ear', () => {
  const stage = useStage();
  let folder: string;
  let file: string;
  let end: View;
  beforeAll(async () => {
    const record = await playedLog('archipelago', 7);
    const opened = recordedSource(record);
    if (!opened.ok) throw new Error(opened.failure.what);
    end = opened.value.viewAt(opened.value.length);
    folder = mkdtempSync(join(tmpdir(), 'crossroads-paper-'));
    file = join(folder, 'class.jsonl');
    writeFileSync(file, record);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(ways)('in $language on a $size', { timeout: 240_000 }, async ({ language, size, ...more }) => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, {
      language,
      size,
      theme: more.theme,
      calm: true,
    });
    showOnFailure(window);
    const { page } = window;
    if ('zoomed' in more) await page.setViewportSize(more.zoomed);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.tape').waitFor();
    await page.keyboard.press('End');
    const visit = { window, keys: new Keys(page), ear: await Ear.at(page), faults: [] as string[] };
    await hearCourse(visit, end);
    await openKinds(visit);
    await openLamps(visit);
    expect(visit.faults).toEqual([]);
    expect([...visit.keys.unseen, ...visit.keys.lost]).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });
});

interface Visit {
  readonly window: Window;
  readonly keys: Keys;
  readonly ear: Ear;
  readonly faults: string[];
}

/** Nothing leaves the screen sideways, and nothing confuses a listener. */
async function check({ window: { page }, ear, faults }: Visit, screen: string): Promise<void> {
  faults.push(...(await ear.faults(screen)));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 1) faults.push(`${screen}: ${over} pixels over the edge`);
}

/** The course in a sentence, and in a table that says what the record says. */
async function hearCourse(visit: Visit, { table: { trail } }: View): Promise<void> {
  const { keys, ear } = visit;
  const { picture } = visit.window.words.course;
  await keys.press('button', picture.tab.course);
  await ear.find('image', `${picture.title}. `);
  await keys.press('summary', picture.asTable);
  const dials = (await ear.rows(picture.caption)).slice(1).map((row) => row.split(' ')[1]);
  expect(dials).toEqual(trail.direction.map((tenths) => signedPoints(tenths)));
  const scale = await visit.window.page.locator('.course-tick').allTextContents();
  expect(scale).toEqual(expect.arrayContaining([signedWhole(GOVERNANCE), '0', signedWhole(PREDICAMENT)]));
  const heard = await ear.text();
  for (const line of picture.reading(signedWhole(GOVERNANCE), signedWhole(PREDICAMENT)))
    expect(heard).toContain(line);
  await check(visit, 'course');
}

/** Every kind of the trends opens, and a path of fragmentation tells why it moved. */
async function openKinds(visit: Visit): Promise<void> {
  const { keys, ear, window } = visit;
  const { course, play, why } = window.words;
  await keys.press('button', play.tabs.why);
  for (const name of [course.kinds.blocs, course.kinds.security, course.kinds.fragments])
    await keys.press('summary', name);
  for (const path of fragmentationPaths) await ear.find('button', course.kinds[path]);
  for (const name of Object.values(course.factors.columns)) await ear.find('heading', name);
  await check(visit, 'why, all of it open');
  await keys.press('button', course.kinds.technical);
  await ear.find('heading', course.kinds.technical);
  await window.page.locator('.from-to').waitFor();
  expect(await ear.text()).toContain(why.to);
  await check(visit, 'why a path is closed');
  await keys.press('button', why.back);
  // What was opened is still open.
  await ear.find('button', course.kinds.technical);
}

/** The four lamps, each with its state, and the three marks with their history. */
async function openLamps(visit: Visit): Promise<void> {
  const { keys, ear, window } = visit;
  const { course, play } = window.words;
  await keys.press('button', play.tabs.map);
  await window.page.locator('.world .lamps > summary').focus();
  await window.page.keyboard.press('Enter');
  const lamps = await ear.items(course.lamps.title);
  expect(lamps).toHaveLength(4);
  for (const [index, name] of Object.values(course.lamps.names).entries())
    expect(lamps[index]).toContain(name);
  const marks = await ear.items(play.marks.title);
  expect(marks).toHaveLength(3);
  for (const mark of marks) expect(mark).toContain(play.marks.history('').trim().slice(0, 3));
  await check(visit, 'map with lamps');
}
