import { describe, expect, test } from 'vitest';
import { type CopyReader, textsInCopy } from '#shared/log/copyTexts.ts';
import { type LogLine, lineSchema } from '#shared/log/line.ts';
import { namedText } from '#shared/log/namedText.ts';
import { commandSchema } from '#shared/session/vocabulary/commands.ts';
import { parsed } from './playedLog.ts';
import { debriefedLog } from './debriefedLog.ts';

const ref = (id: string) => ({ id, digest: 'd'.repeat(64) });

/** The words of each kind of command: a new command with a text must be added, or the last test fails. */
const samples: readonly unknown[] = [
  { type: 'takeSeat', seat: 'aurelia', delegate: 'ann', name: ref('t') },
  { type: 'waitForSeat', delegate: 'ann', name: ref('t') },
  { type: 'charterBloc', bloc: 1, policy: 'open', noticeRounds: 0, text: ref('t') },
  { type: 'raiseHand', raised: true, text: ref('t') },
  { type: 'answerHand', delegate: 'ann', text: ref('t') },
  { type: 'say', channel: { kind: 'plenary' }, text: ref('t'), phrase: null, mentions: [] },
  { type: 'injectEvent', what: { from: 'host', text: ref('t'), effects: [] }, when: 'now' },
  { type: 'givePulse', text: ref('t') },
  { type: 'answerSurvey', text: ref('t') },
  { type: 'writeReflection', text: ref('t') },
  { type: 'setBookmark', text: ref('t') },
  { type: 'noteBookmark', number: 1, text: ref('t') },
];

test('the copy finds the text of every command that can name one', () => {
  for (const sample of samples) expect(namedText(commandSchema.parse(sample))?.id).toBe('t');
  const worded = commandSchema.options
    .filter((option) => JSON.stringify(shapeOf(option)).includes('digest'))
    .flatMap((option) => [...option.shape.type.values]);
  const known = samples.map((sample) => commandSchema.parse(sample).type);
  expect(new Set<string>(worded)).toEqual(new Set<string>(known));
});

/** The names of all fields in a schema. */
function shapeOf(schema: unknown, depth = 0): unknown {
  if (typeof schema !== 'object' || schema === null || depth > 12) return null;
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, part]) => [key, shapeOf(part, depth + 1)]),
    );
  if ('options' in schema && Array.isArray(schema.options))
    return schema.options.map((option) => shapeOf(option, depth + 1));
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return shapeOf(schema.unwrap(), depth + 1);
  return null;
}

const { header } = parsed(debriefedLog());
const message = { id: 1, round: 1, phase: 'negotiation', phrase: null, mentions: [] };
const ballot = { bloc: 1, kind: 'charter', seat: null, proposal: 1, yes: ['aurelia'] };
const terms = (text: string) => ({ policy: 'open', noticeRounds: 0, text: ref(text) });
const inject = (number: number, round: number, text: string) => ({
  type: 'eventInjected',
  number,
  round,
  given: 1,
  event: { id: 'written', effects: [] },
  text: ref(text),
});
const bookmark = (number: number, text: string) => ({
  type: 'bookmarkSet',
  number,
  round: 2,
  phase: 'briefing',
  text: ref(text),
});
const note = (type: string, delegate: string, text: string, over: object = {}) => ({
  type,
  seat: 'aurelia',
  delegate,
  text: ref(text),
  ...over,
});

