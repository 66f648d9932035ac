import { describe, expect, test } from 'vitest';
import type { GatheringNow } from '#shared/wire/gatherings.ts';
import { spokenCode } from '../../client/lib/joinCode.ts';
import { DIAL } from '../../client/charts/dialGeometry.ts';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { enterAsHost } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

describe.skipIf(!hasBrowser)('an event of many tables', () => {
  const stage = useStage();

  /** Somebody joins by the event's code on a phone, and is in the lobby of a table. */
  async function phone(code: string, name: string, language: 'en' | 'zh' = 'en'): Promise<Window> {
    const device = { size: 'phone', language, calm: true } as const;
    const window = await openWindow(stage.browser, `${stage.program.joinUrl}/join/${code}`, device);
    const { page, words } = window;
    await page.getByLabel(words.shell.join.yourName).fill(name);
    await page.getByRole('button', { name: words.shell.join.take }).click();
    await page.getByText(words.shell.lobby.text).waitFor();
    return window;
  }

  test('is opened on the host’s page, filled by phones, and led from its overview', {
    timeout: 240_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    showOnFailure(host);
    const { page, words } = host;
    const { manyTables: text } = words;
    await enterAsHost(host);
    await page.getByText(text.open.many, { exact: true }).click();
    for (const name of [text.open.size, text.open.count])
      await page.getByRole('combobox', { name, exact: true }).selectOption('2');
    const { treatments } = text;
    await page.getByRole('combobox', { name: treatments.choice }).selectOption('trustAll,trustOwn');
    const faults = [...(await faultsOf(host, 'opening an event'))];
    await page.getByRole('button', { name: text.open.submit }).click();
    await page.getByRole('group', { name: text.table(2) }).waitFor();
    const code = /\/event\/(\w{6})$/.exec(page.url())?.[1] ?? '';
    const overview = async (): Promise<GatheringNow> =>
      (await host.context.request.get(`${joinUrl}/api/events/${code}`)).json();

    const ann = await phone(code, 'Ann');
    const bo = await phone(code, 'Bo', 'zh');
    const [first, second] = (await overview()).tables;
    for (const { page: theirs } of [ann, bo]) expect(theirs.url()).toBe(`${joinUrl}/play/${first?.code}`);

    await page.getByText(text.seating.title).click();
    await page.getByLabel(text.seating.to('Ann')).selectOption('2');
    await page.getByRole('button', { name: text.seating.moveOf('Ann') }).click();
    await page.locator('.told').getByText(text.seating.moved('Ann', 2)).waitFor();
    await ann.page.waitForURL(`${joinUrl}/play/${second?.code}`);
    await ann.page.getByText(ann.words.shell.lobby.text).waitFor();

    await page.getByRole('button', { name: text.acts.at(text.acts.start, 2) }).click();
    await page.locator('.act-told').getByText(text.acts.done(text.acts.start, 2)).waitFor();
    for (const { page: theirs, words: own } of [ann, bo])
      await theirs.getByText(own.shell.lobby.text).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: text.choose(1) }).check();
    await page.getByRole('button', { name: text.acts.at(text.acts.pause, 1) }).click();
    await page.locator('.act-told').getByText(text.acts.done(text.acts.pause, 1)).waitFor();
    expect((await overview()).tables.map(({ paused }) => paused)).toEqual([true, false]);
    const tried = page.locator('.tile-treatment');
    expect(await tried.count()).toBe(0);
    await page.getByRole('button', { name: treatments.show }).click();
    await tried.nth(1).waitFor();
    const both = [treatments.names.trustAll, treatments.names.trustOwn];
    expect((await tried.allTextContents()).toSorted()).toEqual(both.toSorted());
    faults.push(...(await faultsOf(host, 'overview')));

    await page.getByRole('link', { name: text.consoleOf(2) }).click();
    await page.getByRole('link', { name: text.back }).click();
    await page.getByRole('group', { name: text.table(1) }).waitFor();

    await ann.page.goto(`${joinUrl}/join/${code}`);
    await ann.page.getByRole('link', { name: ann.words.shell.join.goOn }).click();
    await ann.page.waitForURL(`${joinUrl}/play/${second?.code}`);
    expect(faults).toEqual([]);
    // The browser itself says that a pass for the table before was refused, and that its socket was closed.
    const ofBrowser = /Failed to load resource|WebSocket is already in CLOSING/;
    for (const { complaints } of [host, ann, bo])
      expect(complaints.filter((said) => !ofBrowser.test(said))).toEqual([]);
    for (const { context } of [host, ann, bo]) await context.close();
  });

  test('is led with a co-host, who takes charge of tables by a link until the host ends it', {
    timeout: 180_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, calm: true });
    await enterAsHost(host);
    const data = { opening: { scenario: 'archipelago', plan: '5x3' }, placing: 'fill', size: 3, tables: 3 };
    const opened = await host.context.request.post(`${joinUrl}/api/events`, { data });
    const { code }: { code: string } = await opened.json();
    const { page, words } = host;
    const { coHosts: text, manyTables } = words;
    await page.goto(`${joinUrl}/event/${code}`);
    await page.getByText(text.title, { exact: true }).click();
    await page.getByLabel(text.name).fill('Ms Li');
    await page.getByRole('button', { name: text.make }).click();
    await page.locator('.told').getByText(text.made('Ms Li')).waitFor();
    const [link] = await (await host.context.request.get(`${joinUrl}/api/events/${code}/co-hosts`)).json();

    const address = `${joinUrl}/event/${code}#co-host=${link.secret}`;
    const device = { before: axeSource, language: 'zh', size: 'phone', calm: true } as const;
    const li = await openWindow(stage.browser, address, device);
    showOnFailure(host, li);
    const { coHosts: own, manyTables: theirs } = li.words;
    await li.page.getByRole('checkbox', { name: theirs.choose(2) }).check();
    expect(li.page.url()).toBe(`${joinUrl}/event/${code}`);
    await li.page.getByRole('button', { name: own.take(1) }).click();
    await li.page.getByText(own.you).waitFor();
    await page.getByText(text.tile('Ms Li'), { exact: true }).last().waitFor();
    await li.page.getByLabel(own.shown).selectOption(own.mine);
    expect(await li.page.locator('.table-tile').count()).toBe(1);
    const faults = [...(await faultsOf(li, 'co-host')), ...(await faultsOf(host, 'links of co-hosts'))];
    expect(await li.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await li.page.getByRole('link', { name: theirs.consoleOf(2) }).click();
    await li.page.getByRole('link', { name: theirs.back }).waitFor();
    await li.page.goto(`${joinUrl}/host/sessions`);
    await li.page.getByText(li.words.refusals.api.notHost).waitFor();
    await li.page.goto(`${joinUrl}/event/${code}`);
    await li.page.getByRole('checkbox', { name: theirs.choose(2) }).waitFor();

    await page.getByRole('button', { name: text.endOf('Ms Li') }).click();
    const held = page.getByRole('button', { name: text.endHeld('Ms Li') });
    await held.focus();
    await page.keyboard.down('Enter');
    await page.locator('.told').getByText(text.ended('Ms Li')).waitFor();
    await page.keyboard.up('Enter');
    await li.page.getByText(own.over).waitFor();
    const tile = page.getByRole('group', { name: manyTables.table(2) });
    await tile.getByText('Ms Li').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    for (const { context } of [host, li]) await context.close();
  });

  test('is debriefed by its overview: the same decision at every table, by what was tried, and on the wall', {
    timeout: 180_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { before: axeSource, size: 'phone', calm: true });
    showOnFailure(host);
    await enterAsHost(host);
    const { request } = host.context;
    const opening = { scenario: 'archipelago', plan: '5x3' };
    const treatments = ['trustAll', 'trustOwn'];
    const data = { opening, placing: 'chance', size: 2, tables: 4, treatments };
    const { code }: { code: string } = await (await request.post(`${joinUrl}/api/events`, { data })).json();
    for (let come = 0; come < 4; come += 1)
      await request.post(`${joinUrl}/api/sessions/${code}/seats`, { data: { seat: null, name: null } });
    const overview = async (): Promise<GatheringNow> =>
      (await request.get(`${joinUrl}/api/events/${code}`)).json();
    const act = async (command: object): Promise<void> => {
      const { tables } = await overview();
      const chosen = tables.map(({ number, phaseLine }) => ({ number, phaseLine }));
      const all = { key: `a-key-of-the-host-${Math.random()}`, tables: chosen, command };
      await request.post(`${joinUrl}/api/events/${code}/acts`, { data: all });
    };
    await act({ type: 'startSession' });
    while ((await overview()).tables.some(({ phase }) => phase !== 'ended'))
      await act({ type: 'closePhase', because: 'host' });

    const { page, words } = host;
    const { compare, manyTables: text } = words;
    await page.goto(`${joinUrl}/event/${code}`);
    const address = await page.getByRole('link', { name: text.after.debrief }).getAttribute('href');
    await page.goto(new URL(address ?? '', joinUrl).href);
    await page.getByRole('heading', { name: compare.event.title(spokenCode(code)) }).waitFor();
    await page.getByRole('heading', { name: compare.groups.title }).waitFor();
    await page.locator('.compare-fan .compare-line').nth(3).waitFor();
    const groups = page.locator('.compare-groups thead');
    for (const name of [text.treatments.names.trustAll, text.treatments.names.trustOwn])
      await groups.getByText(name).waitFor();
    expect(await groups.getByText(compare.groups.count(2)).count()).toBe(2);
    await page.getByLabel(compare.round.which, { exact: true }).selectOption('2');
    const rows = page.locator('.compare-round tbody tr');
    expect((await rows.locator('th').allTextContents()).toSorted()).toEqual(['1', '2', '3', '4']);
    await page.getByLabel(compare.round.whose).selectOption({ index: 1 });
    await page.locator('.same-orders li').first().waitFor();
    const faults = [...(await faultsOf(host, 'debrief of an event'))];
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.goto(`${joinUrl}/dials/${code}#paths`);
    await page.locator('.dial-paths .compare-line').nth(3).waitFor();
    await page.locator('.dial-paths').getByText(text.treatments.names.trustOwn).waitFor();
    faults.push(...(await faultsOf(host, 'paths on the wall')));
    await page.getByRole('button', { name: text.wall.asDials }).click();
    await page.locator('.multiples li').nth(3).waitFor();
    expect(faults).toEqual([]);
    expect(host.complaints).toEqual([]);
    await host.context.close();
  });

  test('says on a wall of thirty tables how each stands, never cut short, whatever it is', {
    timeout: 120_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { calm: true });
    await enterAsHost(host);
    const data = { opening: { scenario: 'archipelago', plan: '5x3' }, placing: 'fill', size: 6, tables: 30 };
    const opened = await host.context.request.post(`${joinUrl}/api/events`, { data });
    const { code }: { code: string } = await opened.json();
    await host.context.close();
    const address = `${joinUrl}/dials/${code}`;
    for (const language of ['en', 'zh'] as const) {
      const { page, context, words } = await openWindow(stage.browser, address, { language, calm: true });
      await page.setViewportSize({ width: 1920, height: 1080 });
      const states = page.locator('.multiple-state');
      await states.nth(29).waitFor();
      const { bands, reached, fallen } = words.play.dial;
      const said = [...bands, reached, fallen];
      const cut = await states.evaluateAll((places, sentences) => {
        for (const [index, place] of places.entries())
          place.textContent = sentences[index % sentences.length] ?? '';
        return places.flatMap((place) => {
          const tile = place.closest('button')?.getBoundingClientRect();
          const letters = document.createRange();
          letters.selectNodeContents(place);
          const box = letters.getBoundingClientRect();
          const fits = tile && box.left >= tile.left && box.right <= tile.right && box.bottom <= tile.bottom;
          const isCut =
            getComputedStyle(place).overflow === 'hidden' && place.scrollWidth > place.clientWidth;
          return fits && !isCut ? [] : [place.textContent];
        });
      }, said);
      expect(cut, language).toEqual([]);
      const dials = await page
        .locator('.multiples .dial')
        .evaluateAll((all) => all.map((dial) => Math.round(dial.getBoundingClientRect().height)));
      expect(new Set(dials).size).toBe(1);
      // The scale is drawn as far as the needle goes: half a circle.
      const rim = await page
        .locator('.dial-rim')
        .first()
        .evaluate((arc) => (arc instanceof SVGPathElement ? arc.getBBox().width : 0));
      expect(rim).toBeCloseTo(2 * DIAL.outer, 0);
      await context.close();
    }
  });

  test('shows all its dials on a wall, in Chinese too, and one of them large by keyboard', {
    timeout: 120_000,
  }, async () => {
    const { hostUrl, joinUrl } = stage.program;
    const host = await openWindow(stage.browser, hostUrl, { calm: true });
    await enterAsHost(host);
    const opening = { scenario: 'archipelago', plan: '5x3' };
    const data = { opening, placing: 'chance', size: 6, tables: 12 };
    const opened = await host.context.request.post(`${joinUrl}/api/events`, { data });
    const { code }: { code: string } = await opened.json();
    await host.context.close();
    const wall = await openWindow(stage.browser, `${joinUrl}/dials/${code}`, {
      language: 'zh',
      before: axeSource,
      calm: true,
    });
    showOnFailure(wall);
    const { page, words } = wall;
    const { manyTables: text } = words;
    await page.locator('.multiples > li').nth(11).waitFor();
    const faults = [...(await faultsOf(wall, 'wall of dials'))];
    const sizes = await page
      .locator('.multiples .dial')
      .evaluateAll((dials) => dials.map((dial) => Math.round(dial.getBoundingClientRect().width)));
    expect(new Set(sizes).size).toBe(1);
    await page.getByRole('button', { name: text.wall.zoom(12) }).press('Enter');
    await page.getByRole('heading', { name: text.table(12) }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: text.table(1), exact: true }).waitFor();
    faults.push(...(await faultsOf(wall, 'one table large')));
    await page.keyboard.press('Escape');
    await page.locator('.multiples > li').nth(11).waitFor();
    const { tables } = await (await wall.context.request.get(`${joinUrl}/api/events/${code}/dials`)).json();
    await page.goto(`${joinUrl}/screen/${tables[2].code}`);
    await page.locator('.projector-lobby .code').getByText(spokenCode(code)).waitFor();
    expect(faults).toEqual([]);
    expect(wall.complaints).toEqual([]);
    await wall.context.close();
  });
});
