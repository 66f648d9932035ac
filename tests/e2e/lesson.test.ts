import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { type Crowd, gather } from '../../server/rehearse/crowd.ts';
import { checkLog, newTally } from '../../server/rehearse/tally.ts';
import { crossroads } from '../cli/crossroads.ts';
import type { Program } from '../support/program.ts';
import { until } from '../support/testServer.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { endSession, goThrough, hold, join, openSession } from './hosting.ts';
import { answerHand, bringIn, cover, handBack, leadDebrief, moreTime, pauseAWhile } from './leading.ts';
import { awaitDecision, nameOf, openTab, sealOrder, skipReveal } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, PATIENCE_MS, type Window } from './window.ts';

const SCENARIO = 'twelve-states';
const ROUNDS = scenarioById(SCENARIO)?.plans[0]?.rounds ?? 0;
/** People without a screen: they join over the real network protocol and play by themselves. */
const CROWD = 37;
const DROPPING = 2;
const QUESTION = 'May we promise what we cannot keep?';

interface Lesson {
  readonly host: Window;
  readonly projector: Window;
  readonly ada: Window;
  readonly cy: Window;
  /** In Chinese; replaced when this person changes devices. */
  bo: Window;
}

describe.skipIf(!hasBrowser)('a scripted class of forty', () => {
  const stage = useStage();
  let crowd: Crowd | null = null;
  afterAll(async () => {
    await crowd?.close();
  });

  test('nothing blocks, nothing is lost, the record tells all of it', { timeout: 400_000 }, async () => {
    const tally = newTally();
    const host = await openWindow(stage.browser, stage.program.hostUrl, { calm: true });
    const code = await openSession(host, SCENARIO);
    const lesson = await takeSeats(stage.browser, stage.program, host, code);
    crowd = await gather(
      {
        origin: new URL(stage.program.joinUrl).origin,
        code,
        delegates: CROWD,
        drop: DROPPING,
        badLink: false,
        withinMs: 3000,
        first: 0,
        seed: 11,
        thinkMs: 600,
        awayMs: 1500,
      },
      tally,
    );
    await lesson.host.page.getByText(host.words.host.room.summary(CROWD + 3, 0)).waitFor();
    await lesson.projector.page.getByText(host.words.projector.here(CROWD + 3)).waitFor();
    const played = crowd.play();
    await firstRound(stage.browser, stage.program, lesson, code);
    await until('everybody who dropped out is back', () => tally.back === DROPPING, PATIENCE_MS);
    await firstRoundAgain(lesson);
    await secondRound(lesson);
    await endSession(host);
    await leadDebrief(host, lesson.projector, [
      [lesson.ada, 'tired'],
      [lesson.bo, '意外'],
      [lesson.cy, 'hopeful'],
    ]);
    await played;
    const { sealed: _sealed, refusals, ...counts } = tally;
    expect(counts).toMatchObject({ joined: CROWD, dropped: 2, back: 2, nameless: 0, wrong: [] });
    expect([...refusals.keys()].filter((name) => name !== 'seatCovered')).toEqual([]);
    const record = await recordOf(host, code);
    expect(checkLog(record, tally, code)).toEqual({ lost: 0, doubled: 0 });
    expectTold(record);
    await expectVerified(record, code);
    for (const { strangers } of Object.values(lesson)) expect(strangers).toEqual([]);
  });
});

/** The projector opens; three people sit down on their phones, the first ones of their states. */
async function takeSeats(browser: Browser, program: Program, host: Window, code: string): Promise<Lesson> {
  const phone = { size: 'phone', calm: true } as const;
  const projector = await openWindow(browser, `${program.joinUrl}/screen/${code}`, { calm: true });
  const ada = await openWindow(browser, program.joinUrl, phone);
  const bo = await openWindow(browser, program.joinUrl, { ...phone, language: 'zh' });
  const cy = await openWindow(browser, program.joinUrl, phone);
  showOnFailure(host, projector, ada, bo, cy);
  await Promise.all([
    join(ada, code, 'Ada', 'aurelia'),
    join(bo, code, 'Bo', 'meridia'),
    join(cy, code, 'Cy', 'concordia'),
  ]);
  return { host, projector, ada, bo, cy };
}

/** More time, a pause, a person who changes devices, and a reveal that all see alike. */
async function firstRound(browser: Browser, program: Program, lesson: Lesson, code: string): Promise<void> {
  const { host, projector, ada, cy } = lesson;
  await goThrough(host, 1, 'decision', ROUNDS);
  await moreTime(host);
  await pauseAWhile(host, [ada, lesson.bo, cy, projector]);
  lesson.bo = await onAnotherDevice(browser, program, lesson.bo, code);
  showOnFailure(lesson.bo);
  await sealAll(lesson, 1);
  const [seen, also] = await Promise.all([skipReveal(ada, 1), skipReveal(lesson.bo, 1)]);
  expect([also.was, also.is]).toEqual([seen.was, seen.is]);
}

