import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { lineKeyOf, type SessionLog } from '#shared/log/line.ts';
import { replay } from '#shared/log/replay.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { type Branch, branchAsRecorded, forkAfter } from '#shared/run/branch.ts';
import { promisesInRound } from '#shared/session/findings/otherWay.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { timeFrom } from '../../server/lib/serverTime.ts';
import { LiveSession } from '../../server/live/session.ts';
import { sha256 } from '../../server/store/digest.ts';
import { checkedRecord } from '../../server/store/importedRecord.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { WhatIfDesk } from '../../client/source/whatIfDesk.ts';
import { parsed } from '../log/playedLog.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { Scribe } from '../log/scribe.ts';
import { collectedLog } from '../server/liveTable.ts';
import { delegateOf, host } from '../session/table.ts';
import { talkedLog } from './talkedLog.ts';

const text = await talkedLog();
const log = parsed(text);
const record = endOf(log);

function endOf(of: SessionLog): SessionState {
  const { states } = replay(of);
  return at(states, states.length - 1);
}

function branchOf(change: BranchChange, of: SessionLog = log): Branch {
  const branch = branchAsRecorded(of, change, sha256);
  if ('code' in branch) throw new Error(`no branch: ${branch.code}`);
  return branch;
}

const dial = ({ rounds }: SessionState): readonly number[] =>
  rounds.map(({ indicators }) => indicators.direction);
const happened = ({ rounds }: SessionState): readonly (readonly string[])[] =>
  rounds.map(({ events }) => events.map(({ event }) => event.id));

const withPromise = record.rounds.find(({ pledges }) => pledges.length > 0)?.round ?? 0;
const first = at(promisesInRound(record, withPromise), 0);
const changes: Readonly<Record<string, BranchChange>> = {
  'other orders': { round: 2, orders: { aurelia: HOLD } },
  'another event': { round: 2, orders: {}, event: 'cable-cut' },
  'no event': { round: 3, orders: {}, event: null },
  'an agreement that was never made': { round: withPromise, orders: {}, unmade: [first.agreement] },
  'a number of the rules': { round: 1, orders: {}, numbers: { eventProb: 1, lambda: 1.5 } },
  'two rounds by hand': {
    round: 2,
    orders: { aurelia: HOLD },
    hand: [{ round: 3, orders: { meridia: HOLD } }],
  },
};

describe.each(Object.entries(changes))('a branch with %s', (_name, change) => {
  const branch = branchOf(change);
  const branchText = branch.session.logText();

  it('is a log of its own that holds, and whose header says where it comes from', () => {
    const report = verifyLog(parsed(branchText), sha256);
    expect(report.firstFault).toBeNull();
    expect(report.checks.every(({ done }) => done)).toBe(true);
    expect(parsed(branchText).header.branch).toMatchObject({
      parent: at(log.lines, log.lines.length - 1).hash,
      change,
    });
  });

  it('has the same hash in a page', async () => {
    const question = { ask: 'branch', change, viewer: { kind: 'observer' } } as const;
    const heads: string[] = [];
    for await (const told of new WhatIfDesk(text).answers(question))
      if (told.is === 'branch') heads.push(told.head);
    expect(heads).toEqual([branch.session.headHash]);
  });

  it('has the same hash if a server runs it', async () => {
    expect(await headOnServer(parsed(branchText))).toBe(branch.session.headHash);
  });

  it('is not taken into a library', () => {
    expect(checkedRecord(branchText)).toMatchObject({
      ok: false,
      failure: { why: 'faulty', fault: { where: 'header' } },
    });
  });

  it('is as recorded before the first round that may differ, and changes something after', () => {
    const before = branch.fromRound - 1;
    expect(dial(branch.session.state).slice(0, before)).toEqual(dial(record).slice(0, before));
    expect(branch.session.state.rounds).not.toEqual(record.rounds);
  });
});

/** Gives every command of a log to a session of the server, at its time. */
async function headOnServer({ header, lines, texts }: SessionLog): Promise<string> {
  let now = header.created;
  const store = memoryStore();
  const row = {
    id: 's',
    code: 'AAAAAA',
    searchText: '',
    header: JSON.stringify(header),
    headerHash: header.hash,
  };
  await store.create({ ...row, created: header.created });
  const live = new LiveSession({
    id: 's',
    code: 'AAAAAA',
    header,
    lines: [],
    texts,
    store,
    log: collectedLog(),
    time: timeFrom(() => now),
  });
  for (const { actor, key, command, at: when } of lines) {
    now = when;
    const own = key.slice(lineKeyOf(actor, '').length);
    expect(await live.submit(actor, own, command)).toMatchObject({ ok: true });
  }
  const kept = await store.read('s', 0);
  return at(kept, kept.length - 1).hash;
}

