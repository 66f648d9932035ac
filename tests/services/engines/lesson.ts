import { setTimeout as pause } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { RoundPhase } from '#shared/session/vocabulary/phases.ts';
import { nameOf, tenthsOf } from '../../e2e/play.ts';
import { faultsIn, mapShare } from '../../e2e/wallFaults.ts';
import { type Seen, seenOn } from '../../e2e/wallSeen.ts';
import { languages } from '../../e2e/window.ts';
import type { EngineWindow } from './engine.ts';
import { fill, look, press, see, seeOneOf, type Sought, turnOn } from './hands.ts';
import { isDrawn } from './picture.ts';

const { en, zh } = languages;
const ROUNDS = scenarioById('archipelago')?.plans[0]?.rounds ?? 0;
const CARD_PHASES: readonly RoundPhase[] = ['briefing', 'negotiation', 'decision', 'reveal', 'review'];

const button = (name: string): Sought => ({ role: 'button', name });
const heading = (name: string): Sought => ({ role: 'heading', name });

/** Practice alone in Chinese on a phone: one order sealed and revealed, a number explained, the next round open. */
export async function practise(phone: EngineWindow, address: string): Promise<void> {
  await enter(phone, `${address}/practice`);
  await press(phone, button(en.shell.otherLanguage));
  await press(phone, { text: nameOf('concordia', 'zh'), within: 'form, main' });
  await press(phone, button(zh.shell.practice.start));
  await see(phone, heading(zh.orders.title));
  await expectFits(phone);
  await press(phone, { role: 'button', name: zh.orders.families.cooperate, begins: true });
  await press(phone, { role: 'button', name: zh.orders.cards.dialogue.name, begins: true });
  await turnOn(phone, button(nameOf('aurelia', 'zh')));
  await press(phone, button(zh.orders.seal));
  await toEndOfReveal(phone, zh, 1);
  expect(await isDrawn(phone)).toBe(true);
  await press(phone, { css: 'nav.strip button' });
  expect((await see(phone, { css: '.cause-sum b' })).text).toMatch(/\d\.\d/);
  await expectFits(phone);
}

/** Enters by the set-up address and opens a session of *Archipelago*; returns its code. */
export async function openSession(host: EngineWindow, address: string): Promise<string> {
  await host.goTo(address);
  const { open, room } = en.host;
  if ((await seeOneOf(host, button(open.submit), button(en.hostDoor.set.later))) === 1)
    await press(host, button(en.hostDoor.set.later));
  await press(host, { text: scenarioById('archipelago')?.title.en ?? '', within: 'fieldset' });
  await press(host, button(open.submit));
  await see(host, button(room.start));
  const code = /[A-Z0-9]{6}$/.exec(await host.evaluate(() => location.pathname))?.[0];
  if (code === undefined) throw new Error('the room of the host has no code in its address');
  return code;
}

/** Joins as people do: types the code on the start page, a name, chooses a state, presses one button. */
export async function join(phone: EngineWindow, address: string, code: string): Promise<void> {
  await enter(phone, address);
  await fill(phone, en.shell.home.code, code);
  await press(phone, button(en.shell.home.join));
  await fill(phone, en.shell.join.yourName, 'Ada');
  await press(phone, { text: nameOf('aurelia', 'en') });
  await press(phone, button(en.shell.join.take));
  await see(phone, heading(en.shell.lobby.youAre(nameOf('aurelia', 'en'))));
}

/** One round: said, sealed, revealed; the phone, the console and the wall show the same result. */
export async function playRound(
  host: EngineWindow,
  phone: EngineWindow,
  wall: EngineWindow,
  round: number,
): Promise<void> {
  await goThrough(host, round, 'negotiation');
  await expectWall(wall);
  await goThrough(host, round, 'decision');
  await turnTo(phone, heading(en.orders.title));
  await press(phone, { role: 'button', name: en.orders.families.cooperate, begins: true });
  await press(phone, { role: 'button', name: en.orders.cards.dialogue.name, begins: true });
  await turnOn(phone, button(nameOf('meridia', 'en')));
  await press(phone, button(en.orders.seal));
  await toEndOfReveal(phone, en, round);
  const shown = await phone.evaluate(() =>
    [...document.querySelectorAll('.dial-move b')].map((each) => each.textContent),
  );
  await goThrough(host, round, 'review');
  const dial = await see(wall, {
    css: '[role=img][aria-label].dial, .dial [role=img], .direction [role=img]',
  });
  expect(tenthsOf(dial.label), 'the wall shows the dial that the phone shows').toBe(tenthsOf(shown[1] ?? ''));
  await expectWall(wall);
  await expectFits(phone);
  await expectFits(host);
}

/** Leads the debrief step by step; the phone follows at the first, and the wall shows each of them whole. */
export async function leadDebrief(
  host: EngineWindow,
  phone: EngineWindow,
  wall: EngineWindow,
): Promise<void> {
  const { debrief } = en;
  const faults: string[] = [];
  let step = '';
  let on: Sought = button(debrief.host.begin);
  while ((await look(host, on)) !== null) {
    await press(host, on);
    const shown = await vi.waitUntil(async () => stepOn(wall, step), { timeout: 30_000, interval: 200 });
    step = shown;
    if (step === 'leave') await see(phone, heading(debrief.steps.leave.title));
    faults.push(...faultsIn(await seenAtRest(wall)).map((fault) => `${shown}: ${fault}`));
    on = { css: '.host-debrief .row .btn.primary.lg' };
  }
  expect(faults).toEqual([]);
  expect(await look(host, { text: debrief.host.over })).not.toBeNull();
}

