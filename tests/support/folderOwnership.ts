import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone, type Ownership, type Peer } from '../../server/store/ownership.ts';

/** What several servers of a test agree on, as files of a folder: who there is, and who runs which code. */
export function folderOwnership(folder: string, self: () => string): Ownership {
  const others = (): readonly Peer[] => peersIn(folder).filter(({ id }) => id !== self());
  return {
    ...alone,
    isShared: true,
    peers: others,
    runnerOf: async (code) => {
      const file = join(folder, `runs-${code}`);
      const runner = existsSync(file) ? readFileSync(file, 'utf8') : null;
      return others().find(({ id }) => id === runner) ?? null;
    },
  };
}

/** Notes that there is a server. */
export function addPeer(folder: string, { id, address }: Peer): void {
  writeFileSync(join(folder, `peer-${id}`), address);
}

/** Notes which server runs a session or event. */
export function nowRuns(folder: string, code: string, id: string): void {
  writeFileSync(join(folder, `runs-${code}`), id);
}

function peersIn(folder: string): readonly Peer[] {
  const names = readdirSync(folder).filter((name) => name.startsWith('peer-'));
  return names.map((name) => ({
    id: name.slice('peer-'.length),
    address: readFileSync(join(folder, name), 'utf8'),
  }));
}
