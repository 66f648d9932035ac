import type { Force, Secrecy } from '#shared/session/vocabulary/clauses.ts';
import type { Locator } from 'playwright-core';
import { nameOf, openTab } from './play.ts';
import type { Window } from './window.ts';

/** Everything that a page receives over its sockets from now on, and the bodies of the API's answers. */
export interface Heard {
  readonly frames: readonly Buffer[];
}

/** Listens to a window. Call it before the window opens a session. */
export function heardBy({ page }: Window): Heard {
  const frames: Buffer[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload)));
  });
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return;
    void response.body().then(
      (body) => frames.push(body),
      () => undefined,
    );
  });
  return { frames };
}

/** How many of the frames contain these bytes. */
export function reading({ frames }: Heard, bytes: Buffer): number {
  return frames.filter((frame) => frame.includes(bytes)).length;
}

/** Offers mutual restraint to other states, as the builder proposes it. */
export async function offer(
  window: Window,
  terms: { readonly partners: readonly string[]; readonly force: Force; readonly secrecy: Secrecy },
): Promise<void> {
  const { page, words, language } = window;
  const { agreements } = words;
  await openTab(window, 'agreements');
  const [first = '', ...others] = terms.partners.map((partner) => nameOf(partner, language));
  const start = page.getByRole('group', { name: agreements.build, exact: true });
  await start.getByRole('button', { name: first, exact: true }).click();
  const builder = page.getByRole('region', { name: agreements.building });
  for (const partner of others) {
    await builder.getByRole('button', { name: partner, exact: true }).click();
  }
  await builder.getByLabel(agreements.forceLabel).selectOption(terms.force);
  await builder.getByRole('button', { name: agreements.secrecy[terms.secrecy], exact: true }).click();
  const names = words.list(terms.partners.map((partner) => nameOf(partner, language)));
  await builder.getByRole('button', { name: agreements.propose(names), exact: true }).click();
  await builder.waitFor({ state: 'hidden' });
}

/** The agreements between exactly these states, as cards of the panel. */
export function agreementBetween({ page, words, language }: Window, parties: readonly string[]): Locator {
  const names = words.list(parties.map((party) => nameOf(party, language)));
  const title = page.getByRole('heading', { name: names, exact: true });
  return page.locator('.agreement').filter({ has: title });
}

/** Signs the offer to these states, and waits until this window shows it in force. */
export async function sign(window: Window, parties: readonly string[]): Promise<void> {
  await openTab(window, 'agreements');
  const card = agreementBetween(window, parties);
  const button = card.getByRole('button', { name: window.words.agreements.sign, exact: true });
  await button.click();
  await button.waitFor({ state: 'hidden' });
}
