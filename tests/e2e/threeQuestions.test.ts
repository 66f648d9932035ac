import { describe, expect, test } from 'vitest';
import { apportion } from '#shared/lib/apportion.ts';
import { parseLog, type ParsedLog } from '#shared/log/parse.ts';
import { replay } from '#shared/log/replay.ts';
import { unpackLedger } from '#shared/model/ledger.ts';
import { quarrel, quarrelLog, quarrelTalk } from '../log/quarrelLog.ts';
import { axeSource, faultsOf } from './axe.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { nameOf, readStair, tenthsOf } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ROUND = 3;

describe.skipIf(!hasBrowser)('a stranger with nothing but the file finds out', () => {
  const stage = useStage();

  test.each([
    { language: 'en', size: 'laptop', theme: 'night' },
    { language: 'zh', size: 'phone', theme: 'paper' },
  ] as const)(
    'why trust fell, what they had said and which promise was broken, on a $size in $language',
    {
      timeout: 180_000,
    },
    async (device) => {
      const log = quarrelLog();
      const window = await openWindow(stage.browser, `${stage.program.joinUrl}/replay`, {
        ...device,
        before: axeSource,
        calm: true,
      });
      showOnFailure(window);
      const { page, words } = window;
      const file = { name: 'class.jsonl', mimeType: 'text/plain', buffer: Buffer.from(log) };
      await page.getByLabel(words.replay.open.choose).setInputFiles(file);
      await page.getByLabel(words.replay.eyes.label).selectOption(`seat:${quarrel.towards}`);
      await panel(window, 'index');
      await page.getByTitle(words.replay.rounds.go(ROUND), { exact: true }).click();

      await askWhyTrustFell(window);
      await expectCauses(window, parsedLog(log));
      const faults = [...(await faultsOf(window, 'why'))];
      await page.getByRole('button', { name: words.why.theirTalk }).click();
      await expectTalk(window);
      faults.push(...(await faultsOf(window, 'talk')));
      await expectMoment(window, parsedLog(log));
      await expectPromise(window, parsedLog(log));
      faults.push(...(await faultsOf(window, 'the agreement')));
      expect(faults).toEqual([]);
      expect(window.complaints).toEqual([]);
      await window.context.close();
    },
  );
});

async function panel({ page }: Window, tab: string): Promise<void> {
  await page.locator(`.tab-bar [data-tab="${tab}"]`).filter({ visible: true }).click();
}

function parsedLog(text: string): ParsedLog {
  const log = parseLog(text);
  if (!log.ok) throw new Error(log.failure.what);
  return log.value;
}

/** From the map: the card of the state that broke its word, and on it the trust of the other. */
async function askWhyTrustFell(window: Window): Promise<void> {
  const { page, language, words } = window;
  if (window.size === 'phone') await panel(window, 'map');
  const map = page.getByRole('region', { name: words.play.map.label });
  await map
    .getByRole('button', { name: nameOf(quarrel.by, language) })
    .first()
    .click();
  const card = page.locator('.state-card');
  await card.getByRole('button', { name: words.play.state.yourTrust(nameOf(quarrel.by, language)) }).click();
  await page.locator('.cause-sum').waitFor();
}

/** Every number of the answer is the record's: the trust before and after, and the sum of each cause's entries. */
async function expectCauses(window: Window, log: ParsedLog): Promise<void> {
  const shown = await readStair(window);
  const { before, after, causes } = trustInRecord(log);
  expect(after).toBeLessThan(before);
  expect([shown.from, shown.to]).toEqual([before, after]);
  expect(shown.change).toBe(after - before);
  expect(shown.steps).toEqual(causes);
  expect(shown.sum).toBe(after - before);
  const { words, language } = window;
  const who = nameOf(quarrel.by, language);
  const sentences = await window.page.locator('.causes > li').allInnerTexts();
  const of = (reason: 'restrictiveMeasure' | 'pledgeBroken'): string =>
    words.why.reasons[reason]({ who, event: '', bloc: '' });
  expect(sentences[0]).toContain(of('restrictiveMeasure'));
  expect(sentences.join('\n')).toContain(of('pledgeBroken'));
}

