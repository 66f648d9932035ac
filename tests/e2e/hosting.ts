import type { Locator } from 'playwright-core';
import { roundPhases, type RoundPhase } from '#shared/session/vocabulary/phases.ts';
import { scenarioById, type ScenarioId } from '#shared/scenario/packs.ts';
import { nameOf } from './play.ts';
import { PATIENCE_MS, type Window } from './window.ts';

/** Enters by the set-up address and postpones the password. */
export async function enterAsHost({ page, words }: Window): Promise<void> {
  const open = page.getByRole('button', { name: words.host.open.submit });
  const later = page.getByRole('button', { name: words.hostDoor.set.later });
  await open.or(later).first().waitFor();
  if (await later.isVisible()) await later.click();
  await open.waitFor();
}

/** Chooses the scenario to open. */
export async function choose({ page, words, language }: Window, scenario: ScenarioId): Promise<void> {
  const title = scenarioById(scenario)?.title[language] ?? '';
  await page.getByRole('group', { name: words.host.open.scenario }).getByText(title, { exact: true }).click();
}

/** Opens a session from the host's page, of *Archipelago* by default, and goes to its room; returns the code on the screen. */
export async function openSession(host: Window, scenario: ScenarioId = 'archipelago'): Promise<string> {
  await enterAsHost(host);
  const { page, words } = host;
  await choose(host, scenario);
  await page.getByRole('button', { name: words.host.open.submit }).click();
  await page.getByRole('button', { name: words.host.room.start, exact: true }).waitFor();
  const code = /[A-Z0-9]{6}$/.exec(new URL(page.url()).pathname)?.[0];
  if (code === undefined) throw new Error(`no code in ${page.url()}`);
  await page
    .getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
    .first()
    .waitFor();
  return code;
}

/** Leads the session on until a phase of a round is open; the clock may be faster than the host. */
export async function goThrough(
  { page, words }: Window,
  round: number,
  until: RoundPhase,
  rounds = scenarioById('archipelago')?.plans[0]?.rounds ?? 0,
): Promise<void> {
  const { room } = words.host;
  const { phases } = words.play;
  const wanted = room.round(round, rounds, phases[until].name);
  const start = page.getByRole('button', { name: room.start, exact: true });
  if (await start.isVisible()) await start.click();
  const hasBegun = (now: string, phase: RoundPhase): boolean =>
    Array.from({ length: rounds }).some((_, before) =>
      now.startsWith(room.round(before + 1, rounds, phases[phase].name)),
    );
  /** The button that leads on from what the clock says, and from nothing else: a phase may end by itself meanwhile. */
  const following = (now: string): Locator => {
    const place = roundPhases.findIndex((phase) => hasBegun(now, phase));
    const isBefore = place < roundPhases.indexOf('decision');
    // A round may leave phases out, but never the decision or the reveal.
    const next = isBefore ? roundPhases.slice(place + 1, 3) : roundPhases.slice(place + 1, place + 2);
    const names = next.map((phase) => room.next(phases[phase].name));
    if (place >= roundPhases.indexOf('reveal')) names.push(room.nextRound);
    return page.locator('.controls').getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) });
  };
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await page.locator('.clock .sub').innerText({ timeout: PATIENCE_MS });
    if (now.startsWith(wanted)) return;
    if (Date.now() > end) throw new Error(`the session stands at "${now}" instead of "${wanted}"`);
    // The button may have gone with its phase just now; then the next look finds the next one.
    await following(now)
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page
      .waitForFunction((was) => document.querySelector('.clock .sub')?.textContent !== was, now, {
        timeout: 5000,
      })
      .catch(() => undefined);
  }
}

/** Ends the session: holds the button until the room says that it is over. */
export async function endSession(host: Window): Promise<void> {
  const { room } = host.words.host;
  await hold(host, room.end, host.page.getByRole('heading', { name: room.ended }));
}

/** Holds a button until its effect is visible; presses again if the server was away, as people do. */
export async function hold({ page }: Window, button: string, done: Locator): Promise<void> {
  for (let presses = 0; presses < 8 && !(await done.isVisible()); presses += 1) {
    await page.getByRole('button', { name: button }).hover();
    await page.mouse.down();
    await done.waitFor({ timeout: 5000 }).catch(() => undefined);
    await page.mouse.up();
  }
  await done.waitFor();
}

/** Joins as people do: types the code on the start page, a name, chooses a state, presses one button. */
export async function join(
  { page, words, language }: Window,
  code: string,
  name: string,
  seat: string,
): Promise<void> {
  await page.getByLabel(words.shell.home.code).fill(code);
  await page.getByRole('button', { name: words.shell.home.join, exact: true }).click();
  await page.getByLabel(words.shell.join.yourName).fill(name);
  await page.getByText(nameOf(seat, language), { exact: true }).click();
  await page.getByRole('button', { name: words.shell.join.take }).click();
  await page.getByText(words.shell.lobby.text).waitFor();
  await page.getByRole('heading', { name: words.shell.lobby.youAre(nameOf(seat, language)) }).waitFor();
}
