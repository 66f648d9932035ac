import { fileURLToPath } from 'node:url';
import type { Order } from '#shared/model/actions.ts';
import { ok } from '#shared/lib/result.ts';
import type { Secrecy } from '#shared/session/vocabulary/clauses.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { TextRef } from '#shared/session/vocabulary/textRef.ts';
import { surveyText } from '#shared/session/vocabulary/survey.ts';
import { buildClientIfStale } from '../../server/commands/buildClient.ts';
import { giveInWords } from '#shared/run/inWords.ts';
import { seatSomebody } from '../../server/http/seating.ts';
import { staticClient } from '../../server/http/staticClient.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { testServer } from '../support/testServer.ts';

/**
 * A session of the real server that tests lead without waiting for people: it tests what a screen shows, not how people get there.
 */
export interface WallClass {
  /** The address of the projector's screen. */
  readonly url: string;
  /** The address of the server, without a path. */
  readonly origin: string;
  /** The set-up address of its host. */
  readonly hostUrl: string;
  readonly session: LiveSession;
  /** Another session of the same server, by its code. */
  sessionAt(code: string): Promise<LiveSession>;
  /** Seats somebody at every empty state. */
  seatAll(): Promise<void>;
  /** The host does something. */
  host(command: Command): Promise<void>;
  /** The host, or a state, tells everybody. */
  announce(words: string): Promise<void>;
  publish(place: number, words: string): Promise<void>;
  /** A state says a move in plenary. */
  speak(place: number, move: TalkMove): Promise<void>;
  /** The host brings in an event of the deck, or one of their own. */
  bringIn(id: string): Promise<void>;
  write(words: string): Promise<void>;
  /** Two states sign a pledge that binds them in this round; public unless said otherwise. */
  pledge(one: number, other: number, secrecy?: Secrecy): Promise<void>;
  /** A member of a state raises a hand with a line, and the host answers it in words. */
  raiseHand(place: number, words: string): Promise<void>;
  answerHand(place: number, words: string): Promise<void>;
  /** The host marks the moment with a line, and after the end shows a mark to everybody. */
  bookmark(words: string): Promise<void>;
  showBookmark(number: number): Promise<void>;
  /** A state bets and seals; the last order ends the decision. */
  seal(place: number, order: Order): Promise<void>;
  /** Everybody gives a word, an answer to the same question, and a reflection. */
  note(kind: 'givePulse' | 'answerSurvey' | 'writeReflection'): Promise<void>;
  close(): Promise<void>;
}

/** Phases that last until the host closes them; only the reveal has its time. */
const pace = {
  rounds: 3,
  seconds: { briefing: 600, negotiation: 1800, decision: 900, reveal: 600, review: 600 },
};
const WORDS = ['tired', '意外', 'hopeful', 'betrayed', '如释重负', 'curious'];

/** Opens a session of a scenario in the lobby, with the survey before and after. */
export async function openWallClass(scenario: Scenario, rounds = pace.rounds): Promise<WallClass> {
  await buildClientIfStale(() => undefined);
  const pages = staticClient(fileURLToPath(new URL('../../dist', import.meta.url)));
  const server = await testServer(Date.now, pages);
  const [plan] = scenario.plans;
  const session = await server.app.registry.open({
    scenario,
    options: {
      plan: plan?.id ?? '',
      openDeck: true,
      practice: false,
      coverEmptySeats: false,
      coverAfterSeconds: 3600,
      survey: true,
      pace: { ...pace, rounds },
    },
    seed: 7,
  });
  const seatAll = async (): Promise<void> => {
    for (const { id, delegates } of session.state.seats) {
      if (delegates.length > 0) continue;
      const seated = await seatSomebody(server.app.registry, session, {
        seat: id,
        name: null,
        delegate: `delegate-${id}`,
      });
      if (!seated.ok) throw new Error(`nobody could sit down: ${seated.failure.message}`);
    }
  };
  return {
    url: `${server.origin}/screen/${session.code}`,
    origin: server.origin,
    hostUrl: `${server.origin}/host#${await server.app.door.secret()}`,
    session,
    sessionAt: async (code) => {
      const found = await server.app.registry.find(code);
      if (found === null) throw new Error(`no session ${code}`);
      return found;
    },
    seatAll,
    ...handsOn(session),
    close: () => server.close(),
  };
}

