import { describe, expect, test } from 'vitest';
import { agreementBetween } from './bargain.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { goThrough, join, openSession } from './hosting.ts';
import { Keys } from './keys.ts';
import { awaitDecision, nameOf, openChannels, openTab, sealOrder, skipReveal } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 5;

/** How somebody presses a button of the talk: with a finger, or by walking there with Tab. */
type Press = (name: string) => Promise<void>;

function finger({ page }: Window): Press {
  return async (name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).tap();
}

function keyboard({ page }: Window): { readonly press: Press; readonly keys: Keys } {
  const keys = new Keys(page);
  return { keys, press: async (name) => keys.press('button', name) };
}

describe.skipIf(!hasBrowser)('sentences built from parts', () => {
  const stage = useStage();

  test.each([
    ['zh', 'en'],
    ['en', 'zh'],
  ] as const)(
    'an offer by touch on a phone in %s is answered by keyboard in %s, signed, and judged at the reveal',
    {
      timeout: 400_000,
    },
    async (onPhone, onLaptop) => {
      const host = await openWindow(stage.browser, stage.program.hostUrl);
      showOnFailure(host);
      const code = await openSession(host);
      const laptop = await openWindow(stage.browser, stage.program.joinUrl, { language: onLaptop });
      showOnFailure(laptop);
      await join(laptop, code, 'Ada', 'aurelia');
      const phone = await openWindow(stage.browser, stage.program.joinUrl, {
        language: onPhone,
        size: 'phone',
        theme: 'paper',
      });
      showOnFailure(phone);
      await join(phone, code, 'Bo', 'meridia');
      await goThrough(host, 1, 'negotiation');

      await offerInThreeTaps(phone);
      const { press, keys } = keyboard(laptop);
      await agreeByKeyboard(laptop, press);
      await makeItAnAgreement(laptop, press);
      await signByTouch(phone);
      await secretInFourTaps(phone);
      await announceByKeyboard(laptop, press);
      expect([...keys.unseen, ...keys.lost]).toEqual([]);

      await goThrough(host, 1, 'decision');
      await Promise.all([awaitDecision(laptop, 1, ROUNDS), awaitDecision(phone, 1, ROUNDS)]);
      await sealOrder(laptop, { action: 'harden' });
      await sealOrder(phone, { action: 'commit' });
      await Promise.all([skipReveal(laptop, 1), skipReveal(phone, 1)]);
      for (const window of [laptop, phone]) await expectJudged(window);
      for (const { complaints, strangers } of [host, laptop, phone])
        expect([complaints, strangers]).toEqual([[], []]);
      // Windows left open would go on drawing their session beside the next one.
      for (const { context } of [host, laptop, phone]) await context.close();
    },
  );
});

/** *Build a sentence*, the suggested truce, *Say it*; then the builder gives the screen back to the talk. */
async function offerInThreeTaps(phone: Window): Promise<void> {
  const { page, words, language } = phone;
  const { moves } = words;
  const press = finger(phone);
  const channels = await openChannels(phone);
  await channels.getByRole('button', { name: nameOf('aurelia', language) }).tap();
  await press(moves.build);
  await press(truce(phone));
  await press(moves.sayIt);
  const builder = page.getByRole('region', { name: moves.build });
  await builder.waitFor({ state: 'hidden' });
  const said = page.locator('.talk-message.is-ours').filter({ hasText: truce(phone) });
  await said.waitFor();
  expect(await said.evaluate(isWhollySeen), 'what was said can be read').toBe(true);
}

/** Neither restricts the other up to the next round, as who is spoken to reads it. */
function truce({ words }: Window): string {
  const { deeds, us, you, say } = words.moves;
  const spare = (whom: string) => ({
    not: true,
    does: deeds.does.restrict(whom),
    did: deeds.did.restrict(whom),
  });
  return say.offer(spare(us), spare(you), 2);
}

function isWhollySeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const list = element.closest('ol')?.getBoundingClientRect();
  return list !== undefined && top >= list.top - 1 && bottom <= list.bottom + 1;
}

/** The offer stands there in the reader's own language, and one key says yes. */
async function agreeByKeyboard(laptop: Window, press: Press): Promise<void> {
  const { page, words, language } = laptop;
  await press(words.play.tabs.talk);
  await press(nameOf('meridia', language));
  await page
    .locator('.talk-message')
    .filter({ hasText: truce(laptop) })
    .waitFor();
  await press(words.moves.kinds.agree);
  await page.locator('.talk-message.is-ours').waitFor();
}

/** What both said becomes a draft in one more, without the templates in its way, and is proposed. */
async function makeItAnAgreement(laptop: Window, press: Press): Promise<void> {
  const { page, words, language } = laptop;
  await press(words.moves.agreement);
  const draft = page.getByRole('region', { name: words.agreements.building });
  await draft.waitFor();
  expect(await draft.locator('.gallery-list').count(), 'the templates stay folded').toBe(0);
  await press(words.agreements.propose(nameOf('meridia', language)));
  await draft.waitFor({ state: 'hidden' });
}

async function signByTouch(phone: Window): Promise<void> {
  const { page, words } = phone;
  await openTab(phone, 'agreements');
  const card = agreementBetween(phone, ['aurelia', 'meridia']);
  await card.getByRole('button', { name: words.agreements.sign, exact: true }).tap();
  await card.and(page.locator('[data-status="inForce"]')).waitFor();
}

/** The panel, the state, *The parties*, *Propose*: a secret agreement lies on the table, and nothing was written or scrolled away. */
async function secretInFourTaps(phone: Window): Promise<void> {
  const { page, words, language } = phone;
  const { agreements, play } = words;
  await openTab(phone, 'map');
  const builder = page.getByRole('region', { name: agreements.building });
  const aurelia = nameOf('aurelia', language);
  const taps = [
    page.locator('.tab-bar').getByRole('button', { name: play.tabs.agreements }),
    page.getByRole('group', { name: agreements.build, exact: true }).getByRole('button', { name: aurelia }),
    builder.getByRole('button', { name: agreements.secrecy.secret, exact: true }),
    builder.getByRole('button', { name: agreements.propose(aurelia), exact: true }),
  ];
  for (const button of taps) await button.tap();
  await builder.waitFor({ state: 'hidden' });
  const meta = agreements.meta(agreements.force.pledge, true);
  await page.locator('[data-status="proposed"]').getByText(meta).first().waitFor();
}

/** In public, in three: a promise that is not going to be kept. */
async function announceByKeyboard(laptop: Window, press: Press): Promise<void> {
  const { page, words } = laptop;
  await press(words.play.tabs.talk);
  await press(words.talk.channel.plenary);
  await press(words.moves.build);
  await press(promise(laptop));
  await press(words.moves.sayIt);
  await page
    .locator('.talk-message.is-ours')
    .filter({ hasText: promise(laptop) })
    .waitFor();
}

function promise({ words }: Window): string {
  const { deeds, say, thisRound } = words.moves;
  return say.announce({ not: false, does: deeds.does.commit(null), did: deeds.did.commit(null) }, thisRound);
}

/** Both read at the reveal what became of the promise in words, each in their language. */
async function expectJudged({ page, words, language }: Window): Promise<void> {
  const told = page.locator('.reveal-promises').filter({ hasText: words.moves.saidAndDone.title });
  await told.getByText(words.moves.saidAndDone.notDone(nameOf('aurelia', language))).waitFor();
}
