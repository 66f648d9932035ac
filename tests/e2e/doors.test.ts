import { describe, expect, test } from 'vitest';
import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { debriefedLog } from '../log/debriefedLog.ts';
import { axeSource, faultsOf, unfold } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { goThrough, openSession } from './hosting.ts';
import { openTab } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const PASSWORD = 'nine plain words';

describe.skipIf(!hasBrowser)('axe, the tree and 200 % zoom find nothing wrong', () => {
  const stage = useStage();

  test('on the pages for waiting, watching and a bloc', { timeout: 240_000 }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource });
    const code = await openSession(host);
    const phone = { before: axeSource, size: 'phone' } as const;
    const ada = await openWindow(stage.browser, `${stage.program.joinUrl}/join/${code}`, phone);
    const watcher = await openWindow(stage.browser, `${stage.program.joinUrl}/screen/${code}`, phone);
    showOnFailure(host, ada, watcher);
    const faults: string[] = [];
    const { entry, shell } = ada.words;
    await ada.page.getByText(entry.waitChoice, { exact: true }).click();
    await ada.page.getByRole('button', { name: shell.join.take }).click();
    await ada.page.getByRole('button', { name: entry.rejoin.show }).click();
    await ada.page.getByRole('status').filter({ visible: true }).first().waitFor();
    faults.push(...(await faultsOf(ada, 'waiting for a seat')));
    faults.push(...(await faultsOf(watcher, 'watching the lobby')));
    await host.page.getByRole('button', { name: entry.host.admitAll }).waitFor();
    await unfold(host);
    faults.push(...(await faultsOf(host, 'host, somebody waits')));
    await host.page.getByRole('button', { name: entry.host.admitAll }).click();
    await ada.page.getByText(shell.lobby.text).waitFor();
    await goThrough(host, 1, 'negotiation');
    await openTab(ada, 'agreements');
    await ada.page.locator('.bloc-link').first().click();
    await ada.page.locator('.bloc-card').waitFor();
    faults.push(...(await faultsOf(ada, 'a bloc laid open')));
    faults.push(...(await faultsOf(watcher, 'watching a round')));
    faults.push(...(await beyondPage(watcher)));
    expect(faults).toEqual([]);
    for (const { context } of [host, ada, watcher]) await context.close();
  });

  test('at every step of a debrief, on a phone', { timeout: 240_000 }, async () => {
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, {
      before: axeSource,
      size: 'phone',
    });
    showOnFailure(window);
    const { page, words } = window;
    const { debrief, replay } = words;
    const record = { name: 'record.jsonl', mimeType: 'text/plain', buffer: Buffer.from(debriefedLog()) };
    await page.getByLabel(replay.open.choose).setInputFiles(record);
    await page.getByLabel(replay.eyes.label).selectOption('seat:aurelia');
    const onRound = page.getByRole('button', { name: replay.transport.onRound });
    for (let stop = 0; stop < 3; stop += 1) await onRound.click();
    await page.locator('.player > .tab-bar [data-tab="index"]').click();
    await page.getByRole('button', { name: debrief.doorSolo }).click();
    const faults: string[] = [];
    for (const step of debriefSteps) {
      await page.getByRole('heading', { name: debrief.steps[step].title, exact: true }).waitFor();
      await page.locator('.debrief-soon').waitFor({ state: 'detached' });
      await unfold(window);
      faults.push(...(await faultsOf(window, `debrief, ${step}`)));
      if (step !== debriefSteps.at(-1))
        await page.getByRole('button', { name: debrief.next, exact: true }).click();
    }
    expect(faults).toEqual([]);
    await window.context.close();
  });

  test('at the host’s doors, with presets, and before the class', { timeout: 240_000 }, async () => {
    const stranger = await openWindow(stage.browser, `${stage.program.joinUrl}/host`, { before: axeSource });
    const host = await openWindow(stage.browser, stage.program.hostUrl, { before: axeSource });
    showOnFailure(stranger, host);
    const faults: string[] = [];
    await stranger.page.getByLabel(stranger.words.host.notHost.field).waitFor();
    faults.push(...(await faultsOf(stranger, 'not the host yet')));
    faults.push(...(await setPassword(host)));
    faults.push(...(await keepPreset(host)));
    await host.page.getByRole('button', { name: host.words.hostDoor.change }).click();
    await host.page.getByLabel(host.words.hostDoor.set.current).waitFor();
    faults.push(...(await faultsOf(host, 'change of the password')));
    await host.page.goto(`${stage.program.joinUrl}/host/ready`);
    await host.page.locator('.findings').waitFor();
    faults.push(...(await faultsOf(host, 'readiness')));
    await stranger.page.goto(`${stage.program.joinUrl}/trial`);
    await stranger.page.getByText(stranger.words.readiness.trial.goodNote).waitFor();
    faults.push(...(await faultsOf(stranger, 'trial')));
    faults.push(...(await logIn(stranger, `${stage.program.joinUrl}/host`)));
    expect(faults).toEqual([]);
    for (const { context } of [stranger, host]) await context.close();
  });
});

/** Sets the password, after one that is too short. */
async function setPassword(host: Window): Promise<readonly string[]> {
  const { page, words } = host;
  const { set } = words.hostDoor;
  await page.getByLabel(set.first).fill('short');
  await page.getByRole('button', { name: set.save }).click();
  await page.getByText(set.short).waitFor();
  const faults = await faultsOf(host, 'a password too short');
  await page.getByLabel(set.first).fill(PASSWORD);
  await page.getByLabel(set.second).fill(PASSWORD);
  await page.getByRole('button', { name: set.save }).click();
  await page.getByRole('button', { name: words.host.open.submit }).waitFor();
  return faults;
}

/** Saves the form's choices under a name, applies them again, and starts to delete them. */
async function keepPreset(host: Window): Promise<readonly string[]> {
  const { page, words } = host;
  const { presets } = words.opening;
  await unfold(host);
  await page.getByLabel(presets.name).fill('Tuesday');
  await page.getByRole('button', { name: presets.keep, exact: true }).click();
  await page.getByRole('button', { name: 'Tuesday', exact: true }).click();
  await page.getByRole('button', { name: presets.deleteOf('Tuesday') }).click();
  await page.getByRole('button', { name: presets.reallyDelete('Tuesday') }).waitFor();
  return faultsOf(host, 'host, a preset in use');
}

/** Enters with the password, after a wrong one. */
async function logIn(window: Window, url: string): Promise<readonly string[]> {
  const { page, words } = window;
  const { login } = words.hostDoor;
  await page.goto(url);
  await page.getByLabel(login.field).fill('something else');
  await page.getByRole('button', { name: login.enter }).click();
  await page.getByRole('alert').waitFor();
  const faults = await faultsOf(window, 'log-in, a wrong password');
  await page.getByLabel(login.field).fill(PASSWORD);
  await page.getByRole('button', { name: login.enter }).click();
  await page.getByRole('button', { name: words.host.open.submit }).waitFor();
  return faults;
}

/** What of a wall's instruments stands beyond the page or over something beside it. */
async function beyondPage({ page }: Window): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('.instruments *')];
    const beyond = all.filter((one) => one.getBoundingClientRect().right > innerWidth - 15);
    const ends = document.querySelector('.dial-ends span:last-child')?.getBoundingClientRect();
    const lamps = document.querySelector('.lamps-short')?.getBoundingClientRect();
    const isUnder = ends !== undefined && lamps !== undefined && ends.right > lamps.left;
    return [
      ...beyond.map((one) => `beyond the page: ${one.textContent}`),
      ...(isUnder ? ['an end of the dial lies under the lamps'] : []),
    ];
  });
}
