import { expect, test } from 'vitest';
import { blankTable, mirrorHost, mirrorOwn, mirrorPresence, mirrorTable } from '../../server/wire/mirror.ts';
import type { MessageView, OwnView, TableView } from '../../shared/session/views/tableView.ts';
import type { Channel } from '../../shared/session/vocabulary/talk.ts';
import { HOST_PART, orderOfText, orderText, packed, unpacked } from '../../shared/wire/packing.ts';
import { talkOfRows, talkRows } from '../../shared/wire/talkPacking.ts';
import { Wire } from '../support/wireClient.ts';

const seats = ['a', 'b', 'c'];

const seatView = (id: string, delegates: TableView['seats'][number]['delegates']) => ({
  id,
  delegates,
  bot: null,
  sealed: false,
  handRaised: false,
  development: 512,
  defence: 0,
  localization: 1000,
  force: 7,
  shock: 0,
  threat: 333,
  securitization: 12,
  trusted: 64,
});

const trail = {
  efficiency: [430],
  meanTrust: [500],
  meanThreat: [120],
  blocIndex: [0],
  securitizationIndex: [11],
  fragmentationIndex: [22],
  regime: [300],
  institutions: [400, 410],
  opacity: [500, 495],
  competition: [650, 570],
  direction: [-77],
  participation: [0],
  equality: [1000],
};

const quiet = { mode: 'open', silent: false, pledgedWeight: 0 } as const;

const message = (id: number, text: string | null, channel: Channel = { kind: 'plenary' }): MessageView => ({
  id,
  round: 1,
  phase: 'negotiation',
  channel,
  seat: 'b',
  delegate: 'd1',
  text,
  phrase: text === null ? 'thankYou' : null,
  mentions: ['a'],
});

const agreement: TableView['agreements'][number] = {
  id: 'public-1',
  proposer: 'a',
  parties: ['a', 'b'],
  clauses: [{ kind: 'mutualRestraint' }, { kind: 'carryOut', action: 'commit', towards: null, byRound: 2 }],
  force: 'pledge',
  secrecy: 'public',
  fromRound: 1,
  untilRound: 3,
  wording: 2,
  signed: ['a'],
  status: 'proposed',
  changedIn: 1,
  leaver: null,
  judgements: [],
};

const before: TableView = {
  phase: 'lobby',
  round: 0,
  seconds: null,
  paused: false,
  stage: 'emergence',
  locked: false,
  events: [],
  entry: { newcomers: 'untilStart', arrival: 'wait', observers: false },
  waiting: [
    { id: 'w1', name: '小雨', wish: null },
    { id: 'w2', name: null, wish: 'b' },
  ],
  seats: [seatView('a', []), seatView('b', [{ id: 'd1', name: '安娜', role: 'head' }]), seatView('c', [])],
  blocs: [
    {
      id: 2,
      kind: 'exclusive',
      side: -1,
      field: null,
      members: [0, 2],
      depth: 100,
      dormant: false,
      coordinated: false,
      age: 0,
      matters: null,
    },
    {
      id: 11,
      kind: 'functional',
      side: 1,
      field: 0,
      members: [1],
      depth: 0,
      dormant: true,
      coordinated: true,
      age: 3,
      matters: {
        charter: { policy: 'vote', noticeRounds: 1, name: '合作圈', text: 'We share\nwhat we know.' },
        ballots: [{ kind: 'expel', seat: 'b', proposal: 1, charter: null, yes: ['a'] }],
        admitted: ['c'],
        expelled: [],
        notices: ['a'],
      },
    },
  ],
  regime: 300,
  institutions: 450,
  opacity: 0,
  competition: 1000,
  trust: [0, 500, 63, 64, 0, 1000, 1, 2, 0],
  restriction: [0, 0, 0, 0, 0, 999, 0, 0, 0],
  link: [1, 2, 3],
  technical: [1000, 0, 128],
  political: [512, 513, 514],
  commercial: [0, 0, 0],
  trail,
  talk: quiet,
  messages: [],
  agreements: [agreement],
  reveal: null,
  ending: null,
  debrief: null,
};

