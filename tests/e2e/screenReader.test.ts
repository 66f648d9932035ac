import { describe, expect, test } from 'vitest';
import type { View } from '#shared/session/views/tableView.ts';
import { shared } from '../../client/panels/lookup.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { signedPoints, wholePoints } from '../../client/text/number.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { Ear, keepsWhatIsSaid } from './ear.ts';
import { nameOf, tenthsOf } from './play.ts';
import { useStage } from './stage.ts';
import { languages, openWindow, type Window } from './window.ts';

const ROUNDS = 5;

/** What the listener heard of the world: the dial and connectivity at the start and after each round, in tenths. */
interface Journal {
  readonly dial: number[];
  readonly connectivity: number[];
  /** The rows of the table that replaces the map, at the start. */
  links: readonly string[];
  /** What would confuse a listener. */
  readonly faults: string[];
}

/** A user at a table who sees nothing of it. */
interface Listener {
  readonly ear: Ear;
  readonly window: Window;
  readonly journal: Journal;
}

describe.skipIf(!hasBrowser)('the accessibility tree alone', () => {
  const stage = useStage();

  test('is enough to play a session to its debrief, and says what the record says', {
    timeout: 240_000,
  }, async () => {
    const window = await openWindow(stage.browser, stage.program.joinUrl, { before: keepsWhatIsSaid });
    showOnFailure(window);
    const journal: Journal = { dial: [], connectivity: [], links: [], faults: [] };
    const listener = { ear: await Ear.at(window.page), window, journal };
    await begin(listener);
    await lookAround(listener);
    await sealDialogue(listener);
    await hearReveal(listener, 1);
    await askWhy(listener);
    await openPanels(listener);
    await listener.ear.press('button', window.words.play.continueTo.decision);
    await playInChinese(listener);
    for (let round = 3; round <= ROUNDS; round += 1) await holdRound(listener, round);
    await lookBack(listener);
    expectAsRecorded(await recordOf(window), journal);
    expect(journal.faults).toEqual([]);
    await window.context.close();
  });
});

async function check({ ear, journal }: Listener, screen: string): Promise<void> {
  journal.faults.push(...(await ear.faults(screen)));
}

/** From the first page to the first decision. */
async function begin(listener: Listener): Promise<void> {
  const { ear, window } = listener;
  const { orders, shell } = window.words;
  await ear.find('link', shell.home.practice);
  await check(listener, 'home');
  await ear.press('link', shell.home.practice);
  await ear.press('radio', 'Concordia', 'Space');
  await ear.hear('regulatory union');
  await check(listener, 'practice');
  await ear.press('button', shell.practice.start);
  await ear.find('heading', orders.title);
}

/** The state of the round, and the map's contents, as names and as a table. */
async function lookAround(listener: Listener): Promise<void> {
  const { ear, journal } = listener;
  const { play } = listener.window.words;
  await ear.find('button', 'Aurelia');
  const text = await ear.text();
  expect(text).toContain(play.round(1, ROUNDS));
  expect(text).toContain(play.phases.decision.now);
  await noteNumbers(listener);
  await check(listener, 'decision');
  await ear.press('button', play.map.asTable);
  await ear.find('table', play.map.tableCaption);
  journal.links = (await ear.rows(play.map.tableCaption)).slice(1);
  await check(listener, 'table of links');
  await ear.press('button', play.map.asMap);
}

/** What the dial and the gauge of connectivity say. */
async function noteNumbers({ ear, window, journal }: Listener): Promise<void> {
  const { dial, gauges } = window.words.play;
  journal.dial.push(tenthsOf((await ear.find('image', dial.label)).name));
  journal.connectivity.push(tenthsOf((await ear.find('button', gauges.efficiency)).name));
}

/** Hears what a card does, takes it, names its target, hears the forecast, and seals it. */
async function sealDialogue(listener: Listener): Promise<void> {
  const { ear } = listener;
  const { orders } = listener.window.words;
  const { dialogue } = orders.cards;
  const card = await ear.find('button', dialogue.name);
  expect(card.description).toBe(dialogue.line);
  await ear.press('button', dialogue.name, 'Space');
  await ear.find('button', 'Meridia', orders.targets.dialogue);
  expect(await ear.text()).toContain(dialogue.seen);
  await ear.press('button', 'Meridia', 'Space', orders.targets.dialogue);
  await ear.find('rowheader', orders.effect.youNow);
  expect(await ear.text()).toMatch(new RegExp(`${orders.effect.youNow}\\D{0,9}\\d+\\.\\d`));
  expect((await ear.find('button', 'Meridia', orders.targets.dialogue)).states['pressed']).toBe('true');
  await check(listener, 'card laid open');
  await ear.press('button', orders.seal);
  await ear.hear(orders.sealedTitle);
}

/** What the page says by itself when a round is revealed equals what the dial then shows. */
async function hearReveal(listener: Listener, round: number): Promise<void> {
  const { ear, window, journal } = listener;
  const { reveal } = window.words.play;
  await ear.press('button', reveal.skip);
  await ear.find('button', reveal.again);
  await noteNumbers(listener);
  const [was = 0, is = 0] = journal.dial.slice(-2);
  const said = await ear.hear(reveal.dialMoved(signedPoints(was), signedPoints(is)));
  if (round === 1) expect(said).toContain('Concordia: Open Dialogue: Meridia');
  await check(listener, `reveal of round ${round}`);
}

