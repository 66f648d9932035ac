import { z } from 'zod';
import type { AddressCard } from '#shared/wire/api.ts';
import type { SessionStore } from '../store/sessionStore.ts';

const SETTING = 'joinAddress';
const kept = z.object({ url: z.string(), isTyped: z.boolean() }).nullable().catch(null);

/** The address that other devices are sent to: the one that the server found, or the one that the host chose. */
export interface JoinAddress {
  card(): Promise<AddressCard>;
  /** Chooses one of the found addresses or any other; null lets the server choose again. Returns null for text that is no address. */
  choose(typed: string | null): Promise<AddressCard | null>;
}

/**
 * The choice outlives the server; `sendingTo` hears of it, because the server must answer there. A found address counts only while
 * this computer has it.
 */
export function joinAddress(
  store: Pick<SessionStore, 'setting' | 'putSetting'>,
  portNow: () => number,
  addressesAt: (port: number) => Promise<readonly string[]>,
  sendingTo: (url: string) => void = () => undefined,
): JoinAddress {
  const card = async (): Promise<AddressCard> => {
    const urls = await addressesAt(portNow());
    const value = await store.setting(SETTING);
    const choice = value === null ? null : kept.parse(JSON.parse(value));
    if (choice === null || (!choice.isTyped && !urls.includes(choice.url))) return { urls, chosen: null };
    sendingTo(choice.url);
    return { urls: [choice.url, ...urls.filter((url) => url !== choice.url)], chosen: choice.url };
  };
  const choose = async (typed: string | null): Promise<AddressCard | null> => {
    const port = portNow();
    const urls = await addressesAt(port);
    const url = typed === null ? null : addressTyped(typed, port);
    if (typed !== null && url === null) return null;
    const choice = url === null ? null : { url, isTyped: !urls.includes(url) };
    await store.putSetting(SETTING, JSON.stringify(choice));
    return card();
  };
  return { card, choose };
}

/** A typed address, with `http://` and this server's port added if they are missing; null if it is no address. */
export function addressTyped(typed: string, port: number): string | null {
  const text = typed.normalize('NFKC').trim();
  const hasScheme = text.includes('://');
  const url = URL.parse(hasScheme ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || /\s/.test(text)) return null;
  if (!/^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(url.hostname)) return null;
  if (!hasScheme && url.port === '' && !/:\d+(?:\/|$)/.test(text)) url.port = `${port}`;
  return url.origin + url.pathname.replace(/\/(?:(?:join|trial|host|screen)(?:\/.*)?)?$/, '');
}
