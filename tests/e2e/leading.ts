import { scenarioById } from '#shared/scenario/packs.ts';
import type { ScenarioId } from '#shared/scenario/packs.ts';
import { openTab } from './play.ts';
import type { Window } from './window.ts';

/** Gives the phase three minutes more. */
export async function moreTime({ page, words }: Window): Promise<void> {
  const { room } = words.host;
  await page
    .getByRole('group', { name: room.moreTime })
    .getByRole('button', { name: room.plusMinutes(3) })
    .click();
}

/** Pauses, waits until everybody has been told, and resumes. */
export async function pauseAWhile({ page, words }: Window, others: readonly Window[]): Promise<void> {
  const { room } = words.host;
  await page.getByRole('button', { name: room.pause, exact: true }).click();
  const resume = page.getByRole('button', { name: room.resume, exact: true });
  await resume.waitFor();
  for (const other of others) {
    await other.page.getByText(other.words.play.paused, { exact: true }).first().waitFor();
  }
  await resume.click();
  await page.getByRole('button', { name: room.pause, exact: true }).waitFor();
}

/** Brings in an event of the scenario's deck at once. */
export async function bringIn(
  { page, words, language }: Window,
  scenario: ScenarioId,
  id: string,
): Promise<void> {
  const { tray, tones } = words.events;
  const deck = scenarioById(scenario)?.events ?? [];
  const event = deck.find((one) => one.id === id);
  if (event?.tone === undefined) throw new Error(`no event ${id} with a tone in ${scenario}`);
  const alike = deck.filter(({ tone }) => tone === event.tone).length;
  await page.getByText(tray.group(tones[event.tone], alike)).click();
  const title = event.title[language];
  await page.locator('.events-tray').getByRole('button', { name: title }).click();
  await page.getByRole('button', { name: tray.bringNow }).click();
  await page.getByText(tray.done).waitFor();
}

/** Has a bot cover a state that people hold. */
export async function cover({ page, words }: Window, state: string): Promise<void> {
  const { room } = words.host;
  const label = room.coverWith(state);
  await page.getByRole('combobox', { name: label }).selectOption('conditional-cooperator');
  await page.getByRole('button', { name: words.shell.doItTo(label), exact: true }).click();
  await page
    .getByRole('cell')
    .getByRole('button', { name: room.handBackOf(state) })
    .waitFor();
}

/** Gives a covered state back to its people. */
export async function handBack({ page, words }: Window, state: string): Promise<void> {
  const { room } = words.host;
  await page
    .getByRole('cell')
    .getByRole('button', { name: room.handBackOf(state) })
    .click();
  await page.getByRole('combobox', { name: room.coverWith(state) }).waitFor();
}

/** Somebody raises a hand with a question. */
export async function raiseHand(asking: Window, question: string): Promise<void> {
  const { help } = asking.words.host;
  await openTab(asking, 'brief');
  await asking.page.getByLabel(help.field).fill(question);
  await asking.page.getByRole('button', { name: help.raise }).click();
  await asking.page.getByText(help.up).waitFor();
}

/** Somebody raises a hand with a question; the host reads it and marks it as answered. */
export async function answerHand(host: Window, asking: Window, question: string): Promise<void> {
  const { help } = asking.words.host;
  await raiseHand(asking, question);
  const asked = host.page.getByRole('listitem').filter({ hasText: question });
  await asked.getByRole('button').click();
  await asked.waitFor({ state: 'detached' });
  await asking.page.getByText(help.up).waitFor({ state: 'detached' });
  await openTab(asking, 'orders');
}

/** Leads the first two steps of the debrief; every screen follows, and each phone gives a word that the wall then shows. */
export async function leadDebrief(
  host: Window,
  wall: Window,
  phones: readonly (readonly [Window, string])[],
): Promise<void> {
  const { page, words } = host;
  const { steps, host: leading } = words.debrief;
  await page.getByRole('button', { name: leading.begin }).click();
  await headed(wall, 'leave');
  for (const [phone, word] of phones) {
    const { pulse } = phone.words.debrief;
    await headed(phone, 'leave');
    await phone.page.getByLabel(pulse.field).fill(word);
    await phone.page.getByRole('button', { name: pulse.give }).click();
    await phone.page.getByText(word, { exact: true }).waitFor();
  }
  await page.getByRole('button', { name: leading.next(steps.words.name) }).click();
  for (const each of [wall, ...phones.map(([phone]) => phone)]) await headed(each, 'words');
  for (const [, word] of phones) await wall.page.getByText(word, { exact: true }).waitFor();
}

async function headed({ page, words }: Window, step: 'leave' | 'words'): Promise<void> {
  await page.getByRole('heading', { name: words.debrief.steps[step].title }).waitFor();
}
