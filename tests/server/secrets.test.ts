import {
  ACTOR,
  type Given,
  HOST,
  PARTNER,
  PROJECTOR,
  RIVAL,
  type Run,
  say,
  type Secret,
  secretRun,
  type Stage,
  WAITING,
} from '../support/secretRuns.ts';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { recordSockets } from '../support/recordingSocket.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

recordSockets();

interface Row {
  readonly name: string;
  /** The two runs; they differ in nothing else. */
  readonly runs: readonly [Secret, Secret];
  /** The last stage at which nobody else can tell the runs apart; after it the rules themselves reveal the secret. */
  readonly until: Stage;
  /** The people whose view, answers or frames do differ. */
  readonly readers: readonly number[];
}

const acts = (...given: readonly Given[]): Secret => ({ acts: () => given.map((one) => () => one) });
const nothing: Secret = {};
const toPartner = { ...say, channel: { kind: 'bilateral', with: 'concordia' } } as const;
const amongOurselves = { ...say, channel: { kind: 'delegation' } } as const;
const terms = {
  clauses: [{ kind: 'mutualRestraint' }],
  force: 'pledge',
  fromRound: 1,
  untilRound: 2,
} as const;

const offer: Given = [
  ACTOR,
  { type: 'proposeAgreement', parties: ['aurelia', 'concordia'], terms, secrecy: 'secret' },
];
const offered = (session: LiveSession): string => session.state.agreements.at(-1)?.id ?? '';
const signed: Secret = {
  acts: (session) => [
    () => offer,
    () => [PARTNER, { type: 'signAgreement', agreement: offered(session), wording: 1 }],
  ],
};
const withdrawn: Secret = {
  acts: (session) => [() => offer, () => [ACTOR, { type: 'withdrawAgreement', agreement: offered(session) }]],
};

const firstSeat = (change: Partial<Scenario['seats'][number]>): Secret => ({
  scenario: (pack) => ({
    ...pack,
    seats: pack.seats.map((seat, index) => (index === 0 ? { ...seat, ...change } : seat)),
  }),
});
const seal = (
  order: { action: 'restrict'; targets: string[] } | { action: 'commit' },
  family: 'securitize' | 'cooperate',
) => acts([ACTOR, { type: 'sealOrders', order, expects: { seat: 'meridia', family } }]);
const commit = { action: 'commit' } as const;
const restrict = { action: 'restrict' as const, targets: ['meridia'] };
const mute = (reason: 'tone' | 'offTopic'): Given => [
  HOST,
  { type: 'muteDelegate', delegate: 'person-aurelia', muted: true, reason },
];
const hand = { type: 'raiseHand', raised: true, text: null } as const;
const reflect = (text: string): Secret => ({
  late: [[ACTOR, { type: 'writeReflection', text: null }, text]],
});
const pulse = (text: string): Secret => ({ late: [[ACTOR, { type: 'givePulse', text: null }, text]] });

