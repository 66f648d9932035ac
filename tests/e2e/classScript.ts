import type { Order } from '#shared/model/actions.ts';

/** Two events of the deck for each round. */
export const EVENTS = [
  ['ransomware-wave', 'open-group-reports'],
  ['misattributed-intrusion', 'leaders-summit'],
  ['cable-cut', 'contact-directory'],
  ['standards-split', 'expert-report'],
] as const;
/** Six communiqués of a round, in both languages. */
export const SAID = [
  'We invite every state to join the common rules this round.',
  '我们愿先行磋商，再作回应；请各方公布各自的标准，并在一天之内通报每一起事件的技术细节。',
  'We will publish our listing criteria before round 3 if Meridia does the same, and let an independent panel check them.',
  '先谈，再答。',
  'Who pays for capacity building? We have asked three times, and nobody has answered us.',
  '本国反对任何形式的阵营对抗，主张在同一个框架内解决分歧。',
];

/** The host's line about a moment of each round. */
export const BOOKMARKS = [
  'Here the talk turned',
  '奥瑞利亚在这里答应了它后来没有做到的事；请大家回想当时为什么相信它',
  'Ask who paid, and whether they were asked',
  '最后的机会',
] as const;

/** Every seat's order in each round; in round 2 the second state restricts the first, to which it had pledged restraint. */
export const ORDERS: readonly (readonly Order[])[] = [
  [
    { action: 'dialogue', targets: ['meridia'] },
    { action: 'dialogue', targets: ['aurelia'] },
    { action: 'commit' },
    { action: 'harden' },
    { action: 'join-functional', field: 1, side: 1 },
    { action: 'commit' },
  ],
  [
    { action: 'commit' },
    { action: 'restrict', targets: ['aurelia'] },
    { action: 'commit' },
    { action: 'localize' },
    { action: 'commit' },
    { action: 'build-capacity', targets: ['concordia'] },
  ],
  [
    { action: 'restrict', targets: ['meridia'] },
    { action: 'build-force' },
    { action: 'dialogue', targets: ['meridia'] },
    { action: 'dialogue', targets: ['concordia'] },
    { action: 'harden' },
    { action: 'commit' },
  ],
  [
    { action: 'commit' },
    { action: 'commit' },
    { action: 'commit' },
    { action: 'dialogue', targets: ['aurelia'] },
    { action: 'dialogue', targets: ['meridia'] },
    { action: 'hold' },
  ],
];
