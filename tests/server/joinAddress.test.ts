import { describe, expect, test } from 'vitest';
import { addressTyped, joinAddress } from '../../server/http/joinAddress.ts';
import { inLikelyOrder } from '../../server/http/lanAddresses.ts';

const PORT = 2567;

/** Adapters as a system lists them, in its order. */
function adapters(...list: readonly (readonly [name: string, address: string, mac?: string])[]) {
  return list.map(([name, address, mac = '3c:22:fb:00:00:01']) => ({ name, address, mac }));
}

describe('of several addresses, the one that phones can reach comes first', () => {
  test.each([
    [
      'VirtualBox',
      '10.23.4.17',
      adapters(['Ethernet 2', '192.168.56.1', '0a:00:27:00:00:05'], ['WLAN', '10.23.4.17']),
    ],
    [
      'VirtualBox on another network',
      '10.1.1.5',
      adapters(['Ethernet 2', '192.168.77.1', '0a:00:27:00:00:05'], ['WLAN', '10.1.1.5']),
    ],
    [
      'VirtualBox under a bare name',
      '10.23.4.17',
      adapters(['Ethernet 2', '192.168.56.1'], ['WLAN', '10.23.4.17']),
    ],
    [
      'VMware',
      '192.168.1.23',
      adapters(['VMware Network Adapter VMnet8', '192.168.9.1'], ['Wi-Fi', '192.168.1.23']),
    ],
    [
      'libvirt and Docker',
      '172.20.10.3',
      adapters(
        ['virbr0', '192.168.122.1'],
        ['docker0', '172.17.0.1'],
        ['br-1f2e3d', '172.18.0.1'],
        ['wlp2s0', '172.20.10.3'],
      ),
    ],
    [
      'WSL',
      '10.4.4.4',
      adapters(['vEthernet (WSL (Hyper-V firewall))', '172.28.0.1'], ['Ethernet', '10.4.4.4']),
    ],
    ['public addresses', '130.92.9.55', adapters(['docker0', '172.17.0.1'], ['eth0', '130.92.9.55'])],
    ['a tunnel', '10.1.2.3', adapters(['utun4', '10.8.0.6'], ['en0', '10.1.2.3'])],
    ['Tailscale', '10.1.2.3', adapters(['Tailscale', '100.101.2.3'], ['Ethernet', '10.1.2.3'])],
  ])('beside %s', (_what, expected, found) => {
    for (const list of [found, found.toReversed()]) {
      const order = inLikelyOrder(list, null);
      expect(order[0]).toBe(expected);
      expect(order).toHaveLength(found.length);
    }
  });

  test('the route to the internet decides between two real ones', () => {
    const two = adapters(['eth0', '192.168.1.5'], ['wlan0', '172.20.4.5']);
    expect(inLikelyOrder(two, '172.20.4.5')[0]).toBe('172.20.4.5');
    expect(inLikelyOrder(two, '192.168.1.5')[0]).toBe('192.168.1.5');
  });

  test('unless that route is a tunnel; the route of a virtual machine counts', () => {
    const tunnel = adapters(['tun0', '10.8.0.2'], ['wlan0', '192.168.3.4']);
    expect(inLikelyOrder(tunnel, '10.8.0.2')[0]).toBe('192.168.3.4');
    const guest = adapters(['eth1', '10.9.9.9'], ['eth0', '192.168.122.40', '52:54:00:12:34:56']);
    expect(inLikelyOrder(guest, '192.168.122.40')[0]).toBe('192.168.122.40');
  });
});

describe('the address that the host chooses', () => {
  function choosing(found: string[]) {
    const settings = new Map<string, string>();
    const store = {
      setting: async (name: string) => settings.get(name) ?? null,
      putSetting: async (name: string, value: string) => void settings.set(name, value),
    };
    return joinAddress(
      store,
      () => PORT,
      async () => found,
    );
  }

  test('overrides the found ones, until it is withdrawn', async () => {
    const address = choosing(['http://10.0.0.5:2567', 'http://192.168.56.1:2567']);
    expect(await address.card()).toMatchObject({ chosen: null });
    expect(await address.choose('http://192.168.56.1:2567')).toEqual({
      urls: ['http://192.168.56.1:2567', 'http://10.0.0.5:2567'],
      chosen: 'http://192.168.56.1:2567',
    });
    expect(await address.choose('rubbish here')).toBeNull();
    expect((await address.card()).chosen).toBe('http://192.168.56.1:2567');
    expect((await address.choose(null))?.chosen).toBeNull();
  });

  test('counts as long as the computer has it; one that was typed always does', async () => {
    const found = ['http://10.0.0.5:2567', 'http://10.0.0.6:2567'];
    const address = choosing(found);
    await address.choose('10.0.0.6');
    found.pop();
    expect(await address.card()).toEqual({ urls: ['http://10.0.0.5:2567'], chosen: null });
    await address.choose('class.local');
    expect((await address.card()).urls).toEqual(['http://class.local:2567', 'http://10.0.0.5:2567']);
  });

  test.each([
    ['10.0.0.5', 'http://10.0.0.5:2567'],
    ['10.0.0.5:80', 'http://10.0.0.5'],
    ['１０.0.0.5', 'http://10.0.0.5:2567'],
    ['https://school.example', 'https://school.example'],
    ['https://school.example/game/join/ABC234', 'https://school.example/game'],
    ['http://school.example:8080/', 'http://school.example:8080'],
    ['[fd00::5]', 'http://[fd00::5]:2567'],
    ['', null],
    ['two words', null],
    ['ftp://school.example', null],
    ['http://me@school.example', null],
    ['javascript:alert(1)', null],
  ])('may be typed: %j', (typed, url) => {
    expect(addressTyped(typed, PORT)).toBe(url);
  });
});
