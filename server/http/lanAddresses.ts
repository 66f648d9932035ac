import { networkInterfaces } from 'node:os';

/** The addresses under which other devices of the room may reach this server, most likely first. */
export function lanAddresses(port: number): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
    .map((entry) => entry.address);
  return addresses
    .toSorted((a, b) => likelihood(a) - likelihood(b))
    .map((address) => `http://${address}:${port}`);
}

/** Home and school networks first, then the large private ones, then those that containers like to use. */
function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3;
}
