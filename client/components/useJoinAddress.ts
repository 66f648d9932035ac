import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AddressCard } from '#shared/wire/api.ts';
import { api } from '../net/api.ts';
import { ownOrigin, publicUrl } from '../net/ownAddress.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const LOOK_EVERY_MS = 5000;

/** How others find a session: the address to scan, and the host name to type. */
export interface SessionAddress {
  readonly url: string;
  readonly where: string;
}

const card = signal<AddressCard | null>(null);

/** All known addresses of this server, and the host's choice; null before the server has answered. */
export const joinAddresses = computed(() => card.value);

/**
 * The address for other devices: the host's choice; else the public one; else the one of this page, or on the server's own
 * computer the one that the server considers likeliest.
 */
export const joinBase = computed(() => {
  const { urls = [], chosen = null } = card.value ?? {};
  if (chosen !== null) return chosen;
  if (publicUrl !== null) return publicUrl;
  return (LOOPBACK.includes(location.hostname) ? urls[0] : undefined) ?? ownOrigin();
});

/** Whether an address works only on the computer that opens it. */
export function isThisComputer(url: string): boolean {
  return LOOPBACK.includes(new URL(url).hostname);
}

/** An address without the parts that nobody types. */
export function typedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** Chooses another address, or none with null. False if it is no address or could not be stored. */
export async function chooseJoinAddress(url: string | null): Promise<boolean> {
  const answer = await api.chooseAddress({ url });
  if (!answer.ok) return false;
  card.value = answer.value;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
  return true;
}

/** Tells the browser's other pages at once, because the wall is open beside the host's room. Other browsers look it up. */
const CHANNEL = 'crossroads:address';

async function look(): Promise<void> {
  const answer = await api.address();
  if (answer.ok) card.value = answer.value;
}

/** Refreshes the address while a page shows it. */
export function useFreshAddress(): void {
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => void look());
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, []);
}

/** The address of a session for other devices. */
export function useJoinAddress(code: string): SessionAddress {
  useFreshAddress();
  const base = joinBase.value;
  return { url: `${base}/join/${code}`, where: typedAddress(base) };
}
