import { actionIds } from '../../model/actions.ts';
import { roundPhases } from '../../session/vocabulary/phases.ts';
import { plainReasons } from '../../session/vocabulary/moves.ts';
import { phraseIds } from '../../session/vocabulary/talk.ts';
import {
  line,
  maybe,
  wordOf,
  person,
  seat,
  session,
  declareTable,
  text,
  time,
  to,
  toSeat,
  whole,
  yes,
} from '../fields.ts';

const message = whole('The message, by its number in the session, from 1.', '发言编号，从 1 开始。', {
  least: 1,
});
const spokenIn = whole('The round in which it was said.', '发言所在的轮次。', { least: 1 });

/** The kinds of move; the compiler holds them against the vocabulary where rows are made. */
const moveKinds = [
  'announce',
  'offer',
  'ask',
  'warn',
  'question',
  'reason',
  'reproach',
  'amends',
  'agree',
  'refuse',
  'undecided',
  'thank',
  'report',
  'expect',
] as const;

/** Everything that was said. */
export const messages = declareTable({
  name: 'messages',
  title: { en: 'Messages', zh: '发言' },
  row: {
    en: 'One thing that was said, also in rounds that were played again. The words of private talk are there only if the session promised that private talk opens, and has ended; erased words are not.',
    zh: '一次发言，包括后来重来的轮次。私下谈话的文字只有在本局约定结束后公开且已结束时才有；已抹除的文字没有。',
  },
  fields: {
    session,
    message,
    line,
    at: time('When it was kept.', '记录时间。'),
    round: spokenIn,
    phase: wordOf(roundPhases, 'The phase of the round.', '所处的阶段。'),
    stands: yes(
      'False for what was said in an attempt at a round that was stepped back over.',
      '若所在的轮次后来重来，则为 false。',
    ),
    channel: wordOf(
      ['plenary', 'bilateral', 'bloc', 'delegation', 'communique', 'announcement'],
      'Where it was said.',
      '频道。',
    ),
    seat: maybe(text('The state that spoke; empty for the host.', '发言的国家；主持人则为空。')),
    person: maybe(person),
    with: maybe(text('The other state of a talk between two.', '双边谈话的另一国。')),
    bloc: maybe(whole('The bloc whose members heard it.', '听到发言的圈子。', { least: 1 })),
    hearers: maybe(whole('How many states heard it; empty: everybody.', '听到的国家数；空表示所有人。')),
    text: maybe(text('The words.', '文字。')),
    phrase: maybe(wordOf(phraseIds, 'The set phrase.', '常用语。')),
    is_move: yes('Whether it is a move, and the table moves has it.', '是否为句式（见 moves 表）。'),
  },
  key: ['session', 'message'],
  references: [to.session, to.seat, to.person, toSeat('with')],
});

const deed = (en: string, zh: string) => ({
  does: maybe(wordOf(['act', 'refrain'], `${en}: to do it, or not to.`, `${zh}：做或不做。`)),
  action: maybe(wordOf(actionIds, `${en}: the action.`, `${zh}：行动。`)),
  target: maybe(text(`${en}: the state it is aimed at.`, `${zh}：对象国。`)),
});
const spoken = deed('What it speaks of', '所说之事');
const condition = deed('The condition of an offer or a warning', '提议或警告的条件');

/** Moves of negotiation as data. */
export const moves = declareTable({
  name: 'moves',
  title: { en: 'Moves', zh: '句式' },
  row: {
    en: 'One move: who asked, offered, warned or answered, to whom, and what came of it. Private moves as in the table messages.',
    zh: '一个句式：谁请求、提议、警告或回应了谁，结果如何。私下的句式与 messages 表同样处理。',
  },
  fields: {
    session,
    message,
    round: spokenIn,
    seat,
    kind: wordOf(moveKinds, 'The kind of move.', '句式的种类。'),
    to: maybe(text('The state it was said to; empty: to all who heard it.', '对谁说；空表示所有听到的人。')),
    does: spoken.does,
    action: spoken.action,
    target: spoken.target,
    by_round: maybe(whole('The round in or by which.', '所指的轮次或期限。', { least: 1 })),
    if_does: condition.does,
    if_action: condition.action,
    if_target: condition.target,
    about: maybe(wordOf(moveKinds, 'The kind of move that is answered.', '所回应的句式种类。')),
    reason: maybe(wordOf([...plainReasons, 'fact', 'promised'], 'The reason that is given.', '所给的理由。')),
    fact: maybe(text('The fact that is named, as JSON.', '所引的事实，JSON 格式。')),
    answer: maybe(
      wordOf(
        ['agree', 'refuse', 'undecided'],
        'How the state it was said to first answered it.',
        '对方的第一次答复。',
      ),
    ),
    answer_message: maybe(whole('The message of that answer.', '该答复的发言编号。', { least: 1 })),
    if_done: maybe(yes('Whether the condition was met by then.', '条件是否在期限前满足。')),
    done: maybe(
      yes(
        'Whether it was done then: by the speaker, or by who was asked or expected to.',
        '所说之事是否做到：由说话者，或由被请求、被预期者。',
      ),
    ),
  },
  key: ['session', 'message'],
  references: [
    to.message,
    to.seat,
    toSeat('to'),
    toSeat('target'),
    toSeat('if_target'),
    { fields: ['session', 'answer_message'], table: 'messages' },
  ],
});
