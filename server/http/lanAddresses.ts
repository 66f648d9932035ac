import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';

/** One address of a network adapter of this computer. */
export interface AdapterAddress {
  /** The system's name for the adapter. */
  readonly name: string;
  readonly mac: string;
  readonly address: string;
}

/** The addresses under which other devices in the room may reach this server, most likely first. */
export async function lanAddresses(port: number): Promise<readonly string[]> {
  const found = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !isSelfGiven(address))
      .map(({ mac, address }) => ({ name, mac, address })),
  );
  return inLikelyOrder(found, await routedAddress()).map((address) => `http://${address}:${port}`);
}

/**
 * Puts the adapter that leads out of this computer first, and adapters that lead only to virtual machines, containers or a tunnel
 * last: no phone in the room reaches those. [cases: lan]
 */
export function inLikelyOrder(found: readonly AdapterAddress[], routed: string | null): readonly string[] {
  const order = found.toSorted((a, b) => doubt(a, routed) - doubt(b, routed));
  return [...new Set(order.map(({ address }) => address))];
}

/** A self-assigned address: no other device is in that network. */
function isSelfGiven(address: string): boolean {
  return address.startsWith('169.254.');
}

/** Names of adapters that do not lead into the room: virtual machines, containers and tunnels. */
const NO_ROOM =
  /^(?:docker|podman|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|kube|tun|tap|utun|wg|ppp|ipsec|zt|nordlynx|bridge\d)|virtual|vmware|vethernet|hyper-v|wsl|vpn|tunnel|wireguard|tailscale|zerotier|hamachi|anyconnect|fortinet|pangp|tap-windows|loopback|bluetooth/i;
/** Vendors that exist in software only: VirtualBox host-only, VMware, Hyper-V, Docker, libvirt. */
const NO_HARDWARE = /^(?:0a:00:27|00:50:56|00:0c:29|00:05:69|00:15:5d|02:42|52:54:00)/i;
/** The default networks of VirtualBox, libvirt, Docker and Tailscale. */
const NO_WIRE = /^(?:192\.168\.(?:56|57|99|122)\.|172\.17\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** Lower is likelier. The adapter that leads out comes first, unless its name says that it is a tunnel. */
function doubt({ name, mac, address }: AdapterAddress, routed: string | null): number {
  const byName = NO_ROOM.test(name) ? 100 : 0;
  if (address === routed) return byName;
  const byMaker = NO_HARDWARE.test(mac) ? 50 : 0;
  const byNetwork = NO_WIRE.test(address) ? 40 : 0;
  return byName + byMaker + byNetwork + 10 + rarity(address);
}

/** Home and school networks are the likeliest, then the large private networks, then public addresses. */
function rarity(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return /^172\.(?:1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3;
}

/** An internet address where nobody answers; only the route to it is looked up. */
const FAR_AWAY = '203.0.113.1';

/**
 * The address of the adapter that this computer would use to reach the internet; null without a route. Connects a socket that
 * sends nothing, which works alike on every platform.
 */
async function routedAddress(): Promise<string | null> {
  const socket = createSocket('udp4');
  const address = await new Promise<string | null>((resolve) => {
    socket.once('error', () => resolve(null));
    socket.connect(9, FAR_AWAY, () => {
      try {
        resolve(socket.address().address);
      } catch {
        resolve(null);
      }
    });
  });
  socket.close();
  return address;
}
