import { expect, test, vi } from 'vitest';
import { parseLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { giveCommand } from '#shared/run/giveCommand.ts';
import { startPractice } from '#shared/run/practice.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { LocalTable, type TableAround } from '../../client/local/localTable.ts';
import { sha256 } from '../../server/store/digest.ts';
import { checkedRecord } from '../../server/store/importedRecord.ts';
import { archipelago, Bench, delegateAt, practice } from '../server/liveTable.ts';

const SEAT = 'meridia';
const PERSON = delegateAt(SEAT, 'somebody');

/** A device whose clock stands still. */
function device(): TableAround {
  let texts = 0;
  return {
    digest: sha256,
    timeOfDay: () => 1_000_000,
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    newText: () => {
      texts += 1;
      return { id: `text-${texts}`, salt: `salt-${texts}` };
    },
  };
}

const opening = {
  scenario: archipelago(),
  plan: practice.plan,
  seat: SEAT,
  openDeck: false,
  seed: 7,
  delegate: 'somebody',
  build: 'test',
} as const;

function orderOf(round: number): Order {
  return round % 2 === 0 ? HOLD : { action: 'dialogue', targets: ['aurelia'] };
}

const talk: Command = {
  type: 'say',
  channel: { kind: 'bilateral', with: 'aurelia' },
  text: null,
  phrase: 'proposeDialogue',
  mentions: [],
};

/** A command of the person, and the number of lines before it. */
interface Act {
  readonly after: number;
  readonly command: Command;
}

/** Plays a table to its end: says something in private, seals, and goes on, each time when the bots have done what they wanted. */
async function played(acts: Act[] = []): Promise<LocalTable> {
  const table = await LocalTable.open(opening, device());
  const [told, refused] = [vi.fn(), vi.fn()];
  table.run(told, refused);
  const act = async (command: Command): Promise<void> => {
    await vi.waitFor(() => expect(table.isSettled).toBe(true));
    acts.push({ after: log(table.record()).lines.length, command });
    expect(await table.give(`a-command-${acts.length}`, command, null)).toMatchObject({ ok: true });
  };
  while (table.view().table.phase !== 'ended') {
    const { phase, round } = table.view().table;
    if (phase === 'decision') {
      await act(talk);
      await act({ type: 'sealOrders', order: orderOf(round) });
      await vi.waitFor(() => expect(table.view().table.phase).not.toBe('decision'));
    } else await act({ type: 'closePhase', because: 'host' });
  }
  expect(refused).not.toHaveBeenCalled();
  table.stop();
  return table;
}

test('a practice session on a device is the one that a server runs, line by line', async () => {
  const acts: Act[] = [];
  const table = await played(acts);
  const bench = new Bench();
  const session = await bench.sessions.create({ scenario: archipelago(), options: practice, seed: 7 });
  bench.connected.add(SEAT);
  const sitting = { type: 'takeSeat', seat: SEAT, delegate: 'somebody', name: null } as const;
  await session.submit(PERSON, 'sit', sitting);
  await startPractice(session, 'somebody');
  for (const { after, command } of acts) {
    await vi.waitFor(() => expect(session.headSeq).toBe(after));
    const given = { actor: actorOf(command), key: `again-${after}`, command, typed: null };
    expect(await giveCommand(session, new TalkLimit(), given)).toMatchObject({ ok: true });
  }
  await vi.waitFor(() => expect(session.state.phase.name).toBe('ended'));
  const served = (await bench.store.read(session.id)).map(({ text }) => eventsOf(JSON.parse(text)));
  expect(served).toEqual(log(table.record()).lines.map(eventsOf));
  expect(served.length).toBeGreaterThan(60);
  await bench.sessions.close();
});

test('a saved copy is a sound record, fit for a library, with this person’s private words and the bots’ to them', async () => {
  const table = await played();
  const copy = table.copy();
  const { texts, ...rest } = log(copy ?? '');
  expect(verifyLog({ ...rest, texts }, sha256)).toMatchObject({ ok: true });
  expect(checkedRecord(copy ?? '')).toMatchObject({
    ok: true,
    value: { status: 'ended', row: { practice: true } },
  });
  expect(texts.length).toBeGreaterThan(4);
  const heard = rest.lines.flatMap(({ command }) => (command.type === 'say' ? [command.channel] : []));
  expect(heard.length).toBeGreaterThan(4);
});

test('a table goes on from its record, where it stood', async () => {
  const around = device();
  const first = await LocalTable.open(opening, around);
  first.run(() => undefined, vi.fn());
  await vi.waitFor(() => expect(first.view().table.seats.filter(({ sealed }) => sealed)).toHaveLength(5));
  first.stop();
  expect(first.copy(), 'no copy before the end').toBeNull();
  const again = LocalTable.goOn(first.record(), around);
  expect(again.view()).toEqual(first.view());
  const told = vi.fn();
  again.run(told, vi.fn());
  await again.give('seal-it-1', { type: 'sealOrders', order: orderOf(1) }, null);
  await vi.waitFor(() => expect(again.view().table.phase).toBe('reveal'));
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(log(again.record()).lines.slice(0, 3)).toEqual(log(first.record()).lines.slice(0, 3));
  again.stop();
});

test('the person of a table may give no command of others', async () => {
  const table = await LocalTable.open(opening, device());
  const notHere = { type: 'noteUsual', usual: { games: 1, now: {}, end: {}, low: {}, high: {} } } as const;
  expect(await table.give('a-command-1', notHere, null)).toEqual({
    ok: false,
    refusal: { code: 'notYourCommand' },
  });
});

function log(text: string) {
  const read = parseLog(text);
  if (!read.ok) throw new Error(`${read.failure.where}: ${read.failure.what}`);
  return read.value;
}

/** In practice the person also gives the host's commands. */
function actorOf(command: Command): Actor {
  return command.type === 'closePhase' ? { kind: 'host', host: 'somebody' } : PERSON;
}

/** What happened, without the ids of texts, which are drawn. */
function eventsOf(line: { readonly actor: unknown; readonly events: unknown }): unknown {
  const text = JSON.stringify({ actor: line.actor, events: line.events });
  return JSON.parse(text.replaceAll(/"(?:id|digest)":"(?:[^"]{12}|text-\d+|[0-9a-f]{64})"/g, '"ref":0'));
}