/** The step of the debrief on the wall; null while it still shows the previous one or loads. */
async function stepOn(wall: EngineWindow, before: string): Promise<string> {
  if ((await look(wall, { text: en.debrief.looking })) !== null) return '';
  const step = await wall.evaluate(
    () => document.querySelector<HTMLElement>('.debrief-step')?.dataset['step'] ?? '',
  );
  return step === before ? '' : step;
}

/** Opens the replay of a session and steps through all of it by its keys and buttons. */
export async function watchReplay(window: EngineWindow, address: string): Promise<void> {
  const { replay } = en;
  await window.goTo(address);
  await see(window, { role: 'slider', name: replay.scrubber.label });
  const rounds: number[] = [await position(window)];
  for (let round = 1; round <= 2; round += 1) {
    await press(window, button(replay.transport.onRound));
    await vi.waitFor(async () => expect(await position(window)).toBeGreaterThan(rounds.at(-1) ?? 0), {
      timeout: 20_000,
    });
    rounds.push(await position(window));
  }
  expect(await isDrawn(window)).toBe(true);
  const before = await position(window);
  await window.key('ArrowRight');
  await vi.waitFor(async () => expect(await position(window)).toBe(before + 1), { timeout: 20_000 });
  await expectFits(window);
}

function position(window: EngineWindow): Promise<number> {
  return window.evaluate(() => Number(document.querySelector<HTMLInputElement>('input[type=range]')?.value));
}

/** Opens an address as a user who has seen the guided first round. */
async function enter(window: EngineWindow, address: string): Promise<void> {
  await window.goTo(address);
  await window.evaluate(() => localStorage.setItem('crossroads.coach', 'seen'));
  await window.goTo(address);
}

async function goThrough(host: EngineWindow, round: number, until: RoundPhase): Promise<void> {
  const { room } = en.host;
  const { phases } = en.play;
  const wanted = room.round(round, ROUNDS, phases[until].name);
  if ((await look(host, button(room.start))) !== null) await press(host, button(room.start));
  const ways = [...CARD_PHASES.map((phase) => button(room.next(phases[phase].name))), button(room.nextRound)];
  const end = Date.now() + 120_000;
  while (!(await see(host, { css: '.clock .sub' })).text.startsWith(wanted)) {
    if (Date.now() > end) throw new Error(`the session never stood at ${wanted}`);
    const now = (await see(host, { css: '.clock .sub' })).text;
    const way = (await Promise.all(ways.map((each) => look(host, each)))).findIndex(
      (found) => found !== null,
    );
    const chosen = ways[way];
    // The button may have gone with its phase just now; then the next look finds the next one.
    if (chosen !== undefined) await press(host, chosen, 2000).catch(() => undefined);
    await vi
      .waitUntil(async () => (await see(host, { css: '.clock .sub' })).text !== now, {
        timeout: 5000,
        interval: 100,
      })
      .catch(() => undefined);
  }
}

/** Waits for what the panel of the moment shows; from another panel the notice of the new phase leads there. */
async function turnTo(window: EngineWindow, shown: Sought): Promise<void> {
  const notice: Sought = { css: '.phase-notice button' };
  if ((await seeOneOf(window, shown, notice)) === 1) await press(window, notice);
  await see(window, shown);
}

async function toEndOfReveal(window: EngineWindow, words: typeof en, round: number): Promise<void> {
  const { reveal } = words.play;
  await turnTo(window, heading(reveal.title(round)));
  if ((await seeOneOf(window, button(reveal.again), button(reveal.skip))) === 1)
    await press(window, button(reveal.skip));
  await see(window, button(reveal.again));
}

/** Nothing on the wall is cut, off its edge or too small, and the map is drawn in its place. */
async function expectWall(wall: EngineWindow): Promise<void> {
  const seen = await seenAtRest(wall);
  expect(faultsIn(seen)).toEqual([]);
  expect(mapShare(seen)).toBeGreaterThanOrEqual(0.55);
  expect(await isDrawn(wall)).toBe(true);
}

/** Measures until two looks in a row agree, because a page may turn between two questions. */
async function seenAtRest(wall: EngineWindow): Promise<Seen> {
  let seen = await seenOn(wall);
  for (let looks = 0; looks < 40; looks += 1) {
    await pause(300);
    const again = await seenOn(wall);
    if (JSON.stringify(again) === JSON.stringify(seen)) return again;
    seen = again;
  }
  throw new Error('the wall never came to rest');
}

/** Nothing extends beyond the screen's edge: no page scrolls sideways. */
async function expectFits(window: EngineWindow): Promise<void> {
  const [inner, whole] = await window.evaluate(
    () => [innerWidth, document.documentElement.scrollWidth] as const,
  );
  expect(whole).toBeLessThanOrEqual(inner);
}
