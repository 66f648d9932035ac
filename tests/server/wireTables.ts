import type { MessageView, TableView } from '../../shared/session/views/tableView.ts';
import type { Channel } from '../../shared/session/vocabulary/talk.ts';

/** The seats of the table, by index. */
export const seats = ['a', 'b', 'c'];

/** A seat with people and with numbers that all differ. */
export const seatView = (id: string, delegates: TableView['seats'][number]['delegates']) => ({
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

/** A message from seat *b* in the first negotiation. */
export const message = (
  id: number,
  text: string | null,
  channel: Channel = { kind: 'plenary' },
): MessageView => ({
  id,
  round: 1,
  phase: 'negotiation',
  channel,
  seat: 'b',
  delegate: 'd1',
  text,
  phrase: text === null ? 'thankYou' : null,
  move: null,
  mentions: ['a'],
});

/** A public offer. */
export const agreement: TableView['agreements'][number] = {
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

/** A table in the lobby. */
export const before: TableView = {
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

/** The same table in its last reveal: every part differs. */
export const after: TableView = {
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
    treatment: { here: 'trustOwn', among: ['trustAll', 'trustOwn'] },
  },
  debrief: {
    steps: ['leave', 'words', 'reflect'],
    step: 'words',
    furthest: 'reflect',
    whatIf: {
      about: 'promise',
      round: 2,
      orders: { a: { action: 'dialogue', targets: ['b'] } },
      betters: 4,
      bets: { up: 1, same: 0, down: 3 },
    },
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
    bookmarks: [{ number: 2, round: 1, phase: 'decision', note: '转折 “here”', shown: true }],
  },
};
