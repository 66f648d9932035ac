import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { goThrough, join, openSession } from './hosting.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

/** A browser that stores nothing. */
const BLOCKED = `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
  get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});`;

/** A page translation without consent: replaces every text by an element with another text. */
const TRANSLATE = `(() => {
  const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    if (text.data.trim() === '') continue;
    const other = document.createElement('font');
    other.textContent = text.data;
    text.replaceWith(other);
  }
})()`;

describe.skipIf(!hasBrowser)('trouble that a class brings along', () => {
  const stage = useStage();
  const at = (path: string): string => `${stage.program.joinUrl}${path}`;

  test('a page without its script says so in both languages', async () => {
    const window = await openWindow(stage.browser, 'about:blank');
    await window.page.route('**/assets/index-*.js', (route) => route.abort());
    await window.page.goto(at('/'));
    await window.page.getByText(/Crossroads is loading/).waitFor();
    await window.page.getByText(/正在载入/).waitFor();
    await window.page.unroute('**/assets/index-*.js');
    await window.page.goto(at('/'));
    await window.page.locator('#code').waitFor();
    expect(await window.page.locator('#no-words').count()).toBe(0);
    await window.context.close();
  });

  test('changes are visible under a page translation too', async () => {
    const window = await openWindow(stage.browser, at('/'));
    showOnFailure(window);
    const { page, words } = window;
    expect(await page.locator('html').getAttribute('translate')).toBe('no');
    await page.locator('#code').waitFor();
    await page.evaluate(TRANSLATE);
    for (const [typed, left] of [
      ['2', 5],
      ['23', 4],
      ['234', 3],
    ] as const) {
      await page.locator('#code').fill(typed);
      await page.locator('.code-form button[type=submit]').click();
      await page.getByText(words.shell.home.short(left), { exact: true }).waitFor();
      await page.evaluate(TRANSLATE);
    }
    await page.locator('.corner').getByText(words.shell.otherLanguage).click();
    await page.getByText('加入', { exact: true }).waitFor();
    expect(await page.getByText(words.shell.home.join, { exact: true }).count()).toBe(0);
    expect(await page.evaluate(emptiedText), 'what the program empties').toBe('');
    await window.context.close();
  });

  test('host, seat and wall say under a page translation what they say without one, phase by phase', {
    timeout: 240_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    showOnFailure(host);
    const code = await openSession(host);
    const { words } = host;
    const player = await openWindow(stage.browser, at('/'));
    await join(player, code, 'Ada', 'aurelia');
    const wall = await openWindow(stage.browser, at(`/screen/${code}`));
    const pairs: (readonly [string, Page, Page])[] = [];
    for (const { page } of [host, player, wall]) {
      const plain = await page.context().newPage();
      await plain.goto(page.url());
      pairs.push([new URL(page.url()).pathname, page, plain]);
    }
    const translateAll = () => Promise.all(pairs.map(([, page]) => page.evaluate(TRANSLATE)));
    await goThrough(host, 1, 'briefing');
    await translateAll();
    const { phases } = words.play;
    for (const phase of ['negotiation', 'decision'] as const) {
      await goThrough(host, 1, phase);
      await sameWords(pairs, words.host.room.round(1, 5, phases[phase].name));
      await translateAll();
    }
    await host.page.getByRole('button', { name: words.host.room.pause, exact: true }).click();
    await sameWords(pairs, words.host.room.resume);
    await translateAll();
    await host.page.getByRole('button', { name: words.host.room.resume, exact: true }).click();
    await sameWords(pairs, words.host.room.pause);
    for (const { context, complaints } of [host, player, wall]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test('a browser that keeps nothing holds the seat in its tab, and takes no second one', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    const context = await stage.browser.newContext({ locale: 'en-GB' });
    await context.addInitScript(BLOCKED);
    const page = await context.newPage();
    await page.goto(at(`/join/${code}`));
    const { words } = host;
    await page.getByRole('button', { name: words.shell.join.take }).click();
    await page.getByText(words.play.keptInTab.text).waitFor();
    await page.reload();
    await page.getByText(words.play.keptInTab.text).waitFor();
    await page.goto(at(`/join/${code}`));
    await page.getByRole('heading', { name: words.shell.join.youAreBack }).waitFor();
    await page.getByRole('button', { name: words.shell.join.asOther }).waitFor();
    expect(await page.getByRole('button', { name: words.shell.join.take }).count()).toBe(0);
    await context.close();
    await host.context.close();
  });

  test('a network without live connections is named, on the seat and on the wall', async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    const code = await openSession(host);
    const player = await openWindow(stage.browser, at('/'), { size: 'phone', language: 'zh' });
    const wall = await openWindow(stage.browser, at('/'));
    for (const window of [player, wall]) await cutOff(window);
    await player.page.goto(at(`/join/${code}`));
    await player.page.getByRole('button', { name: player.words.shell.join.take }).click();
    await wall.page.goto(at(`/screen/${code}`));
    await player.page.getByRole('heading', { name: player.words.play.waiting.noSocket }).waitFor();
    await wall.page.getByText(wall.words.shell.status.noSocket).waitFor();
    for (const { context } of [host, player, wall]) await context.close();
  });

  test('paper is white under black, from a dark theme too', async () => {
    const window = await openWindow(stage.browser, at('/rules'), { theme: 'night' });
    await window.page.locator('main h2').first().waitFor();
    await window.page.emulateMedia({ media: 'print' });
    const colours = await window.page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('main p') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await window.context.close();
  });

  test('the field for a code waits for an input method', async () => {
    const window = await openWindow(stage.browser, at('/'), { language: 'zh' });
    const { page } = window;
    await page.locator('#code').focus();
    const method = await page.context().newCDPSession(page);
    const letters = 'hkxmab';
    for (let end = 1; end <= letters.length; end += 1) {
      const text = letters.slice(0, end);
      await method.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
    }
    expect(await page.locator('#code').inputValue()).toBe(letters);
    await method.send('Input.insertText', { text: letters });
    await expect.poll(() => page.locator('#code').inputValue()).toBe('HKXMAB');
    await window.context.close();
  });
});

/** What is read of a text that a translator has replaced and the program then empties. */
async function emptiedText(): Promise<string> {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const place = document.createElement('p');
  const text = document.createTextNode('old');
  place.append(text);
  document.getElementById('app')?.append(place);
  const other = document.createElement('font');
  other.textContent = 'alt';
  text.replaceWith(other);
  await turn();
  text.data = '';
  await turn();
  const { innerText } = place;
  place.remove();
  return innerText;
}

/** Each translated page says line by line what its untranslated twin says, clocks apart; the first of them says `words` too. */
async function sameWords(pairs: readonly (readonly [string, Page, Page])[], words: string): Promise<void> {
  await expect
    .poll(async () => (await linesOf(pairs[0]?.[1])).join(' '), { timeout: 20_000 })
    .toContain(words);
  for (const [name, translated, plain] of pairs)
    await expect
      .poll(async () => onlyIn(await linesOf(translated), await linesOf(plain)), {
        timeout: 20_000,
        message: name,
      })
      .toEqual([]);
}

/** The lines that one of the two has alone. */
function onlyIn(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...one.filter((line) => !other.includes(line)), ...other.filter((line) => !one.includes(line))];
}

/** What is to be read on a page. What it last spoke is left out: near a full minute one page may have spoken and its twin not. */
async function linesOf(page: Page | undefined): Promise<readonly string[]> {
  const [text, spoken] = (await page?.evaluate(() => [
    document.body.innerText,
    document.querySelector<HTMLElement>('.visually-hidden[role=status]')?.innerText ?? '',
  ])) ?? ['', ''];
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== spoken?.trim() && !/^\d+:\d\d$/.test(line));
}

/** Lets pages through and no sockets. */
async function cutOff({ page }: Window): Promise<void> {
  await page.addInitScript(
    "window.WebSocket = class extends EventTarget { constructor() { super(); setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new CloseEvent('close', { code: 1006 })); }, 50); } close() {} send() {} };",
  );
}