/** Straight from the log: the trust of the one in the other around round 3, and the causes of its change, largest first. */
function trustInRecord(log: ParsedLog) {
  const at = log.lines.findIndex(({ events }) =>
    events.some((event) => event.type === 'roundResolved' && event.round === ROUND),
  );
  const { states } = replay(log);
  const seats = (states[0]?.seats ?? []).map(({ id }) => id);
  const index = seats.indexOf(quarrel.towards) * seats.length + seats.indexOf(quarrel.by);
  const trust = (position: number): number => states[position]?.world.trust[index] ?? Number.NaN;
  const resolved = log.lines[at]?.events.find((event) => event.type === 'roundResolved');
  const byCause = new Map<string, number>();
  for (const entry of resolved === undefined ? [] : unpackLedger(resolved.ledger)) {
    if (!('quantity' in entry) || entry.quantity !== 'trust' || entry.at !== index) continue;
    const key = `${entry.reason} ${entry.bloc} ${entry.event}`;
    byCause.set(key, (byCause.get(key) ?? 0) + entry.delta);
  }
  const sums = [...byCause.values()].filter(Boolean).toSorted((a, b) => Math.abs(b) - Math.abs(a));
  const [before, after] = [Math.round(trust(at) / 1000), Math.round(trust(at + 1) / 1000)];
  const shares = apportion(
    sums.map((sum) => sum / 1000),
    after - before,
  );
  return { before, after, causes: shares.filter(Boolean) };
}

/** All that the two said up to round 3, in its order. */
async function expectTalk(window: Window): Promise<void> {
  const said = window.page.locator('.talk-messages .talk-words');
  await said.first().waitFor();
  expect(await said.allInnerTexts()).toEqual(quarrelTalk.map(({ text }) => text));
}

/** A message leads to the moment at which it was said, and what was said later is not there yet. */
async function expectMoment(window: Window, log: ParsedLog): Promise<void> {
  const { page, words } = window;
  const id = log.texts.find(({ value }) => value === quarrelTalk[2]?.text)?.id;
  const place = log.lines.findIndex(({ command }) => command.type === 'say' && command.text?.id === id) + 1;
  await page.getByRole('button', { name: words.talk.toMoment }).nth(2).click();
  const slider = page.getByRole('slider', { name: words.replay.scrubber.label });
  await expect.poll(async () => Number(await slider.inputValue())).toBe(place);
  expect(await page.locator('.talk-messages .talk-words').count()).toBe(3);
}

/** The tape's mark of the breach opens the agreement, with the judgement of the record; from there back to trust. */
async function expectPromise(window: Window, log: ParsedLog): Promise<void> {
  const { page, words, language } = window;
  const judged = log.lines
    .flatMap(({ events }) => events)
    .find((event) => event.type === 'agreementJudged' && event.judgement.outcome === 'breached');
  if (judged?.type !== 'agreementJudged') throw new Error('no promise is broken in the record');
  const [by, towards] = [nameOf(quarrel.by, language), nameOf(quarrel.towards, language)];
  await panel(window, 'index');
  const mark = page.getByRole('listitem').filter({ hasText: words.replay.marks.broken(by, towards) });
  await mark.getByRole('button', { name: words.replay.marks.open }).click();
  const shown = page.getByRole('region', { name: words.agreements.one });
  await shown.waitFor();
  const text = await shown.innerText();
  expect(judged.judgement.evidence.filter(({ kept }) => !kept).map(({ seat }) => seat)).toEqual([quarrel.by]);
  expect(text).toContain(
    words.labelled(words.agreements.inRound(judged.judgement.round), words.agreements.broken),
  );
  for (const round of [1, 2])
    expect(text).toContain(words.labelled(words.agreements.inRound(round), words.agreements.kept));
  expect(text).toContain(words.orders.cards.restrict.name);
  await shown.getByRole('button', { name: words.agreements.trustAfter(ROUND, towards, by) }).click();
  await page.locator('.cause-sum').waitFor();
  expect(tenthsOf(await page.locator('.from-to em').innerText())).toBe(
    trustInRecord(log).after - trustInRecord(log).before,
  );
  await page.getByRole('button', { name: words.why.theirPromises }).click();
  await shown.waitFor();
}
