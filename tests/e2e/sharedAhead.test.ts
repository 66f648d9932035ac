import { describe, expect, test } from 'vitest';
import { sheets } from '../../client/text/en/sheets.ts';
import { playedClass } from '../support/ledClass.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

/** What a replay has shown of a record, from the moment it opened: its places, and everything that tells how much is to come. */
interface Noted {
  readonly places: readonly string[];
  readonly sliders: readonly string[];
  readonly checks: readonly string[];
  /** How many points its line had, and how many marks stood above it, at most. */
  readonly points: number;
  readonly marks: number;
}

/** Looks at every change of the page, so that nothing is missed that stands there for a moment only. */
const noteAll = `
  window.noted = { places: [], sliders: [], checks: [], points: 0, marks: 0 };
  const add = (list, said) => { if (said && !list.includes(said)) list.push(said); };
  new MutationObserver(() => {
    if (!document.querySelector('.replay.is-open .tape')) return;
    add(noted.places, document.querySelector('.line-now b')?.textContent);
    add(noted.sliders, document.querySelector('.scrubber input')?.getAttribute('aria-valuetext'));
    add(noted.checks, document.querySelector('.record-check')?.textContent);
    const line = document.querySelector('.scrubber .direction')?.getAttribute('points') ?? '';
    noted.points = Math.max(noted.points, line.split(' ').length);
    noted.marks = Math.max(noted.marks, document.querySelectorAll('.tape-marks svg').length);
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
`;

describe.skipIf(!hasBrowser)('a shared replay with later rounds hidden', () => {
  const stage = useStage();

  test('tells a phone that follows nothing of what is to come, not for a moment, until the host shows it', {
    timeout: 240_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { calm: true });
    await enterAsHost(host);
    const cookie = (await host.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const played = await playedClass(joinUrl, cookie, 2);
    const { code, people } = played;
    await host.page.goto(`${joinUrl}/replay/${code}#lead`);
    await host.page.getByText(host.words.replay.shared.leads).waitFor();
    await host.page.getByRole('button', { name: host.words.replay.tabs.index, exact: true }).click();
    const hides = host.page.getByLabel(host.words.replay.spoiler);
    await hides.check();
    await expect.poll(() => placeOf(host)).toBe('at=lobby&eyes=everybody&tab=index&ahead=hidden');

    const kept = `localStorage.setItem('crossroads:seat:${code}', ${JSON.stringify(JSON.stringify(people[0]))});`;
    const phone = await openWindow(stage.browser, `${joinUrl}/play/${code}`, {
      before: kept + noteAll,
      size: 'phone',
      calm: true,
    });
    showOnFailure(host, phone);
    const { page, words } = phone;
    await page.getByText(words.replay.shared.follows).waitFor();
    await expect.poll(() => placeOf(phone)).toBe('at=lobby&eyes=everybody&tab=map&ahead=hidden');
    await page.locator('.record-check').getByText(words.replay.check.whole).waitFor();
    const before = await noted(phone);
    expect(before.places).toEqual([words.play.phases.lobby.name]);
    expect(before.sliders.filter((said) => /\d+\D+\d/.test(said))).toEqual([]);
    expect(before.checks.filter((said) => /\d/.test(said))).toEqual([]);
    expect([before.points, before.marks]).toEqual([1, 0]);

    // Nor do the sheets, which tell how it ended; and they offer nothing to print.
    await page.getByRole('button', { name: words.replay.tabs.index, exact: true }).click();
    await page.getByRole('button', { name: words.exports.sheets }).click();
    await page.getByText(sheets.endHidden).waitFor();
    expect(await page.getByRole('button', { name: sheets.print }).count()).toBe(0);
    await page.getByRole('button', { name: sheets.back }).click();
    await page.getByText(words.replay.shared.follows).waitFor();

    await hides.uncheck();
    await expect.poll(() => placeOf(phone)).toBe('at=lobby&eyes=everybody&tab=map');
    await expect.poll(async () => (await noted(phone)).points).toBe(2);
    await expect.poll(async () => (await noted(phone)).checks.some((said) => /\d/.test(said))).toBe(true);
    const after = await noted(phone);
    expect(after.sliders.some((said) => /\d+\D+\d/.test(said))).toBe(true);
    expect(after.marks).toBeGreaterThan(0);
    for (const { complaints } of [host, phone]) expect(complaints).toEqual([]);
    played.host.close();
    for (const { context } of [host, phone]) await context.close();
  });
});

/** The place in the address of a replay. */
function placeOf({ page }: Window): string {
  return new URL(page.url()).hash.slice(1);
}

async function noted({ page }: Window): Promise<Noted> {
  return page.evaluate((): Noted => Object(Reflect.get(globalThis, 'noted')));
}
