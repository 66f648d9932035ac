import { at } from '../lib/at.ts';
import { type Explanation, explain, parseSubject, type Subject } from '../model/explain.ts';
import { legalityOf } from '../model/legality.ts';
import { unpackLedger } from '../model/ledger.ts';
import { explainEquality } from '../model/explainEquality.ts';
import type { Entry } from '../model/entries.ts';
import { orderEffects } from '../model/orderEffects.ts';
import { preview, previewBaselines } from '../model/preview.ts';
import { HOLD, type Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Viewer } from './vocabulary/actors.ts';
import { agreedIfHeld } from './topics/agreements/atReveal.ts';
import { worldCostOf } from './topics/agreements/brokenWord.ts';
import { discreetly } from './topics/agreements/discretion.ts';
import { foresightOf } from './topics/agreements/foresight.ts';
import { badgesOf } from './findings/badges.ts';
import { factorsOf } from './findings/factors.ts';
import { findingsOf } from './findings/findings.ts';
import { trendsOf } from './findings/kinds.ts';
import { paidOf } from './findings/paid.ts';
import { bookmarksFor } from './views/bookmarks.ts';
import { myNotesOf, reflectionsOf } from './views/notes.ts';
import { answered, refused } from './views/answered.ts';
import type { Answer, Answers, Ask, Question, RoundSummary } from './views/questions.ts';
import { inputOf } from './topics/round.ts';
import type { RoundRecord, SessionState } from './vocabulary/state.ts';
import { quizFor } from './views/quiz.ts';
import { lastRoundOf } from './vocabulary/lastRound.ts';
import { seesAllTrust, withoutOthersTrust, worldKnownTo } from './topics/trustSeen.ts';
import { ownSeatOf } from './view.ts';
import { eventView } from './views/events.ts';
import { handAnswerOf, heardOf, standingsOf } from './views/host.ts';
import { wordsFor } from './views/words.ts';
import type { TextOf } from './vocabulary/codedTalk.ts';
import { eventsOfRound, pendingInjects } from './vocabulary/roundEvents.ts';

/**
 * Answers a viewer's question, or says why not. Until the session has ended, only the seat itself and the host learn its score and
 * the parts of it; everybody may ask about the rest of a resolved round.
 */
export function answer<A extends Ask>(
  state: SessionState,
  viewer: Viewer,
  question: Extract<Question, { ask: A }>,
  textOf?: TextOf,
): Answer<A>;
export function answer(
  state: SessionState,
  viewer: Viewer,
  question: Question,
  textOf: TextOf = () => null,
): Answer<Ask> {
  switch (question.ask) {
    case 'why':
      return why(state, viewer, question.round, question.subject, textOf);
    case 'preview':
      return previewOf(state, viewer, question.order);
    case 'effect':
    case 'brokenWord':
      return done(state, viewer, question);
    case 'rounds':
      return answered<'rounds'>(state.rounds.map((record) => summaryOf(record, textOf)));
    case 'findings':
    case 'paid':
    case 'kinds':
      return shown(state, viewer, question.ask);
    case 'myNotes':
    case 'reflections':
    case 'bookmarks':
    case 'words':
      return written(state, viewer, question.ask, textOf);
    case 'quiz':
      return quizFor(state, viewer);
    case 'mutes':
    case 'lastRound':
      return (question.ask === 'mutes' ? mutesOf : lastRoundFor)(state, viewer);
    case 'hands':
    case 'injects':
    case 'standings':
    case 'heard':
    case 'handAnswer':
      return betweenHostAndPerson(state, viewer, question.ask, textOf);
    default:
      return assertNever(question);
  }
}

/** What the paper names, by what this viewer may know of the ledger. */
function kindsFor(state: SessionState, viewer: Viewer): Answers['kinds'] {
  const entriesIn = ({ round, ledger }: RoundRecord): readonly Entry[] =>
    entriesFor(state, viewer, round, unpackLedger(ledger));
  return {
    trends: trendsOf(state),
    factors: factorsOf(state, entriesIn),
    badges: state.phase.name === 'ended' ? badgesOf(state) : [],
  };
}

/** What people wrote, and what they gave their word for. */
function written(
  state: SessionState,
  viewer: Viewer,
  ask: 'myNotes' | 'reflections' | 'bookmarks' | 'words',
  textOf: TextOf,
): Answer<typeof ask> {
  if (ask === 'words') return wordsFor(state, viewer, textOf);
  if (ask === 'bookmarks') return bookmarksFor(state, viewer, textOf);
  return (ask === 'myNotes' ? myNotesOf : reflectionsOf)(state, viewer, textOf);
}