/** The causes that are heard add up to the change that is heard. */
async function askWhy(listener: Listener): Promise<void> {
  const { ear, journal } = listener;
  const { play, why } = listener.window.words;
  await ear.press('button', play.gauges.efficiency);
  const [was = 0, is = 0] = journal.connectivity.slice(-2);
  await ear.hear(`${why.to} ${(is / 10).toFixed(1)}`);
  const causes = (await ear.items(play.tabs.why)).map((item) => tenthsOf(item.split(' ').at(-1) ?? ''));
  expect(causes.length).toBeGreaterThan(1);
  expect(causes.reduce((sum, each) => sum + each, 0)).toBe(is - was);
  await check(listener, 'why');
}

async function openPanels(listener: Listener): Promise<void> {
  const { ear } = listener;
  const { play } = listener.window.words;
  for (const tab of ['talk', 'agreements', 'brief', 'reveal'] as const) {
    await ear.press('button', play.tabs[tab], 'Enter', play.tabsLabel);
    await ear.find('region', play.tabs[tab]);
    await check(listener, tab);
  }
}

/** Changes the language at the table, plays a round in it, and changes back. */
async function playInChinese(listener: Listener): Promise<void> {
  const { ear, window } = listener;
  const { zh, en } = languages;
  await ear.hear(en.play.round(2, ROUNDS));
  await ear.press('button', en.shell.otherLanguage);
  await ear.find('heading', zh.orders.title);
  expect(await window.page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
  await ear.find('button', nameOf('aurelia', 'zh'));
  const names = (await ear.doing()).map(({ name }) => name);
  expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([zh.shell.otherLanguage]);
  const chinese: Listener = { ...listener, window: { ...window, words: zh, language: 'zh' } };
  await check(chinese, 'decision in Chinese');
  await ear.press('button', zh.orders.cards.commit.name, 'Space');
  await ear.press('button', zh.orders.seal);
  await ear.hear(zh.orders.sealedTitle);
  await hearReveal(chinese, 2);
  await ear.press('button', zh.shell.otherLanguage);
  await ear.press('button', en.play.continueTo.decision);
  await ear.find('heading', en.orders.title);
}

async function holdRound(listener: Listener, round: number): Promise<void> {
  const { ear, window } = listener;
  const { orders, play } = window.words;
  // The cards appear before the decision opens; a press in between would hit a page that is changing.
  await ear.find('heading', orders.title);
  await ear.press('button', orders.cards.hold.name);
  await ear.press('button', orders.seal);
  await hearReveal(listener, round);
  await ear.press('button', round < ROUNDS ? play.continueTo.decision : play.continueTo.next);
}

/** The ending is announced, and its debrief can be followed to the last step. */
async function lookBack(listener: Listener): Promise<void> {
  const { ear } = listener;
  const { debrief, play } = listener.window.words;
  await ear.find('button', debrief.doorSolo);
  const leans: readonly string[] = Object.values(play.ending.lean);
  const outcome = (await ear.all()).find(({ role, name }) => role === 'heading' && leans.includes(name));
  await ear.hear(outcome?.name ?? 'the outcome as a heading');
  await check(listener, 'ending');
  await ear.press('button', debrief.doorSolo);
  await ear.find('heading', debrief.steps.leave.title);
  for (const step of ['moments', 'pivotal', 'why', 'model', 'world', 'reflect'] as const) {
    await check(listener, `debrief before ${step}`);
    const { name, title } = debrief.steps[step];
    await ear.press('button', name, 'Enter', debrief.path);
    await ear.find('heading', title);
  }
  await check(listener, 'debrief, last step');
}

async function recordOf({ page }: Window): Promise<RecordedSource> {
  const code = new URL(page.url()).pathname.slice(-6);
  const text = await page.evaluate(async (session) => {
    const pass = JSON.parse(localStorage.getItem(`crossroads:seat:${session}`) ?? '{}') as { token?: string };
    const headers = { authorization: `Bearer ${pass.token ?? ''}` };
    return (await fetch(`/api/sessions/${session}/log`, { headers })).text();
  }, code);
  const opened = recordedSource(text);
  if (!opened.ok) throw new Error(opened.failure.what);
  return opened.value;
}

/** Every number that was heard is in the record. */
function expectAsRecorded(record: RecordedSource, { dial, connectivity, links }: Journal): void {
  const { trail } = record.viewAt(record.length).table;
  expect(dial).toEqual(trail.direction);
  expect(connectivity).toEqual(trail.efficiency);
  expect(links.map((row) => row.split(' ').slice(0, 4).join(' ')).toSorted()).toEqual(
    linksOf(record.viewAt(0)),
  );
}

/** Every pair of states and the strength of its link, as the table reads. */
function linksOf(view: View): readonly string[] {
  const { seats } = view.card;
  return seats
    .flatMap((a, i) =>
      seats.slice(i + 1).map((b, offset) => {
        const strength = wholePoints(shared(view, view.table.link, i, i + 1 + offset));
        return `${languages.en.play.map.pair(a.name.en, b.name.en)} ${strength}`;
      }),
    )
    .toSorted();
}
