import { beforeAll, expect, test } from 'vitest';
import { en } from '../../client/text/en.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { keepingSentences } from '../../client/screens/privacy/privacySentences.ts';
import { talkSentences } from '../../client/screens/replay/talkSentence.ts';
import { at } from '#shared/lib/at.ts';
import { replay } from '#shared/log/replay.ts';
import { viewFor } from '#shared/session/view.ts';
import { UNDO_DAYS } from '#shared/wire/retention.ts';
import { copyOf } from '#shared/log/copyOf.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { NewSession } from '../../server/store/sessionStore.ts';
import { writtenText } from '../../server/store/sessionTexts.ts';
import { lineSchema } from '#shared/log/line.ts';
import { sampleSession } from '../store/sampleLines.ts';
import { parsed } from '../log/playedLog.ts';
import { archipelago, Bench, delegateAt, host, started, timed } from './liveTable.ts';

const DAY_MS = 86_400_000;
const SECRET = 'between the two of us';

/** A third person's copy of a session in which two others spoke in private. */
async function copyOfThird(opens: boolean): Promise<string> {
  const bench = new Bench();
  const options = opens ? { ...timed, privateTalkOpens: true as const } : timed;
  const session = await bench.sessions.create({ scenario: archipelago(), options });
  const seats = session.state.seats.map(({ id }) => id);
  const [one, two, three] = [at(seats, 0), at(seats, 1), at(seats, 2)];
  await started(session);
  await session.submit(host, 'next', { type: 'closePhase', because: 'host' });
  const { ref: text, text: words } = writtenText(SECRET);
  const channel = { kind: 'bilateral', with: two } as const;
  const say = { type: 'say', channel, text, phrase: null, mentions: [] } as const;
  const said = await session.submit(delegateAt(one), 'say', say, undefined, { text: words });
  expect(said).toMatchObject({ ok: true });
  await session.submit(host, 'end', { type: 'endSession' });
  const kept = await bench.store.read(session.id);
  const lines = kept.map((line) => lineSchema.parse(JSON.parse(line.text)));
  const texts = await bench.store.texts(session.id);
  await bench.sessions.close();
  const reader = { kind: 'participant', delegate: `d-${three}` } as const;
  return copyOf({ header: session.header, lines, kept, texts }, { status: 'ended' }, reader);
}

/** The text of the spoken line in the third person's replay, and the words of private talk that they see at the end. */
function shown(copy: string): { readonly line: string | null; readonly words: readonly (string | null)[] } {
  const log = parsed(copy);
  const { states } = replay(log);
  const place = log.lines.findIndex(({ command }) => command.type === 'say');
  const texts = new Map(log.texts.map(({ id, value }) => [id, value]));
  const seat = at(log.header.seats, 2);
  const viewAt = (index: number) =>
    viewFor(at(states, index), { kind: 'participantAfterEnd', seat }, (id) => texts.get(id) ?? null);
  const event = log.lines[place]?.events.find(({ type }) => type === 'said');
  if (event?.type !== 'said') throw new Error('nobody spoke');
  return {
    line: talkSentences.said(viewAt(place + 1), event, false),
    words: (viewAt(states.length - 1).own?.messages ?? []).map(({ text }) => text),
  };
}

let [opened, closed] = ['', ''];
beforeAll(async () => {
  await fetchWords('en');
  chooseLanguage('en');
  [opened, closed] = [await copyOfThird(true), await copyOfThird(false)];
});

/** How long sessions are kept, by a store's answers at a time after their last entry. */
async function isOver(over: Partial<NewSession>, afterMs: number, deleted = false): Promise<boolean> {
  const store = memoryStore();
  await store.create(sampleSession('s', 'AAAAAA', over));
  if (deleted) await store.setDeleted('s', 1);
  const found = await store.expired(1 + afterMs);
  await store.close();
  return found.length === 1;
}

interface Promised {
  /** The sentence as a screen shows it. */
  readonly said: string;
  readonly kept: () => Promise<void> | void;
}

/** Each promise of the form, the join page, the channels and the page on privacy, with the test that it is kept. */
const promised: Readonly<Record<string, Promised>> = {
  'the form: private talk opens': {
    said: en.opening.more.privateTalkNote,
    kept: () => expect(shown(opened).words).toEqual([SECRET]),
  },
  'the join page: private talk opens': {
    said: en.shell.join.privateOpens,
    kept: () => {
      expect(opened).toContain(SECRET);
      expect(shown(opened).line).toContain(SECRET);
    },
  },
  'a channel where it opens': {
    said: en.talk.recordOpens,
    kept: () => expect(opened).toContain(SECRET),
  },
  'a channel where it stays private': {
    said: en.talk.record,
    kept: () => {
      expect(closed).not.toContain(SECRET);
      expect(shown(closed)).toEqual({ line: en.talk.said.inPrivate, words: [] });
    },
  },
  'the join page: kept until the host deletes it': {
    said: en.shell.join.keptForever,
    kept: async () => expect(await isOver({ keepDays: null }, 9000 * DAY_MS)).toBe(false),
  },
  'the join page: deleted after days': {
    said: en.shell.join.keptDays(30),
    kept: async () => {
      expect(await isOver({ keepDays: 30 }, 30 * DAY_MS - 1)).toBe(false);
      expect(await isOver({ keepDays: 30 }, 30 * DAY_MS)).toBe(true);
    },
  },
  'privacy: practice goes after a day': {
    said: en.privacy.long.practice,
    kept: async () => {
      expect(await isOver({ practice: true }, DAY_MS - 1)).toBe(false);
      expect(await isOver({ practice: true }, DAY_MS)).toBe(true);
    },
  },
  'privacy: a deletion can be taken back for a while': {
    said: en.privacy.long.deleted(UNDO_DAYS),
    kept: async () => {
      expect(await isOver({}, UNDO_DAYS * DAY_MS - 1, true)).toBe(false);
      expect(await isOver({}, UNDO_DAYS * DAY_MS, true)).toBe(true);
    },
  },
};

for (const [where, { said, kept }] of Object.entries(promised))
  test(`${where}: ${said}`, async () => {
    expect(said.length).toBeGreaterThan(10);
    await kept();
  });

test('the page on privacy says what the settings in force are', () => {
  const { long } = en.privacy;
  const here = { publicUrl: null, backupsBeside: true, setAside: false };
  expect(keepingSentences({ ...here, keepDays: null, backsUp: false })).toEqual([
    long.forever,
    long.deleted(UNDO_DAYS),
    long.erased,
    long.practice,
    long.noBackups,
    long.setAside(false),
  ]);
  const set = keepingSentences({ ...here, keepDays: 90, backsUp: true });
  expect([set[0], set[4]]).toEqual([long.days(90), long.backups(true)]);
});
