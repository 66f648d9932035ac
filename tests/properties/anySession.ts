import fc from 'fast-check';
import type { Order } from '#shared/model/actions.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { TextRef } from '#shared/session/vocabulary/textRef.ts';
import { decide } from '#shared/session/decide.ts';
import { betWays } from '#shared/session/vocabulary/debrief.ts';
import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { evolve } from '#shared/session/evolve.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { decidingTable, delegateOf, emptyTable, fullTable, host } from '../session/table.ts';

/** Draws whole numbers below a bound. */
type Draw = (below: number) => number;

/** What somebody might try; the rules refuse much of it. */
type Wish = (state: SessionState, draw: Draw, text: () => TextRef) => readonly [Actor, Command];

/** A line of a random session: who gave it, and the table after it. */
export interface Played {
  readonly actor: Actor;
  readonly command: Command['type'];
  readonly state: SessionState;
  /** The texts beside the log that still exist. */
  readonly texts: ReadonlyMap<string, string>;
}

const pick = <Item>(items: readonly Item[], draw: Draw): Item => {
  const item = items[draw(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};
const seatIn = (state: SessionState, draw: Draw): string => pick(state.seats, draw).id;
const personIn = (state: SessionState, draw: Draw): Actor => {
  const seat = pick(state.seats, draw);
  const delegate = seat.delegates[draw(Math.max(1, seat.delegates.length))];
  return delegate === undefined
    ? delegateOf(seat.id)
    : { kind: 'delegate', delegate: delegate.id, seat: seat.id };
};
const someone = (state: SessionState, draw: Draw): string => {
  const actor = personIn(state, draw);
  return actor.kind === 'delegate' ? actor.delegate : '';
};
const orderIn = (state: SessionState, draw: Draw): Order =>
  pick<Order>(
    [
      { action: 'commit' },
      { action: 'hold' },
      { action: 'harden' },
      { action: 'localize' },
      { action: 'join-exclusive' },
      { action: 'dialogue', targets: [seatIn(state, draw)] },
      { action: 'restrict', targets: [seatIn(state, draw)] },
    ],
    draw,
  );

const byPerson =
  (make: (state: SessionState, draw: Draw, text: () => TextRef) => Command): Wish =>
  (state, draw, text) => [personIn(state, draw), make(state, draw, text)];
const byHost =
  (make: (state: SessionState, draw: Draw, text: () => TextRef) => Command): Wish =>
  (state, draw, text) => [host, make(state, draw, text)];

const closing = byHost(() => ({ type: 'closePhase', because: 'host' }));

const wishes: readonly Wish[] = [
  closing,
  closing,
  byPerson((state, draw) => ({ type: 'sealOrders', order: orderIn(state, draw) })),
  byPerson((state, draw) => ({
    type: 'sealOrders',
    order: orderIn(state, draw),
    expects: { seat: seatIn(state, draw), family: 'securitize' },
  })),
  byPerson(() => ({ type: 'withdrawOrders' })),
  byPerson((state, draw) => ({ type: 'draftOrder', order: orderIn(state, draw) })),
  byPerson(() => ({ type: 'withdrawDraft' })),
  byPerson((_, draw) => ({ type: 'betOnDial', band: pick([1, 2, 3, 4, 5] as const, draw) })),
  byPerson((state, draw, text) => ({
    type: 'say',
    channel: pick(
      [
        { kind: 'plenary' },
        { kind: 'communique' },
        { kind: 'delegation' },
        { kind: 'bilateral', with: seatIn(state, draw) },
      ] as const,
      draw,
    ),
    text: draw(2) === 0 ? text() : null,
    phrase: 'weWillCommit',
    mentions: [],
  })),
  byHost((_, __, text) => ({
    type: 'say',
    channel: { kind: 'announcement' },
    text: text(),
    phrase: null,
    mentions: [],
  })),
  byPerson((state, draw) => ({
    type: 'proposeAgreement',
    parties: [...new Set([seatIn(state, draw), seatIn(state, draw), seatIn(state, draw)])],
    terms: {
      clauses: [{ kind: 'mutualRestraint' }],
      force: 'pledge',
      fromRound: state.world.round + 1,
      untilRound: state.world.round + 2,
    },
    secrecy: pick(['public', 'secret'] as const, draw),
  })),
  ...(['signAgreement', 'withdrawAgreement', 'leaveAgreement'] as const).map((type) =>
    byPerson((state, draw) => {
      const agreement = state.agreements.length === 0 ? 'none' : pick(state.agreements, draw).id;
      return type === 'signAgreement' ? { type, agreement, wording: 1 } : { type, agreement };
    }),
  ),
  byPerson((_, draw, text) => ({
    type: 'raiseHand',
    raised: draw(3) > 0,
    text: draw(2) === 0 ? text() : null,
  })),
  byHost((state, draw) => ({ type: 'answerHand', delegate: someone(state, draw) })),
  byHost((state, draw) => ({ type: 'muteDelegate', delegate: someone(state, draw), muted: draw(2) === 0 })),
  byHost((state, draw) => ({
    type: 'moveDelegate',
    delegate: someone(state, draw),
    seat: seatIn(state, draw),
  })),
  byHost((state, draw) => ({ type: 'removeDelegate', delegate: someone(state, draw) })),
  byHost((state, draw) => ({ type: 'coverSeat', seat: seatIn(state, draw), disposition: 'hedger' })),
  byHost((state, draw) => ({ type: 'handBackSeat', seat: seatIn(state, draw) })),
  (state, draw, text) => {
    const [seat, delegate] = [seatIn(state, draw), `late-${draw(40)}`];
    return [
      { kind: 'delegate', delegate, seat },
      { type: 'takeSeat', seat, delegate, name: text() },
    ];
  },
  byHost(() => ({ type: 'startSession' })),
  byHost((state) => ({ type: 'admitDelegates', delegates: state.waiting.map(({ id }) => id) })),
  byHost((state, draw) => ({ type: 'clearAbsent', delegates: [someone(state, draw), someone(state, draw)] })),
  byHost(() => ({ type: 'pauseSession', remainingMs: 1000 })),
  byHost(() => ({ type: 'resumeSession' })),
  byHost(() => ({ type: 'stepBack' })),
  byHost(() => ({ type: 'extendPhase', seconds: 60 })),
  byHost((_, draw) => ({ type: 'setTalk', mode: pick(['open', 'publicOnly', 'closed'] as const, draw) })),
  byHost((_, draw) => ({ type: 'declareSilent', silent: draw(2) === 0 })),
  byHost((state, draw, text) => ({
    type: 'injectEvent',
    when: pick(['now', 'nextRound'] as const, draw),
    what:
      draw(2) === 0
        ? { from: 'deck', id: pick(state.basis.scenario.events, draw).id }
        : { from: 'host', text: text(), effects: [{ kind: 'competition', amount: 50_000 }] },
  })),
  byHost(() => ({ type: 'setEntry', entry: { newcomers: 'always', arrival: 'choose', observers: false } })),
  byHost((_, draw) => ({ type: draw(6) === 0 ? 'endSession' : 'noteExport' })),
  byHost((_, draw, text) => ({ type: 'setBookmark', text: draw(2) === 0 ? text() : null })),
  byHost((_, draw, text) => ({ type: 'noteBookmark', number: 1 + draw(3), text: text() })),
  byHost((_, draw) => ({ type: 'removeBookmark', number: 1 + draw(3) })),
  byHost((_, draw) => ({ type: 'showBookmark', number: 1 + draw(3), shown: draw(2) === 0 })),
  byHost((_, draw) => ({ type: 'setDebriefStep', step: pick(debriefSteps, draw) })),
  byHost((state, draw) => ({
    type: 'proposeWhatIf',
    proposal: {
      about: 'own',
      round: 1 + draw(3),
      orders: { [pick(state.seats, draw).id]: { action: 'hold' } },
    },
  })),
  byHost(() => ({ type: 'showWhatIf' })),
  byPerson((_, draw) => ({ type: 'betOnWhatIf', way: pick(betWays, draw) })),
  byPerson((_, __, text) => ({ type: 'givePulse', text: text() })),
  byPerson((_, __, text) => ({ type: 'writeReflection', text: text() })),
  byPerson((state, draw, text) => ({
    type: 'charterBloc',
    bloc: state.world.blocs.length === 0 ? 1 : pick(state.world.blocs, draw).id,
    policy: 'vote',
    noticeRounds: 1,
    text: text(),
  })),
];

const openings: readonly (() => SessionState)[] = [
  () => emptyTable({ coverEmptySeats: false }),
  () => fullTable({ survey: true, trustSeen: 'own' }),
  () => decidingTable({ delegationSize: 3, decisionRule: 'majority' }),
  () => decidingTable({ trustSeen: 'own' }),
];

/** Sessions of this many wishes, of which the rules accept some; now and then a text is erased. */
export function anySession(length: number): fc.Arbitrary<{ first: SessionState; lines: readonly Played[] }> {
  const dice = fc.array(fc.nat({ max: 2 ** 20 }), { minLength: length * 8, maxLength: length * 8 });
  return fc
    .tuple(fc.constantFrom(...openings), dice)
    .map(([open, numbers]) => played(open(), numbers, length));
}

function played(
  first: SessionState,
  numbers: readonly number[],
  length: number,
): { first: SessionState; lines: readonly Played[] } {
  let [state, thrown, written] = [first, 0, 0];
  const draw: Draw = (below) => (numbers[thrown++ % numbers.length] ?? 0) % below;
  const texts = new Map<string, string>();
  const lines: Played[] = [];
  const text = (): TextRef => {
    written += 1;
    texts.set(`t${written}`, `words ${written}`);
    return { id: `t${written}`, digest: '0'.repeat(64) };
  };
  for (let wish = 0; wish < length; wish += 1) {
    const [actor, command] = pick(wishes, draw)(state, draw, text);
    const decided = decide(state, actor, command);
    if (!decided.ok) continue;
    state = decided.value.reduce(evolve, state);
    if (draw(8) === 0) texts.delete(`t${draw(written + 1)}`);
    lines.push({ actor, command: command.type, state, texts: new Map(texts) });
  }
  return { first, lines };
}
