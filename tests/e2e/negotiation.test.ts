import { describe, expect, test } from 'vitest';
import { agreementBetween, type Heard, heardBy, offer, reading, sign } from './bargain.ts';
import { hasBrowser, showOnFailure } from './browserHere.ts';
import { goThrough, join, openSession } from './hosting.ts';
import { awaitDecision, nameOf, oneLine, sealOrder, skipReveal, takeCard } from './play.ts';
import { useStage } from './stage.ts';
import { openWindow, type Window } from './window.ts';

const ROUNDS = 5;
const seats = ['aurelia', 'meridia', 'concordia', 'indravar'] as const;

describe.skipIf(!hasBrowser)('four delegations negotiate', () => {
  const stage = useStage();

  test('a binding restraint is kept; a secret pledge is broken, and only its parties learn of it', {
    timeout: 400_000,
  }, async () => {
    const host = await openWindow(stage.browser, stage.program.hostUrl);
    showOnFailure(host);
    const code = await openSession(host);
    const people: (Window & { readonly heard: Heard })[] = [];
    for (const [index, seat] of seats.entries()) {
      const window = await openWindow(
        stage.browser,
        stage.program.joinUrl,
        index === 3 ? { language: 'zh' } : {},
      );
      const heard = heardBy(window);
      await join(window, code, `Person ${index + 1}`, seat);
      people.push({ ...window, heard });
    }
    const [aurelia, meridia, concordia, indravar] = people;
    if (!aurelia || !meridia || !concordia || !indravar) throw new Error('four people were wanted');
    showOnFailure(...people);
    const screen = await openWindow(stage.browser, new URL(`/screen/${code}`, stage.program.joinUrl).href);
    const projector = heardBy(screen);

    await goThrough(host, 1, 'negotiation');
    await bindingRestraint(aurelia, [meridia, concordia]);
    const secret = await secretPledge(concordia, indravar);

    await goThrough(host, 1, 'decision');
    await Promise.all(people.map((window) => awaitDecision(window, 1, ROUNDS)));
    await expectRefused(aurelia);
    await sealOrder(indravar, { action: 'restrict', targets: [nameOf('concordia', 'zh')] });
    for (const window of [aurelia, meridia, concordia]) await sealOrder(window, { action: 'harden' });
    await Promise.all(people.map((window) => skipReveal(window, 1)));

    await expectTold(concordia, 'indravar', 'concordia');
    await expectTold(indravar, 'indravar', 'concordia');
    for (const window of [aurelia, meridia, screen]) {
      const told = await window.page
        .getByText(window.words.promises.broke(nameOf('indravar', 'en'), nameOf('concordia', 'en')))
        .count();
      expect(told).toBe(0);
    }
    await expectKept(meridia);

    expect(secret).toMatch(/^secret-/);
    const id = Buffer.from(secret);
    for (const party of [concordia, indravar]) expect(reading(party.heard, id)).toBeGreaterThan(0);
    for (const other of [aurelia.heard, meridia.heard, projector]) {
      expect(other.frames.length).toBeGreaterThan(0);
      expect(reading(other, id)).toBe(0);
    }
  });
});

const bound = ['aurelia', 'meridia', 'concordia'];
const promised = ['concordia', 'indravar'];

/** Three states agree not to restrict each other. */
async function bindingRestraint(from: Window, others: readonly Window[]): Promise<void> {
  await offer(from, { partners: bound.slice(1), force: 'binding', secrecy: 'public' });
  for (const other of others) await sign(other, bound);
  const { agreements } = from.words;
  const card = agreementBetween(from, bound).and(from.page.locator('[data-status="inForce"]'));
  await card.getByText(agreements.meta(agreements.force.binding, false)).waitFor();
}

/** Two states promise each other the same in secret; returns the id of the signed agreement. */
async function secretPledge(from: Window, other: Window): Promise<string> {
  await offer(from, { partners: promised.slice(1), force: 'pledge', secrecy: 'secret' });
  await sign(other, promised);
  const card = agreementBetween(from, promised).and(from.page.locator('[data-status="inForce"]'));
  return (await card.getAttribute('data-agreement')) ?? '';
}

/** The card warns of what a binding agreement forbids, and the server refuses it with a sentence. */
async function expectRefused(window: Window): Promise<void> {
  const { page, words } = window;
  await takeCard(window, { action: 'restrict', targets: [nameOf('meridia', 'en')] });
  await page.getByText(words.agreements.breaksBinding).first().waitFor();
  await page.getByRole('button', { name: words.orders.seal }).click();
  await page.getByText(words.refusals.table.breaksBinding).first().waitFor();
}

/** The parties read who broke the promise, how, and the loss of trust. */
async function expectTold(window: Window, who: string, partner: string): Promise<void> {
  const { page, words, language } = window;
  const [breaker, observer] = [nameOf(who, language), nameOf(partner, language)];
  const told = page.locator('.reveal-promises');
  await told.getByText(words.promises.broke(breaker, observer)).waitFor();
  const restricts = words.orders.sentence(words.orders.cards.restrict.name, observer);
  await told.getByText(words.promises.by(breaker, restricts)).waitFor();
  const cost = told.locator('.promise-cost');
  await cost.getByText(/^\u2212\d+\.\d$/).waitFor();
  expect(oneLine(await cost.innerText())).toContain(words.promises.cost(observer, breaker));
  const world = told.locator('.promise-world');
  await world.getByText(/^[+\u2212]\d+\.\d$/).waitFor();
  expect(oneLine(await world.innerText())).toContain(words.promises.worldNote);
}

/** The binding agreement was kept, and its parties read that. */
async function expectKept({ page, words, language }: Window): Promise<void> {
  const names = words.list(['aurelia', 'meridia', 'concordia'].map((seat) => nameOf(seat, language)));
  await page.locator('.reveal-promises').getByText(words.promises.kept(names)).waitFor();
}