const after: TableView = {
  ...before,
  phase: 'reveal',
  round: 1,
  seconds: 40,
  events: [
    { id: 'misattributed-intrusion', number: null, victim: 'a', blamed: 'b', written: null },
    {
      id: 'written',
      number: 2,
      victim: null,
      blamed: null,
      written: {
        title: 'A “quiet” strike',
        text: null,
        effects: [{ kind: 'competition', amount: -50_000 }],
      },
    },
  ],
  seats: [
    {
      ...seatView('a', [{ id: 'd9', name: null, role: 'head' }]),
      bot: 'hedger',
      sealed: true,
      handRaised: true,
      trusted: 65,
    },
    seatView('b', []),
    seatView('c', [
      { id: 'd1', name: '安娜', role: 'adviser' },
      { id: 'd2', name: 'Bo', role: 'head' },
    ]),
  ],
  blocs: [
    {
      id: 11,
      kind: 'functional',
      side: 1,
      field: 2,
      members: [0, 1, 2],
      depth: 0,
      dormant: false,
      coordinated: true,
      age: 4,
      matters: null,
    },
    {
      id: 12,
      kind: 'exclusive',
      side: 1,
      field: null,
      members: [0, 1],
      depth: 250,
      dormant: false,
      coordinated: false,
      age: 0,
      matters: null,
    },
  ],
  trust: [0, 510, 63, 64, 0, 990, 1, 2, 0],
  trail: { ...trail, efficiency: [430, 428], direction: [-77, -1000], participation: [0, 333] },
  talk: { mode: 'publicOnly', silent: true, pledgedWeight: 333 },
  messages: [message(1, 'two\nlines, "quoted" 你好'), message(2, null)],
  agreements: [
    {
      ...agreement,
      signed: ['a', 'b'],
      status: 'inForce',
      judgements: [
        {
          round: 1,
          outcome: 'kept',
          evidence: [{ clause: 1, seat: 'b', order: { action: 'commit' }, kept: true, towards: [] }],
        },
      ],
    },
    {
      ...agreement,
      id: 'public-2',
      accession: 'open',
      joined: [{ seat: 'b', fromRound: 2 }],
      renewal: { untilRound: 5, round: 1, agreed: ['a'] },
    },
  ],
  reveal: {
    round: 1,
    events: [{ id: 'cable-cut', number: null, victim: null, blamed: null, written: null }],
    orders: [
      { action: 'dialogue', targets: ['b', 'c'] },
      { action: 'hold' },
      { action: 'bridge', groups: [['a'], ['b', 'c']] },
    ],
    bets: [0, 1, 2, 0, 0],
  },
  ending: {
    because: 'host',
    seats: [
      {
        seat: 'a',
        score: -120,
        par: null,
        range: [-140, 90],
        nation: null,
        quadrant: null,
        objectives: [
          { id: 'shield', reached: 450, goal: 450, barred: false, done: true, about: [] },
          { id: 'reconciler', reached: 0, goal: 150, barred: false, done: false, about: ['b', 'c'] },
        ],
      },
    ],
    turnedWell: true,
    moments: [],
  },
  debrief: {
    steps: ['leave', 'words', 'reflect'],
    step: 'words',
    furthest: 'reflect',
    given: { pulses: 3, before: 0, after: 3, reflections: 1 },
    words: ['calm', 'müde', '意外'],
    before: null,
    after: [
      [0, 1, 0, 2, 0],
      [3, 0, 0, 0, 0],
      [0, 0, 3, 0, 0],
    ],
    moved: [
      { more: 1, same: 2, less: 0 },
      { more: 0, same: 0, less: 3 },
      { more: 1, same: 1, less: 1 },
    ],
  },
};

