import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../net/api.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Where everybody else finds a session: the address to scan, and the host's name to type. */
export interface JoinAddress {
  readonly url: string;
  readonly where: string;
}

/** The address of a session for other devices; on the server's own machine its address in the network is asked for. */
export function useJoinAddress(code: string): JoinAddress {
  const origin = useSignal(location.origin);
  useEffect(() => {
    if (!loopback.includes(location.hostname)) return;
    void api.address().then((card) => {
      const [first] = card.ok ? card.value.urls : [];
      if (first !== undefined) origin.value = new URL(first).origin;
    });
  }, []);
  return { url: `${origin.value}/join/${code}`, where: origin.value.replace(/^https?:\/\//, '') };
}