const rows: readonly Row[] = [
  {
    name: 'a sealed order',
    runs: [seal(commit, 'cooperate'), seal(restrict, 'cooperate')],
    until: 'decision',
    readers: [ACTOR],
  },
  {
    name: 'what one expects of a rival',
    runs: [seal(commit, 'cooperate'), seal(commit, 'securitize')],
    until: 'debrief',
    readers: [ACTOR],
  },
  {
    name: 'a word between two states',
    runs: [
      acts(
        [ACTOR, toPartner, 'let us'],
        [PARTNER, { ...say, channel: { kind: 'bilateral', with: 'aurelia' } }, 'yes'],
      ),
      nothing,
    ],
    until: 'debrief',
    readers: [ACTOR, PARTNER],
  },
  {
    name: 'a word among one’s own people',
    runs: [acts([ACTOR, amongOurselves, 'we restrict']), nothing],
    until: 'debrief',
    readers: [ACTOR],
  },
  {
    name: 'a draft',
    runs: [acts([ACTOR, { type: 'draftOrder', order: restrict }]), nothing],
    until: 'debrief',
    readers: [ACTOR],
  },
  {
    name: 'a bet',
    runs: [acts([ACTOR, { type: 'betOnDial', band: 4 }]), nothing],
    until: 'decision',
    readers: [ACTOR],
  },
  { name: 'a secret pledge', runs: [signed, nothing], until: 'decision', readers: [ACTOR, PARTNER] },
  {
    name: 'a secret offer that nobody signs',
    runs: [acts(offer), nothing],
    until: 'debrief',
    readers: [ACTOR, PARTNER],
  },
  {
    name: 'a secret offer that is withdrawn',
    runs: [withdrawn, nothing],
    until: 'debrief',
    readers: [ACTOR, PARTNER],
  },
  {
    name: 'a brief',
    runs: [firstSeat({ brief: { en: 'Be kind.', zh: '友善。' } }), nothing],
    until: 'debrief',
    readers: [ACTOR],
  },
  {
    name: 'an objective',
    runs: [firstSeat({ objectives: ['shield', 'gap-closer'] }), nothing],
    until: 'reveal',
    readers: [ACTOR],
  },
  {
    name: 'why somebody is muted',
    runs: [acts(mute('tone')), acts(mute('offTopic'))],
    until: 'debrief',
    readers: [ACTOR, HOST],
  },
  {
    name: 'what somebody writes with a raised hand',
    runs: [acts([ACTOR, hand, 'help']), acts([ACTOR, hand, 'which card?'])],
    until: 'debrief',
    readers: [HOST],
  },
  {
    name: 'a reflection',
    runs: [reflect('I was afraid.'), reflect('I was brave.')],
    until: 'debrief',
    readers: [ACTOR],
  },
  {
    name: 'one word that fewer than three gave',
    runs: [pulse('tense'), pulse('calm')],
    until: 'debrief',
    readers: [ACTOR],
  },
];

const everybody = [ACTOR, RIVAL, PARTNER, HOST, PROJECTOR, WAITING];
const order: readonly Stage[] = ['decision', 'reveal', 'end', 'debrief'];

const inPublic = acts([ACTOR, { ...say, channel: { kind: 'plenary' } }, 'for all to hear']);

let server: TestServer;
/** The runs of each secret; played once for all rows that use it. */
const played = new Map<Secret, Run>();
beforeAll(async () => {
  server = await testServer(() => 1_900_000_000_000);
  const secrets = new Set([...rows.flatMap(({ runs }) => runs), inPublic]);
  await Promise.all(
    [...secrets].map(async (secret) => {
      played.set(secret, await secretRun(server, secret));
    }),
  );
}, 180_000);
afterAll(async () => server.close());

/** What one socket had seen of several runs at the end of a stage. */
const seen = (runs: readonly Secret[], stage: Stage, socket: number) =>
  runs.map((run) => played.get(run)?.[stage][socket]);

describe.each(rows)('two runs that differ in $name', ({ runs, until, readers }) => {
  const others = everybody.filter((socket) => !readers.includes(socket));
  const compared = order.slice(0, order.indexOf(until) + 1);

  test.each(compared)('are the same to everybody else: %s', (stage) => {
    for (const socket of others) {
      const [one, other] = seen(runs, stage, socket);
      expect(one?.frames.length, `frames of socket ${socket}`).toBeGreaterThan(0);
      expect(one, `socket ${socket}`).toEqual(other);
    }
  });

  test('differ for those who may read it, so that the comparison can see a difference', () => {
    for (const socket of readers) {
      const alike = compared
        .map((stage) => seen(runs, stage, socket))
        .map(([one, other]) => isDeepStrictEqual(one, other));
      expect(alike, `socket ${socket}`).toContain(false);
    }
  });
});

test('what everybody may read makes two runs differ for everybody', () => {
  for (const socket of everybody) {
    const [one, other] = seen([inPublic, nothing], 'decision', socket);
    expect(one, `socket ${socket}`).not.toEqual(other);
  }
});