/** What only the host may read, and what the host said to one person alone. */
function betweenHostAndPerson(
  state: SessionState,
  viewer: Viewer,
  ask: 'hands' | 'injects' | 'standings' | 'heard' | 'handAnswer',
  textOf: TextOf,
): Answer<typeof ask> {
  if (ask === 'hands') return handsOf(state, viewer, textOf);
  if (ask === 'injects') return injectsOf(state, viewer, textOf);
  if (ask === 'standings') return standingsOf(state, viewer);
  return ask === 'heard' ? heardOf(state, viewer, textOf) : handAnswerOf(state, viewer, textOf);
}

/** What an order did: the own one, or one that broke a promise. */
function done(
  state: SessionState,
  viewer: Viewer,
  question: Extract<Question, { ask: 'effect' | 'brokenWord' }>,
): Answer<typeof question.ask> {
  if (question.ask === 'effect') return effectOf(state, viewer, question.round);
  return brokenWordIn(state, viewer, question.round, question.seat);
}

/** What the record shows: the kinds at any time, findings once the session has ended with a round. */
function shown(state: SessionState, viewer: Viewer, ask: 'findings' | 'paid' | 'kinds'): Answer<typeof ask> {
  if (ask === 'kinds') return answered<'kinds'>(kindsFor(state, viewer));
  if (state.phase.name !== 'ended' || state.rounds.length === 0) return refused('notNow');
  return ask === 'paid' ? answered<'paid'>(paidOf(state)) : answered<'findings'>(findingsOf(state));
}

function summaryOf({ round, events, orders, indicators }: RoundRecord, textOf: TextOf): RoundSummary {
  return { round, events: events.map((event) => eventView(event, textOf)), orders, indicators };
}