const own: OwnView = {
  seat: 'b',
  brief: { en: 'Fear the north.', zh: '提防北方。' },
  objectives: [
    { id: 'rule-maker', reached: 10, goal: 20, barred: false, done: false, about: [] },
    { id: 'non-aligned', reached: 512, goal: 500, barred: true, done: false, about: ['a', 'c'] },
  ],
  trust: null,
  order: { action: 'join-functional', field: 1, side: -1 },
  expects: { seat: 'a', family: 'securitize' },
  bet: 3,
  open: ['dialogue', 'hold'],
  later: [{ action: 'localize', round: 3 }],
  answerable: ['a', 'c'],
  muted: 1,
  drafts: [
    { order: { action: 'dialogue', targets: ['a', 'c'] }, agreed: ['d1', 'd2'] },
    { order: { action: 'hold' }, agreed: ['d3'] },
  ],
  endorsed: [{ agreement: 'public-1', delegates: ['d1'] }],
  messages: [message(1, 'between us', { kind: 'bilateral', with: 'a' })],
  agreements: [{ ...agreement, id: 'secret-0.1-1', secrecy: 'secret' }],
  bannedUntil: 4,
  score: -3125,
  usual: 412,
  payoff: {
    exchange: 400,
    common: 1,
    dividend: 2,
    rent: 0,
    club: 5,
    pledge: 0,
    damage: 70,
    loss: 9,
    cost: 30,
    total: -299,
  },
};

/** One of them is about trust between others, in a session that does not show it. */
const hiddenObjectives: OwnView['objectives'] = [
  { id: 'reconciler', reached: null, goal: 150, barred: false, done: false, about: [] },
  own.objectives[1],
];

const emptyOwn: OwnView = {
  ...own,
  objectives: [
    { id: 'rule-maker', reached: 20, goal: 20, barred: false, done: true, about: [] },
    { id: 'non-aligned', reached: 498, goal: 500, barred: false, done: false, about: ['a', 'c'] },
  ],
  order: null,
  expects: null,
  bet: null,
  open: [],
  later: [],
  answerable: [],
  muted: 0,
  drafts: [],
  endorsed: [],
  agreements: [],
  bannedUntil: null,
  messages: [
    message(1, 'between us', { kind: 'bilateral', with: 'a' }),
    message(2, null, { kind: 'bloc', bloc: 11 }),
  ],
  payoff: null,
};

test('what is mirrored, sent and read back is what was viewed, at joining and after every change', () => {
  const table = blankTable(seats);
  mirrorTable(table, before);
  mirrorOwn(table, own);
  mirrorPresence(table, {
    connected: [true, false, true],
    headsAway: [false, true, false],
    deadlineAtMs: null,
    pausedRemainingMs: 0,
    // The host's alone.
    away: ['d1'],
    curtain: 'open',
    wall: { show: 'auto' },
  });
  const wire = new Wire(table, ['b', null]);
  wire.join();
  expect(wire.client(0).seen()).toEqual({
    table: before,
    own,
    presence: {
      connected: [true, false, true],
      headsAway: [false, true, false],
      deadlineAtMs: null,
      pausedRemainingMs: 0,
      away: [],
      curtain: 'open',
      wall: { show: 'auto' },
    },
  });
  expect(wire.client(1).seen()).toEqual({ ...wire.client(0).seen(), own: null });

  mirrorTable(table, after);
  mirrorOwn(table, emptyOwn);
  mirrorPresence(table, {
    connected: [false, false, true],
    headsAway: [false, false, false],
    deadlineAtMs: 1_800_000_000_123,
    pausedRemainingMs: null,
    away: [],
    curtain: 'blank',
    wall: { show: 'why', subject: 'indicator:direction', round: 2 },
  });
  wire.patch();
  expect(wire.client(0).seen()).toMatchObject({ table: after, own: emptyOwn });
  expect(wire.client(1).seen()).toEqual({
    table: after,
    own: null,
    presence: {
      connected: [false, false, true],
      headsAway: [false, false, false],
      away: [],
      deadlineAtMs: 1_800_000_000_123,
      pausedRemainingMs: null,
      curtain: 'blank',
      wall: { show: 'why', subject: 'indicator:direction', round: 2 },
    },
  });
});