describe('the event of a round', () => {
  it('is the one that was chosen, in that round alone', () => {
    const { state } = branchOf({ round: 2, orders: {}, event: 'cable-cut' }).session;
    expect(happened(state)).toEqual(happened(record).with(1, ['cable-cut']));
    const none = branchOf({ round: 2, orders: {}, event: null }).session.state;
    expect(happened(none)).toEqual(happened(record).with(1, []));
  });

  it('ends as the record does if it is the one that happened', () => {
    const round = happened(record).findIndex((ids) => ids.length === 1) + 1;
    const event = at(at(happened(record), round - 1), 0);
    expect(branchOf({ round, orders: {}, event }).session.state.rounds).toEqual(record.rounds);
  });

  it('takes the place of what the host brought in, too', () => {
    const scribe = new Scribe({ coverEmptySeats: false });
    for (const { id: seat } of scribe.state.seats)
      scribe.give(delegateOf(seat), { type: 'takeSeat', seat, delegate: `person-${seat}`, name: null });
    scribe.give(host, { type: 'startSession' });
    const close = (): void => scribe.give(host, { type: 'closePhase', because: 'host' });
    while (scribe.state.world.round < 1) close();
    scribe.give(host, { type: 'injectEvent', what: { from: 'deck', id: 'cable-cut' }, when: 'nextRound' });
    while (scribe.state.world.round < 3) close();
    const hosted = parsed(scribe.log('open'));
    expect(at(happened(endOf(hosted)), 1)).toContain('cable-cut');
    const { session, leftOut } = branchOf({ round: 2, orders: {}, event: 'leaders-summit' }, hosted);
    expect(happened(session.state)).toEqual(happened(endOf(hosted)).with(1, ['leaders-summit']));
    expect(leftOut).toEqual([]);
    expect(verifyLog(parsed(session.logText()), sha256).firstFault).toBeNull();
  });

  it('stays another one in a branch of the branch', () => {
    const one = branchOf({ round: 3, orders: {}, event: 'cable-cut' });
    const two = branchOf({ round: 2, orders: {}, event: null }, parsed(one.session.logText()));
    expect(happened(two.session.state)).toEqual(happened(record).with(1, []).with(2, ['cable-cut']));
  });
});

describe('a promise', () => {
  it('that was kept is broken, and judged so', () => {
    const kept = promisesInRound(record, withPromise).find(({ isKept, other }) => isKept && other !== null);
    if (kept === undefined || kept.other === null) throw new Error('no promise to break');
    const { state } = branchOf({ round: withPromise, orders: { [kept.seat]: kept.other } }).session;
    expect(outcomeOf(record, kept.agreement, withPromise)).toBe('kept');
    expect(outcomeOf(state, kept.agreement, withPromise)).toBe('breached');
  });

  it('that was broken is kept, and judged so', () => {
    const quarrel = parsed(quarrelLog());
    const [broken, ...more] = promisesInRound(endOf(quarrel), 3).filter(({ isKept }) => !isKept);
    expect(more).toEqual([]);
    expect(broken).toMatchObject({ seat: 'aurelia', other: HOLD });
    const { state } = branchOf({ round: 3, orders: { aurelia: HOLD } }, quarrel).session;
    expect(outcomeOf(endOf(quarrel), broken?.agreement ?? '', 3)).toBe('breached');
    expect(outcomeOf(state, broken?.agreement ?? '', 3)).toBe('kept');
  });

  it('that was never made leaves every other agreement as it was', () => {
    const { state } = branchOf({ round: withPromise, orders: {}, unmade: [first.agreement] }).session;
    const gone = record.agreements.find(({ id }) => id === first.agreement);
    const terms = (of: SessionState): readonly string[] =>
      of.agreements.map(({ proposer, parties, clauses }) => JSON.stringify([proposer, parties, clauses]));
    expect(terms(state)).not.toContain(JSON.stringify([gone?.proposer, gone?.parties, gone?.clauses]));
    expect(state.agreements.length).toBeLessThan(record.agreements.length);
    const pledges = (of: SessionState): number => at(of.rounds, withPromise - 1).pledges.length;
    expect(pledges(state)).toBeLessThan(pledges(record));
  });
});

function outcomeOf({ agreements }: SessionState, id: string, round: number): string | undefined {
  const found = agreements.find((agreement) => agreement.id === id);
  return found?.judgements.find((judgement) => judgement.round === round)?.outcome;
}

describe('a number of the rules', () => {
  it('holds from the first round on', () => {
    const { session, fromRound } = branchOf({ round: 3, orders: {}, numbers: { eventProb: 0 } });
    expect(fromRound).toBe(1);
    expect(happened(session.state)).toEqual(record.rounds.map(() => []));
    expect(session.state.basis.setting.parameters.eventProb).toBe(0);
  });
});

describe('rounds by hand', () => {
  it('play as a branch of the branch would', () => {
    const meridia = { round: 3, orders: { meridia: HOLD } };
    const byHand = branchOf({ round: 2, orders: { aurelia: HOLD }, hand: [meridia] });
    const one = branchOf({ round: 2, orders: { aurelia: HOLD } });
    const two = branchOf(meridia, parsed(one.session.logText()));
    expect(byHand.session.state.rounds).toEqual(two.session.state.rounds);
  });

  it('are continued by a fan after the last of them', () => {
    const meridia = { round: 3, orders: { meridia: HOLD } };
    const fork = forkAfter(log, { round: 2, orders: { aurelia: HOLD }, hand: [meridia] }, sha256);
    if ('code' in fork) throw new Error(fork.code);
    expect(fork.session.state.world.round).toBe(3);
  });
});

describe('a change that makes no sense', () => {
  const faultOf = (change: BranchChange) => branchAsRecorded(log, change, sha256);
  it('is named', () => {
    expect(faultOf({ round: 2, orders: {}, event: 'flood' })).toEqual({
      code: 'unknownEvent',
      event: 'flood',
    });
    expect(faultOf({ round: 2, orders: {}, unmade: ['public-99'] })).toEqual({
      code: 'unknownAgreement',
      agreement: 'public-99',
    });
    expect(faultOf({ round: 2, orders: {}, numbers: { rounds: 3 } })).toEqual({
      code: 'unknownNumber',
      name: 'rounds',
    });
    expect(faultOf({ round: 2, orders: {}, numbers: { eventProb: 2 } })).toEqual({
      code: 'numberRefused',
      name: 'eventProb',
      from: 0,
      to: 1,
    });
    expect(faultOf({ round: 2, orders: {}, hand: [{ round: 9, orders: {} }] })).toEqual({
      code: 'roundNotPlayed',
    });
  });
});