/** Ann and Bo sit at Aurelia, Cy at Meridia, Di at Concordia; Bo moves to Concordia. Events of every kind with a text. */
const events: readonly object[] = [
  { type: 'seatTaken', seat: 'aurelia', delegate: 'ann', name: ref('name ann') },
  { type: 'seatTaken', seat: 'aurelia', delegate: 'bo', name: null },
  { type: 'seatTaken', seat: 'meridia', delegate: 'cy', name: null },
  { type: 'waitingJoined', delegate: 'di', name: ref('name di') },
  { type: 'delegatePlaced', delegate: 'di', seat: 'concordia' },
  { type: 'phaseOpened', phase: 'negotiation', round: 1, seconds: null },
  {
    type: 'said',
    ...message,
    channel: { kind: 'plenary' },
    seat: 'aurelia',
    delegate: 'ann',
    to: null,
    text: ref('public'),
  },
  {
    type: 'said',
    ...message,
    channel: { kind: 'bilateral', with: 'meridia' },
    seat: 'aurelia',
    delegate: 'ann',
    to: ['aurelia', 'meridia'],
    text: ref('between'),
  },
  { type: 'delegateMoved', delegate: 'bo', from: 'aurelia', seat: 'concordia' },
  {
    type: 'said',
    ...message,
    channel: { kind: 'delegation' },
    seat: 'aurelia',
    delegate: 'ann',
    to: ['aurelia'],
    text: ref('at home'),
  },
  { type: 'ballotCast', ballot: { ...ballot, terms: terms('proposed') } },
  { type: 'charterAdopted', charter: { bloc: 1, round: 1, proposal: 1, ...terms('adopted') } },
  { type: 'handRaised', seat: 'meridia', delegate: 'cy', text: ref('help') },
  { type: 'handLowered', seat: 'meridia', delegate: 'cy', by: 'host', answer: ref('helped') },
  inject(1, 1, 'now'),
  inject(2, 2, 'later'),
  inject(3, 3, 'never'),
  inject(4, 2, 'cancelled'),
  { type: 'injectCancelled', number: 4, round: 2 },
  { type: 'phaseOpened', phase: 'briefing', round: 2, seconds: null },
  note('surveyAnswered', 'ann', 'survey', { when: 'before' }),
  note('pulseGiven', 'ann', 'pulse first'),
  note('pulseGiven', 'ann', 'pulse'),
  note('reflectionWritten', 'ann', 'reflection'),
  note('reflectionWritten', 'bo', 'shared first'),
  note('reflectionWritten', 'bo', 'shared', { shared: true }),
  bookmark(1, 'marked first'),
  bookmark(2, 'marked and shown first'),
  bookmark(3, 'removed'),
  bookmark(4, 'shown and hidden'),
  { type: 'bookmarkNoted', number: 1, text: ref('marked') },
  { type: 'bookmarkShown', number: 2, shown: true },
  { type: 'bookmarkNoted', number: 2, text: ref('marked and shown') },
  { type: 'bookmarkRemoved', number: 3 },
  { type: 'bookmarkShown', number: 4, shown: true },
  { type: 'bookmarkShown', number: 4, shown: false },
];

const lines: readonly LogLine[] = events.map((event, index) =>
  lineSchema.parse({
    seq: index + 1,
    at: 0,
    actor: { kind: 'server' },
    key: `k${index}`,
    command: { type: 'startSession' },
    events: [event],
    hash: 'a'.repeat(64),
  }),
);

const copyFor = (reader: CopyReader, over: object = {}): readonly string[] =>
  [
    ...textsInCopy({ header: { ...header, options: { ...header.options, ...over } }, lines }, reader),
  ].toSorted();
const person = (delegate: string): CopyReader => ({ kind: 'participant', delegate });
const everyones = [
  'name ann',
  'name di',
  'public',
  'proposed',
  'adopted',
  'now',
  'later',
  'marked and shown',
];

describe('a copy of a record holds exactly', () => {
  test.each([
    ['ann', ['between', 'at home', 'survey', 'pulse', 'reflection']],
    ['bo', ['between', 'shared']],
    ['cy', ['between', 'help', 'helped']],
    ['di', []],
    ['a stranger', []],
  ] as const)('for %s public texts, the texts they heard, and their own', (who, own) => {
    expect(copyFor(person(who))).toEqual([...everyones, ...own].toSorted());
  });

  test('for the host everything except private reflections and replaced texts', () => {
    const talk = ['between', 'at home', 'help', 'helped', 'never', 'cancelled'];
    const rest = [...talk, 'survey', 'pulse', 'shared', 'marked', 'shown and hidden'];
    expect(copyFor({ kind: 'host' })).toEqual([...everyones, ...rest].toSorted());
  });

  test('for whoever only watches the texts of everybody, and private talk where it opened', () => {
    expect(copyFor({ kind: 'watcher', names: true })).toEqual(everyones.toSorted());
    expect(copyFor({ kind: 'watcher', names: true }, { privateTalkOpens: true })).toEqual(
      [...everyones, 'between', 'at home'].toSorted(),
    );
  });

  test('for whoever has a link without names the same, without names', () => {
    const nameless = everyones.filter((text) => !text.startsWith('name '));
    expect(copyFor({ kind: 'watcher', names: false })).toEqual(nameless.toSorted());
  });

  test('private talk too where the session was opened so', () => {
    expect(copyFor(person('di'), { privateTalkOpens: true })).toEqual(
      [...everyones, 'between', 'at home'].toSorted(),
    );
  });
});

test('reflections of older records, which know no choice, are their writers’ alone', () => {
  const log = parsed(debriefedLog());
  const written = log.lines.flatMap(({ command }) =>
    command.type === 'writeReflection' ? [command.text?.id ?? ''] : [],
  );
  expect(written).toHaveLength(6);
  expect(written.filter((id) => textsInCopy(log, { kind: 'host' }).has(id))).toEqual([]);
  const mine = textsInCopy(log, person('person-aurelia'));
  expect(written.filter((id) => mine.has(id))).toHaveLength(1);
});
