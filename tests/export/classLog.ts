import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import type { SpokenProposal, TalkMove } from '#shared/session/vocabulary/moves.ts';
import { codedTalk } from '#shared/session/vocabulary/codedTalk.ts';
import { questionsOf, rightAnswers } from '#shared/session/vocabulary/quiz.ts';
import { at } from '#shared/lib/at.ts';
import { Scribe } from '../log/scribe.ts';
import { delegateOf, host } from '../session/table.ts';

/** What people typed into fields for names; none of it may be in an export without names. */
export const typedNames: Readonly<Record<string, string>> = {
  aurelia: 'Annemarie Verweij',
  meridia: '=HYPERLINK("http://evil.example","王小明")',
  concordia: '欧阳娜娜',
};

/** What was said and written in the class. */
export const spoken = {
  formula: '=1+2',
  wideFormula: '＝SUM(A1:A9)',
  command: '+cmd|"/c calc"!A1',
  chinese: '我们同意，一起“加入”共同规则。',
  lines: 'One line, "quoted",\nand another; 第二行',
  private: 'Between us: the northern cable.',
  erased: 'Words that were erased.',
  help: 'Which card answers a restriction?',
  answer: 'Dialogue does.',
  pulse: '@relieved',
  shared: 'I understood why trust falls.',
  unshared: 'I was ashamed of the second round.',
  event: '-Storm over the strait\nTwo cables are cut. 两条海缆中断。',
  marked: 'Here Aurelia turns. 奥雷利亚转向',
  markedForHost: 'Ask the shy one.',
  charter: '北方圈\nWe build together.',
} as const;

const plenary: Channel = { kind: 'plenary' };
const commit = { does: 'act', action: 'commit', target: null } as const;
const dialogue = { does: 'act', action: 'dialogue', target: 'meridia' } as const;
const offer: SpokenProposal = { kind: 'offer', to: 'meridia', ifYou: commit, thenWe: dialogue, byRound: 1 };

/**
 * The record of a class in which everything an export tells happens: people with names, talk in public and private, moves, an
 * offer agreed to, agreements, orders, bets, expectations, the host's event, a step back, quiz, survey and debrief.
 */
export function classLog(options: Partial<SessionOptions> = {}): string {
  const scribe = new Scribe({ survey: true, ...options });
  const seats = scribe.state.seats.map(({ id }) => id);
  for (const seat of seats) join(scribe, seat);
  scribe.give(host, { type: 'startSession' });
  const written = {
    from: 'host',
    text: scribe.text(spoken.event),
    effects: [{ kind: 'opacity', amount: 20_000 }],
  } as const;
  scribe.give(host, { type: 'injectEvent', what: written, when: 'now' });
  goTo(scribe, 'negotiation');
  talk(scribe);
  agree(scribe);
  goTo(scribe, 'decision');
  sealFirst(scribe);
  for (const words of [spoken.marked, spoken.markedForHost, 'A slip of the finger.'])
    scribe.give(host, { type: 'setBookmark', text: scribe.text(words) });
  scribe.give(host, { type: 'removeBookmark', number: 3 });
  goTo(scribe, 'reveal');
  // The second round is played, taken back and played again.
  goTo(scribe, 'decision');
  scribe.give(delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'localize' } });
  say(scribe, 'aurelia', plenary, 'In the attempt that does not count.');
  goTo(scribe, 'reveal');
  scribe.give(host, { type: 'stepBack' });
  goTo(scribe, 'decision');
  const restricts = { action: 'restrict', targets: ['meridia'] } as const;
  scribe.give(delegateOf('aurelia'), { type: 'sealOrders', order: restricts });
  scribe.give(delegateOf('meridia'), { type: 'sealOrders', order: { action: 'join-exclusive' } });
  goTo(scribe, 'reveal');
  scribe.give(host, { type: 'endSession' });
  debrief(scribe, seats);
  scribe.erase(spoken.erased);
  return scribe.log();
}

function join(scribe: Scribe, seat: string): void {
  const typed = typedNames[seat];
  const name = typed === undefined ? null : scribe.text(typed);
  scribe.give(delegateOf(seat), { type: 'takeSeat', seat, delegate: `person-${seat}`, name });
  scribe.give(delegateOf(seat), { type: 'answerSurvey', text: scribe.text('1 3 5') });
  const question = at(questionsOf(7), 0);
  scribe.give(delegateOf(seat), { type: 'answerQuiz', question, answer: rightAnswers[question] });
}

