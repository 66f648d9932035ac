import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** How bad a link is. */
export interface LinkQuality {
  /** Time there and back that it adds, in milliseconds. */
  readonly roundTripMs: number;
  /** Share of the pieces of traffic that get lost and are sent again. */
  readonly loss: number;
}

/** A phone at the back of the room: 300 ms there and back, one piece in fifty lost. */
export const BAD_LINK: LinkQuality = { roundTripMs: 300, loss: 0.02 };

/** What TCP waits at least before it sends a lost piece again, in milliseconds. */
const RESEND_AFTER_MS = 1000;

/** A stretch of bad network between one device and the server. */
export interface SlowLink {
  /** Where the device finds the server now. */
  readonly origin: string;
  /** Cuts every connection; new ones may be made. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Opens a port on this computer that leads to the server by a slow and lossy way. TCP hides a loss from programs: they
 * see a pause, so a lost piece is one that arrives late, and all behind it wait. `chance` gives numbers in [0, 1).
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
  // A cut is what this is for; whoever held the socket sees it close.
  from.on('error', () => undefined);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
