import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** How bad a link is. */
export interface LinkQuality {
  /** The round-trip time that it adds, in milliseconds. */
  readonly roundTripMs: number;
  /** The share of pieces of traffic that are lost and sent again. */
  readonly loss: number;
}

/** A phone at the back of the room: 300 ms round trip, one piece in fifty lost. */
export const BAD_LINK: LinkQuality = { roundTripMs: 300, loss: 0.02 };

/** The least time that TCP waits before it sends a lost piece again, in milliseconds. */
const RESEND_AFTER_MS = 1000;

/** A bad network between one device and the server. */
export interface SlowLink {
  /** The address under which the device finds the server. */
  readonly origin: string;
  /** Cuts every connection; new ones are possible. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Opens a port on this computer that leads to the server over a slow and lossy link. TCP hides a loss from programs as a delay, so
 * here a lost piece arrives late and delays everything behind it. `chance` gives numbers in [0, 1).
 */
export async function slowLink(to: URL, quality: LinkQuality, chance: () => number): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port === '' ? 80 : to.port), to.hostname);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      carry(from, into, quality, chance);
      from.on('close', () => {
        sockets.delete(from);
        into.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

function carry(from: Socket, into: Socket, quality: LinkQuality, chance: () => number): void {
  let free = 0;
  const later = (act: () => void): void => {
    const lost = chance() < quality.loss ? RESEND_AFTER_MS : 0;
    free = Math.max(free, Date.now() + quality.roundTripMs / 2 + lost);
    setTimeout(act, free - Date.now());
  };
  from.setNoDelay(true);
  from.on('data', (piece) => later(() => void (into.writable && into.write(piece))));
  from.on('end', () => later(() => into.end()));
  // Cutting is intended; the socket's owner sees it close.
  from.on('error', () => undefined);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
