import { describe, expect, test } from 'vitest';
import { membersOf } from '#shared/session/topics/blocRules.ts';
import { viewFor } from '#shared/session/view.ts';
import { sha256 } from '../../server/store/digest.ts';
import { parseLog } from '../../shared/log/parse.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { sealForBots } from '../../shared/run/playBots.ts';
import { sessionLogText } from '../../server/http/sessionLogText.ts';
import type { Identity } from '#shared/run/identity.ts';
import type { Reply } from '#shared/run/reply.ts';
import { commandFrom } from '../../server/rooms/requests.ts';
import { TalkLimit } from '#shared/run/talkLimit.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { atDecision, collectedLog, decidingTable, host } from './liveTable.ts';

/** Seats of bots that would sooner or later join a bloc. */
const joiners = ['indravar', 'straitport'];

const table = async (store = memoryStore(), bots: readonly string[] = []): Promise<LiveSession> =>
  decidingTable(store, bots, 'worst-case-planner');

let keys = 0;

/** Somebody proposes a charter; a bloc with one member adopts it at once. */
async function chartered(session: LiveSession, seat: string, bloc: number, text: string): Promise<Reply> {
  const who: Identity = { kind: 'delegate', session: 's1', seat, delegate: `d-${seat}` };
  const command = { type: 'charterBloc', bloc, policy: 'closed', noticeRounds: 0, text: null };
  return commandFrom(session, who, { key: `charter-key-${(keys += 1)}`, command, text }, new TalkLimit());
}

/** The camp with Aurelia as its only member. */
function campOf({ state }: LiveSession): number {
  const found = state.world.blocs.find(
    (bloc) => bloc.kind === 'exclusive' && membersOf(state, bloc).includes('aurelia'),
  );
  if (found === undefined) throw new Error('Aurelia is in no camp');
  return found.id;
}

/** The charter of Aurelia's camp, as everybody reads it. */
function readBy(session: LiveSession): readonly (string | null | undefined)[] {
  const { table: seen } = viewFor(session.state, { kind: 'observer' }, session.texts.textOf);
  const charter = seen.blocs.find(({ id }) => id === campOf(session))?.matters?.charter;
  return [charter?.name, charter?.text];
}

describe('the words of a charter', () => {
  test('are kept beside the log, cleaned, the first line as the name', async () => {
    const session = await table();
    const typed = ' The\u202E  <b>Circle</b>\u0007 \n\n\n\n\u200Bwe share\twhat we know ';
    expect(await chartered(session, 'aurelia', campOf(session), typed)).toMatchObject({ ok: true });
    expect(readBy(session)).toEqual(['The <b>Circle</b>', 'we share what we know']);
    expect(JSON.stringify(session.state.blocRules)).not.toContain('Circle');
  });

  test('are refused with a name if they are too long, and may not refer to an arbitrary text', async () => {
    const store = memoryStore();
    const session = await table(store);
    const camp = campOf(session);
    const tooLong = await chartered(session, 'aurelia', camp, '字'.repeat(501));
    expect(tooLong).toEqual({ ok: false, refusal: { code: 'textTooLong' } });
    const who: Identity = { kind: 'delegate', session: 's1', seat: 'aurelia', delegate: 'd-aurelia' };
    const text = { id: 'not-mine', digest: '0'.repeat(64) };
    const command = { type: 'charterBloc', bloc: camp, policy: 'open', noticeRounds: 0, text };
    const stolen = await commandFrom(session, who, { key: 'stolen-key', command }, new TalkLimit());
    expect(stolen).toEqual({ ok: false, undelivered: 'malformed' });
    expect(session.state.blocRules.charters).toEqual([]);
    expect(await store.texts(session.id)).toEqual([]);
  });

  test('leave nothing behind if a rule refused', async () => {
    const store = memoryStore();
    const session = await table(store);
    const refused = await chartered(session, 'meridia', campOf(session), 'Not ours');
    expect(refused).toEqual({ ok: false, refusal: { code: 'notInBloc' } });
    expect(await store.texts(session.id)).toEqual([]);
  });

  test('can be erased; the charter stays, and the chain still verifies', async () => {
    const store = memoryStore();
    const session = await table(store);
    await chartered(session, 'aurelia', campOf(session), 'To be forgotten');
    await session.texts.erase(session.state.blocRules.charters[0]?.text?.id ?? '');
    expect(readBy(session)).toEqual([null, null]);
    expect(session.state.blocRules.charters[0]?.policy).toBe('closed');
    const text = await sessionLogText(store, session, { kind: 'host' });
    expect(text).not.toContain('forgotten');
    const log = parseLog(text);
    if (!log.ok) throw new Error(log.failure.what);
    expect(verifyLog(log.value, sha256).ok).toBe(true);
  });
});

/** Plays three rounds in which only the bots act; returns the blocs that the bots have joined, and the server's log. */
async function playedByBots(isClosed: boolean): Promise<{ joined: number; refused: number }> {
  const session = await table(memoryStore(), joiners);
  const log = collectedLog();
  const standing = session.state.world.blocs.map(({ id }) => id);
  if (isClosed) await closeAll(session);
  for (let round = 1; round <= 3; round += 1) {
    await atDecision(session);
    await sealForBots(session, ({ refusal }) => log.warn(refusal));
    await session.submit(host, `close-${round}`, { type: 'closePhase', because: 'host' });
  }
  const { blocs } = session.state.world;
  const joined = blocs
    .filter((bloc) => standing.includes(bloc.id))
    .flatMap((bloc) => membersOf(session.state, bloc))
    .filter((seat) => joiners.includes(seat)).length;
  return { joined, refused: log.lines.length };
}

/** Every bloc closes itself, by the votes of its members. */
async function closeAll(session: LiveSession): Promise<void> {
  for (const bloc of session.state.world.blocs) {
    const [first = '', ...others] = membersOf(session.state, bloc);
    await chartered(session, first, bloc.id, 'Closed');
    for (const seat of others) {
      const who: Identity = { kind: 'delegate', session: 's1', seat, delegate: `d-${seat}` };
      const command = { type: 'voteCharter', bloc: bloc.id, proposal: 1 };
      await commandFrom(session, who, { key: `vote-key-${(keys += 1)}`, command }, new TalkLimit());
    }
  }
  expect(session.state.blocRules.charters).toHaveLength(session.state.world.blocs.length);
}

test('bots join no bloc that is closed, and want nothing that is refused', async () => {
  expect((await playedByBots(false)).joined).toBeGreaterThan(0);
  expect(await playedByBots(true)).toEqual({ joined: 0, refused: 0 });
});