/** The host steps back, brings in an event, has a seat covered and answers a hand; the round is played again. */
async function firstRoundAgain(lesson: Lesson): Promise<void> {
  const { host, cy } = lesson;
  const { room } = host.words.host;
  const { phases } = host.words.play;
  const { back } = host.words.inbox;
  await host.page.getByRole('button', { name: back.open(1) }).click();
  await hold(host, back.hold(1), host.page.getByText(room.round(1, ROUNDS, phases.briefing.name)));
  await goThrough(host, 1, 'negotiation', ROUNDS);
  await bringIn(host, SCENARIO, 'leaders-summit');
  await cover(host, 'Ironmark');
  await answerHand(host, cy, QUESTION);
  await goThrough(host, 1, 'decision', ROUNDS);
  await sealAll(lesson, 1);
  await goThrough(host, 1, 'reveal', ROUNDS);
}

/** The covered seat returns to its people, who seal for themselves. */
async function secondRound(lesson: Lesson): Promise<void> {
  await goThrough(lesson.host, 2, 'negotiation', ROUNDS);
  await handBack(lesson.host, 'Ironmark');
  await goThrough(lesson.host, 2, 'decision', ROUNDS);
  await sealAll(lesson, 2);
  await skipReveal(lesson.bo, 2);
}

/** Dismisses the host's notes, which cover the cards until they are read. */
async function readNotes({ page }: Window): Promise<void> {
  const read = page.locator('.stepped-back .btn').first();
  while (await read.isVisible()) await read.click();
}

async function sealAll({ ada, bo, cy }: Lesson, round: number): Promise<void> {
  await Promise.all([ada, bo, cy].map((window) => awaitDecision(window, round, ROUNDS)));
  for (const window of [ada, bo, cy]) await readNotes(window);
  await sealOrder(ada, { action: 'dialogue', targets: [nameOf('meridia', 'en')] });
  await sealOrder(bo, { action: 'commit' });
  await sealOrder(cy, { action: 'restrict', targets: [nameOf('aurelia', 'en')] });
}

/** Reads the rejoin code, loses the phone, and returns to the same seat in another browser. */
async function onAnotherDevice(
  browser: Browser,
  program: Program,
  old: Window,
  code: string,
): Promise<Window> {
  const { rejoin } = old.words.entry;
  await openTab(old, 'brief');
  await old.page.getByRole('button', { name: rejoin.show }).click();
  const own = await old.page.getByRole('region', { name: rejoin.yours }).getByRole('status').innerText();
  await old.context.close();
  const device = { size: 'phone', calm: true, language: 'zh' } as const;
  const fresh = await openWindow(browser, `${program.joinUrl}/${code}`, device);
  await fresh.page.getByText(rejoin.title).click();
  await fresh.page.getByLabel(rejoin.field).fill(own);
  await fresh.page.getByRole('button', { name: rejoin.go }).click();
  await fresh.page.getByRole('heading', { name: fresh.words.orders.title }).waitFor();
  return fresh;
}

/** The record as the host saves it. */
async function recordOf({ page, words }: Window, code: string): Promise<string> {
  const link = page.getByRole('link', { name: words.host.room.download });
  expect(await link.getAttribute('href')).toBe(`/api/sessions/${code}/log`);
  return page.evaluate(async (url) => (await fetch(url)).text(), `/api/sessions/${code}/log`);
}

function parsed(record: string): ParsedLog {
  const log = parseLog(record);
  if (!log.ok) throw new Error(`${log.failure.where} ${log.failure.what}`);
  return log.value;
}

/** Everything that the host and the others did is in the record, in the order in which it happened. */
function expectTold(record: string): void {
  const { lines } = parsed(record);
  const seats = lines.flatMap(({ events }) => events.filter(({ type }) => type === 'seatTaken'));
  expect(seats, 'each person once, on however many devices').toHaveLength(CROWD + 3);
  const told = lines.flatMap(({ actor, events }) => events.map(({ type }) => `${actor.kind} ${type}`));
  const happened = [
    'host sessionStarted',
    'host phaseExtended',
    'host sessionPaused',
    'host sessionResumed',
    'host roundRewound',
    'host eventInjected',
    'host seatCovered',
    'delegate handRaised',
    'host handLowered',
    'bot ordersSealed',
    'host seatHandedBack',
    'host sessionEnded',
    'host debriefStepSet',
    'delegate pulseGiven',
    'host debriefStepSet',
  ];
  let from = 0;
  for (const fact of happened) {
    const at = told.indexOf(fact, from);
    expect(at, `the record tells "${fact}" after what came before`).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
  const rounds = lines.flatMap(({ events }) => events.filter((event) => event.type === 'roundResolved'));
  expect(rounds.map(({ round }) => round)).toEqual([1, 1, 2]);
}

async function expectVerified(record: string, code: string): Promise<void> {
  const file = path(tmpdir(), `crossroads-lesson-${process.pid}-${code}.jsonl`);
  await writeFile(file, record);
  const verified = await crossroads('verify', file);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toContain('Verified.');
}