function goTo(scribe: Scribe, phase: string): void {
  do scribe.give(host, { type: 'closePhase', because: 'host' });
  while (scribe.state.phase.name !== phase);
}

function say(scribe: Scribe, seat: string, channel: Channel, words: string): void {
  const text = scribe.text(words);
  scribe.give(delegateOf(seat), { type: 'say', channel, text, phrase: null, mentions: [] });
}

function move(scribe: Scribe, seat: string, made: TalkMove): void {
  const said: CommandOf<'say'> = {
    type: 'say',
    channel: plenary,
    text: null,
    phrase: null,
    mentions: [],
    move: made,
  };
  scribe.give(delegateOf(seat), said);
}

function talk(scribe: Scribe): void {
  for (const words of [spoken.formula, spoken.wideFormula, spoken.command, spoken.chinese, spoken.lines])
    say(scribe, 'aurelia', plenary, words);
  say(scribe, 'aurelia', plenary, spoken.erased);
  say(scribe, 'aurelia', { kind: 'bilateral', with: 'meridia' }, spoken.private);
  move(scribe, 'aurelia', offer);
  move(scribe, 'meridia', { kind: 'agree', to: 'aurelia', about: offer });
  const coded = scribe.text(codedTalk({ kind: 'ask', to: 'concordia', deed: commit, round: 1 }));
  const channel = { kind: 'bilateral', with: 'concordia' } as const;
  scribe.give(delegateOf('meridia'), {
    type: 'say',
    channel,
    text: coded,
    phrase: null,
    mentions: [],
    coded: true,
  });
  scribe.give(delegateOf('concordia'), { type: 'raiseHand', text: scribe.text(spoken.help), raised: true });
  const answer = scribe.text(spoken.answer);
  scribe.give(host, { type: 'answerHand', delegate: 'person-concordia', text: answer });
}

/** One agreement is signed and will be kept once and broken once; another stays an offer. */
function agree(scribe: Scribe): void {
  const terms = {
    clauses: [{ kind: 'mutualRestraint' }],
    force: 'pledge',
    fromRound: 1,
    untilRound: 3,
  } as const;
  const parties = ['aurelia', 'meridia'];
  scribe.give(delegateOf('aurelia'), { type: 'proposeAgreement', parties, secrecy: 'secret', terms });
  const agreement = scribe.state.agreements[0]?.id ?? '';
  scribe.give(delegateOf('meridia'), { type: 'signAgreement', agreement, wording: 1 });
  scribe.give(delegateOf('concordia'), {
    type: 'proposeAgreement',
    parties: ['concordia', 'aurelia'],
    secrecy: 'public',
    terms: { ...terms, clauses: [{ kind: 'refrain', action: 'restrict', against: 'anyone' }] },
  });
}

function sealFirst(scribe: Scribe): void {
  const expects = { seat: 'meridia', family: 'securitize' } as const;
  const order = { action: 'dialogue', targets: ['meridia'] } as const;
  scribe.give(delegateOf('aurelia'), { type: 'sealOrders', order, expects });
  scribe.give(delegateOf('meridia'), { type: 'sealOrders', order: { action: 'commit' } });
  scribe.give(delegateOf('aurelia'), { type: 'betOnDial', band: 4 });
}

function debrief(scribe: Scribe, seats: readonly string[]): void {
  scribe.give(host, { type: 'setDebriefStep', step: 'leave' });
  scribe.give(delegateOf('aurelia'), { type: 'givePulse', text: scribe.text(spoken.pulse) });
  scribe.give(host, { type: 'showBookmark', number: 1, shown: true });
  scribe.give(host, { type: 'setDebriefStep', step: 'question' });
  for (const seat of seats)
    scribe.give(delegateOf(seat), { type: 'answerSurvey', text: scribe.text('2 3 4') });
  scribe.give(host, { type: 'setDebriefStep', step: 'reflect' });
  const [shared, own] = [scribe.text(spoken.shared), scribe.text(spoken.unshared)];
  scribe.give(delegateOf('aurelia'), { type: 'writeReflection', text: shared, shared: true });
  scribe.give(delegateOf('meridia'), { type: 'writeReflection', text: own });
}