/** Everybody sees who asks for help; only the host reads what they wrote. */
function handsOf(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'hands'> {
  if (viewer.kind !== 'host') return refused('notYours');
  return answered<'hands'>(
    state.hands.map(({ seat, delegate, text }) => ({
      seat,
      delegate,
      text: text === null ? null : textOf(text.id),
    })),
  );
}

/** Only the host knows a hidden end before it comes; then everybody does. */
function lastRoundFor(state: SessionState, viewer: Viewer): Answer<'lastRound'> {
  const mayKnow = viewer.kind === 'host' || state.phase.name === 'ended';
  return mayKnow ? answered<'lastRound'>(lastRoundOf(state.basis)) : refused('notYours');
}

/** Only the host and the person concerned know who is muted. */
function mutesOf({ talk }: SessionState, viewer: Viewer): Answer<'mutes'> {
  if (viewer.kind === 'host') return answered<'mutes'>(talk.muted);
  if (viewer.kind !== 'delegate') return refused('notYours');
  return answered<'mutes'>(talk.muted.filter(({ delegate }) => delegate === viewer.delegate));
}

/** Until its round opens, only the host knows a pending event. */
function injectsOf(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'injects'> {
  if (viewer.kind !== 'host') return refused('notYours');
  return answered<'injects'>(
    pendingInjects(state).map((inject) => ({
      number: inject.number,
      round: inject.round,
      event: eventView(inject, textOf),
    })),
  );
}

function why(state: SessionState, viewer: Viewer, round: number, key: string, textOf: TextOf): Answer<'why'> {
  const record = state.rounds[round - 1];
  if (record === undefined) return refused('unknownRound');
  const subject = parseSubject(key);
  if (subject === null || !isKnown(state, subject)) return refused('unknownSubject');
  if (!isOpenTo(state, viewer, subject)) return refused('notYours');
  const events = record.events.map((event) => eventView(event, textOf));
  if (subject.kind === 'equal') return answered<'why'>({ ...equalityIn(state, record), events });
  const before = at(state.roundStarts, round - 1);
  const after = state.rounds.length === round ? state.world : at(state.roundStarts, round);
  const all = unpackLedger(record.ledger);
  const entries = entriesFor(state, viewer, round, all);
  const explanation: Explanation = explain(state.basis.setting, before, entries, after, subject);
  return answered<'why'>({ ...explanation, events });
}

/** Why *equal* changed in a round: from what this round and the one before brought each state. */
function equalityIn({ basis, rounds }: SessionState, { round, payoffs }: RoundRecord): Explanation {
  return explainEquality(basis.setting.seats, rounds[round - 2]?.payoffs ?? null, payoffs);
}

function isKnown(state: SessionState, subject: Subject): boolean {
  const seated = (seat: SeatId) => state.seats.some(({ id }) => id === seat);
  if (subject.kind === 'trust') return seated(subject.of) && seated(subject.in) && subject.of !== subject.in;
  if (subject.kind === 'seat') return seated(subject.seat);
  if (subject.kind === 'pair') return seated(subject.a) && seated(subject.b) && subject.a !== subject.b;
  return true;
}

/** The changes of a round whose causes this viewer may know. */
function entriesFor(
  state: SessionState,
  viewer: Viewer,
  round: number,
  all: readonly Entry[],
): readonly Entry[] {
  if (state.phase.name === 'ended' || viewer.kind === 'participantAfterEnd') return all;
  const told = discreetly(state, round, ownSeatOf(viewer), all);
  if (seesAllTrust(state, viewer)) return told;
  return withoutOthersTrust(state.seats.length, ownIndexOf(state, viewer), told);
}

/** The index of the viewer's seat; −1 without a seat. */
function ownIndexOf(state: SessionState, viewer: Viewer): number {
  return state.seats.findIndex(({ id }) => id === ownSeatOf(viewer));
}

function isOpenTo(state: SessionState, viewer: Viewer, subject: Subject): boolean {
  if (subject.kind === 'trust') {
    const own = ownSeatOf(viewer);
    return subject.of === own || subject.in === own || seesAllTrust(state, viewer);
  }
  if (subject.kind !== 'seat' || subject.quantity !== 'score') return true;
  return state.phase.name === 'ended' || viewer.kind === 'host' || ownSeatOf(viewer) === subject.seat;
}

function previewOf(state: SessionState, viewer: Viewer, order: Order): Answer<'preview'> {
  const seat = ownSeatOf(viewer);
  if (seat === null) return refused('notYours');
  const { name } = state.phase;
  if (name !== 'briefing' && name !== 'negotiation' && name !== 'decision') return refused('notNow');
  const { setting } = state.basis;
  const index = ownIndexOf(state, viewer);
  if (legalityOf(setting, state.world, index, order) !== null) return refused('orderIllegal');
  const world = seesAllTrust(state, viewer) ? state.world : worldKnownTo(setting, state.world, index);
  const lastOrders = state.rounds[state.rounds.length - 1]?.orders ?? {};
  const scene = { seat, lastOrders, events: eventsOfRound(state).map(({ event }) => event) };
  const { breaks: holdBreaks, ...held } = foresightOf(state, seat, HOLD);
  const baselines = previewBaselines(setting, world, { ...scene, ...held, holdBreaks });
  const input = { ...scene, order, ...foresightOf(state, seat, order) };
  return answered<'preview'>(preview(setting, world, input, baselines));
}

function effectOf(state: SessionState, viewer: Viewer, round: number): Answer<'effect'> {
  const seat = ownSeatOf(viewer);
  if (seat === null) return refused('notYours');
  const record = state.rounds[round - 1];
  if (record === undefined) return refused('unknownRound');
  const before = at(state.roundStarts, round - 1);
  const held = agreedIfHeld(state, record, before, seat);
  const { setting } = state.basis;
  const input = inputOf(state.basis, record);
  const effect = orderEffects(setting, before, input)(seat, held);
  if (seesAllTrust(state, viewer)) return answered<'effect'>(effect);
  // The effects of the order would give away the trust between the two states it touched.
  const known = worldKnownTo(setting, before, ownIndexOf(state, viewer));
  const { world } = orderEffects(setting, known, input)(seat, held);
  return answered<'effect'>({ you: effect.you, world });
}

/** What a broken word did to the dial: told to those who may read the promise, from the world as they know it. */
function brokenWordIn(
  state: SessionState,
  viewer: Viewer,
  round: number,
  seat: SeatId,
): Answer<'brokenWord'> {
  const record = state.rounds[round - 1];
  if (record === undefined) return refused('unknownRound');
  const before = at(state.roundStarts, round - 1);
  const { setting } = state.basis;
  const known = seesAllTrust(state, viewer)
    ? before
    : worldKnownTo(setting, before, ownIndexOf(state, viewer));
  const readsAll = state.phase.name === 'ended' || viewer.kind === 'participantAfterEnd';
  const cost = worldCostOf(state, record, known, seat, { seat: ownSeatOf(viewer), readsAll });
  return cost === null ? refused('notYours') : answered<'brokenWord'>(cost);
}