test('trust that the table does not show reaches its own seat and the host, and nobody else', () => {
  const table = blankTable(seats);
  mirrorTable(table, { ...before, trust: [] });
  const trust = { inOthers: [64, 0, 1000], ofOthers: [500, 0, 2] };
  mirrorOwn(table, { ...own, objectives: hiddenObjectives, trust });
  mirrorHost(table, before.trust);
  const wire = new Wire(table, ['b', HOST_PART, null, 'a']);
  wire.join();
  const [seat, host, watcher, rival] = [0, 1, 2, 3].map((device) => wire.client(device).seen());
  expect(seat).toMatchObject({ table: { trust: [] }, own: { trust, objectives: hiddenObjectives } });
  expect(host).toMatchObject({ table: { trust: before.trust }, own: null });
  expect([watcher, rival]).toMatchObject([
    { table: { trust: [] }, own: null },
    { table: { trust: [] }, own: null },
  ]);
  mirrorTable(table, before);
  mirrorOwn(table, { ...own, trust: null });
  mirrorHost(table, []);
  wire.patch();
  expect([0, 1, 2].map((device) => wire.client(device).seen().table.trust)).toEqual([
    before.trust,
    before.trust,
    before.trust,
  ]);
});

test('mirroring the same view again sends nothing', () => {
  const table = blankTable(seats);
  const wire = new Wire(table, [null]);
  mirrorTable(table, after);
  wire.join();
  const bytes = wire.client(0).bytes();
  mirrorTable(table, structuredClone(after));
  wire.patch();
  expect(wire.client(0).bytes() - bytes).toBe(1);
});

function framesFor(secret: Partial<OwnView>) {
  const table = blankTable(seats);
  mirrorTable(table, before);
  const wire = new Wire(table, ['a', 'b', null]);
  wire.join();
  mirrorOwn(table, { ...own, ...secret });
  wire.patch();
  mirrorTable(table, after);
  wire.patch();
  return { others: [wire.client(0).received, wire.client(2).received], owner: wire.client(1).received };
}

test('a change in one private part sends the same to everybody else, whatever the change', () => {
  const plain = framesFor({});
  const secrets: readonly Partial<OwnView>[] = [
    { order: { action: 'restrict', targets: ['a', 'c'] } },
    { objectives: emptyOwn.objectives },
  ];
  for (const secret of secrets) {
    const other = framesFor(secret);
    expect(other.others).toEqual(plain.others);
    expect(other.owner).not.toEqual(plain.owner);
  }
});

test('a secret agreement sends nothing of itself to anybody but its parties', () => {
  const table = blankTable(seats);
  mirrorTable(table, before);
  mirrorOwn(table, emptyOwn);
  const wire = new Wire(table, ['a', 'b', null]);
  wire.join();
  mirrorOwn(table, own);
  wire.patch();
  const texts = [0, 1, 2].map((device) =>
    wire
      .client(device)
      .received.map((bytes) => Buffer.from(bytes).toString('latin1'))
      .join(''),
  );
  expect(texts.map((text) => text.includes('secret-0.1-1'))).toEqual([false, true, false]);
});

test('packing keeps every number it takes and refuses the others', () => {
  const numbers = [0, -1, 1, 63, 64, -1000, 1000, 27_647, -27_647];
  expect(unpacked(packed(numbers))).toEqual(numbers);
  expect(() => packed([0.5])).toThrow(RangeError);
  expect(() => packed([40_000])).toThrow(RangeError);
});

test('the latest messages survive their rows, and a new one changes its own row only', () => {
  const all = Array.from({ length: 75 }, (_, index) => message(index + 1, `${index}`));
  const shown = all.slice(16, 74);
  expect(talkOfRows(talkRows(shown))).toEqual(shown);
  const changed = talkRows(all.slice(16)).filter((row, index) => row !== talkRows(shown)[index]);
  expect(changed).toHaveLength(1);
});

test('an order survives its short text', () => {
  const order = { action: 'bridge', pair: ['a-b', 'c'], coordinate: 0 } as const;
  expect(orderOfText(orderText(order))).toEqual(order);
});