/** The members of a class that are no actions. */
type Around = 'url' | 'origin' | 'hostUrl' | 'session' | 'sessionAt' | 'seatAll' | 'close';

function handsOn(session: LiveSession): Omit<WallClass, Around> {
  const { give, inWords } = giving(session);
  const host: Actor = { kind: 'host', host: 'host' };
  const at = (place: number): Actor => {
    const seat = session.state.seats[place];
    const delegate = seat?.delegates[0]?.id;
    if (seat === undefined || delegate === undefined) throw new Error(`nobody sits at place ${place}`);
    return { kind: 'delegate', delegate, seat: seat.id };
  };
  const idAt = (place: number): string => session.state.seats[place]?.id ?? '';
  const said = { phrase: null, mentions: [] };
  return {
    host: (command) => give(host, command),
    announce: (words) =>
      inWords(host, words, (text) => ({ type: 'say', channel: { kind: 'announcement' }, text, ...said })),
    publish: (place, words) =>
      inWords(at(place), words, (text) => ({ type: 'say', channel: { kind: 'communique' }, text, ...said })),
    speak: (place, move) =>
      give(at(place), { type: 'say', channel: { kind: 'plenary' }, text: null, ...said, move }),
    bringIn: (id) => give(host, { type: 'injectEvent', what: { from: 'deck', id }, when: 'now' }),
    write: (words) =>
      inWords(host, words, (text) => ({
        type: 'injectEvent',
        what: { from: 'host', text, effects: [{ kind: 'competition', amount: 5000 }] },
        when: 'now',
      })),
    pledge: async (one, other, secrecy = 'public') => {
      const { phase } = session.state;
      const round = 'round' in phase ? phase.round : 1;
      await give(at(one), {
        type: 'proposeAgreement',
        parties: [idAt(one), idAt(other)],
        terms: {
          clauses: [{ kind: 'mutualRestraint' }],
          force: 'pledge',
          fromRound: round,
          untilRound: round,
        },
        secrecy,
      });
      const agreement = session.state.agreements.at(-1)?.id ?? '';
      await give(at(other), { type: 'signAgreement', agreement, wording: 1 });
    },
    raiseHand: (place, words) =>
      inWords(at(place), words, (text) => ({ type: 'raiseHand', text, raised: true })),
    answerHand: (place, words) =>
      inWords(host, words, (text) => ({
        type: 'answerHand',
        delegate: session.state.seats[place]?.delegates[0]?.id ?? '',
        text,
      })),
    bookmark: (words) => inWords(host, words, (text) => ({ type: 'setBookmark', text })),
    showBookmark: (number) => give(host, { type: 'showBookmark', number, shown: true }),
    seal: async (place, order) => {
      await give(at(place), { type: 'betOnDial', band: [1, 2, 3, 4, 5][place % 5] as 1 });
      await give(at(place), {
        type: 'sealOrders',
        order,
        expects: { seat: idAt(place === 0 ? 1 : 0), family: 'securitize' },
      });
    },
    note: async (kind) => {
      for (const place of session.state.seats.keys()) {
        const words = {
          givePulse: WORDS[place % WORDS.length] ?? '',
          answerSurvey: surveyText([1 + (place % 5), 1 + ((place * 2) % 5), 5 - (place % 4)]),
          writeReflection: 'I kept my word and would do it again.',
        };
        await inWords(at(place), words[kind], (text) => ({ type: kind, text }));
      }
    },
  };
}

/** Gives commands and throws if the rules refuse: the scenes of these tests must be exactly as intended. */
function giving(session: LiveSession): {
  give: (actor: Actor, command: Command) => Promise<void>;
  inWords: (actor: Actor, words: string, command: (text: TextRef) => Command) => Promise<void>;
} {
  let count = 0;
  const give = async (actor: Actor, command: Command): Promise<void> => {
    count += 1;
    const outcome = await session.submit(actor, `wall-${count}`, command);
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
  };
  return {
    give,
    inWords: async (actor, words, command) => {
      count += 1;
      const reply = await giveInWords(session, {
        actor,
        key: `wall-${count}`,
        words: () => ok(words),
        command: (text) => {
          if (text === null) throw new Error('the words are gone');
          return command(text);
        },
      });
      if (!reply.ok) throw new Error(`words were refused: ${JSON.stringify(reply)}`);
    },
  };
}
