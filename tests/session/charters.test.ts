import { describe, expect, it } from 'vitest';
import { legalityOf } from '#shared/model/legality.ts';
import { unpackLedger } from '#shared/model/ledger.ts';
import { membersOf } from '#shared/session/topics/blocRules.ts';
import type { Command, CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, eventsOf, host, refusalOf } from './table.ts';

const aurelia = delegateOf('aurelia');
const concordia = delegateOf('concordia');
const meridia = delegateOf('meridia');

const start = decidingTable();
/** The group of the opening with two members, Aurelia and Concordia, and Aurelia's camp of one. */
const group = idOf(start, 'functional');
const camp = idOf(start, 'exclusive');

function idOf(state: SessionState, kind: string): number {
  const found = state.world.blocs.find(
    (bloc) => bloc.kind === kind && membersOf(state, bloc).includes('aurelia'),
  );
  if (found === undefined) throw new Error(`no ${kind} of Aurelia`);
  return found.id;
}

const text = { id: 't1', digest: 'a'.repeat(64) };
const charter = (
  policy: 'open' | 'vote' | 'closed',
  noticeRounds: 0 | 1 = 0,
  bloc = group,
): Command & { readonly type: 'charterBloc' } => ({ type: 'charterBloc', bloc, policy, noticeRounds, text });
const agree: Command = { type: 'voteCharter', bloc: group, proposal: 1 };
type Given = CommandOf<'sealOrders'>['order'];
const seal = (order: Given): Command => ({ type: 'sealOrders', order });
const join: Given = { action: 'join-functional', bloc: group };

/** The group under a charter that both members have voted for. */
function chartered(policy: 'open' | 'vote' | 'closed', noticeRounds: 0 | 1 = 0): SessionState {
  return after(after(start, aurelia, charter(policy, noticeRounds)), concordia, agree);
}

function nextDecision(state: SessionState): SessionState {
  let next = after(state, host, { type: 'closePhase', because: 'host' });
  while (next.phase.name !== 'decision') next = after(next, host, { type: 'closePhase', because: 'host' });
  return next;
}

function members(state: SessionState, id = group): readonly string[] {
  const bloc = state.world.blocs.find((one) => one.id === id);
  return bloc === undefined ? [] : membersOf(state, bloc);
}

describe('a charter', () => {
  it('is adopted once more than half of the members are for it', () => {
    const proposed = after(start, aurelia, charter('closed'));
    expect(proposed.blocRules.charters).toEqual([]);
    expect(eventsOf(proposed, concordia, agree).map(({ type }) => type)).toEqual([
      'ballotCast',
      'charterAdopted',
    ]);
    expect(after(proposed, concordia, agree).blocRules.ballots).toEqual([]);
  });

  it('is a lone member’s own', () => {
    const alone = after(start, aurelia, charter('closed', 0, camp));
    expect(alone.blocRules.charters[0]).toEqual({
      bloc: camp,
      policy: 'closed',
      noticeRounds: 0,
      text,
      round: 1,
      proposal: 1,
    });
  });

  it('is not for outsiders, unknown blocs, or a second vote, and an old wording takes none', () => {
    expect(refusalOf(start, meridia, charter('closed'))).toEqual({ code: 'notInBloc' });
    expect(refusalOf(start, aurelia, charter('closed', 0, 999))).toEqual({ code: 'unknownBloc' });
    expect(refusalOf(start, concordia, agree)).toEqual({ code: 'noBallot' });
    const proposed = after(start, aurelia, charter('closed'));
    expect(refusalOf(proposed, aurelia, agree)).toEqual({ code: 'votedAlready' });
    const again = after(proposed, aurelia, charter('vote'));
    expect(refusalOf(again, concordia, agree)).toEqual({ code: 'noBallot' });
  });

  it('counts without the members that bots play', () => {
    const covered = after(start, host, { type: 'coverSeat', seat: 'concordia', disposition: 'hold' });
    expect(after(covered, aurelia, charter('closed')).blocRules.charters).toHaveLength(1);
  });

  it('lapses as a proposal at the reveal, and stays once adopted', () => {
    const proposed = nextDecision(after(start, aurelia, charter('closed')));
    expect(proposed.blocRules.ballots).toEqual([]);
    expect(nextDecision(chartered('closed')).blocRules.charters).toHaveLength(1);
  });

  it('is undone by a step back before it', () => {
    const later = after(nextDecision(start), aurelia, charter('closed', 0, camp));
    expect(later.blocRules.charters).toHaveLength(1);
    expect(after(later, host, { type: 'stepBack' }).blocRules.charters).toEqual([]);
    const revealed = after(nextDecision(chartered('closed')), host, { type: 'closePhase', because: 'host' });
    expect(after(revealed, host, { type: 'stepBack' }).blocRules.charters).toHaveLength(1);
  });

  it('counts its proposals through the round, so that a late tap is no vote for another', () => {
    const again = after(chartered('open'), aurelia, charter('closed', 1));
    expect(refusalOf(again, concordia, agree)).toEqual({ code: 'noBallot' });
    const second = after(again, concordia, { ...agree, proposal: 2 });
    expect(second.blocRules.charters.map(({ policy }) => policy)).toEqual(['open', 'closed']);
  });

  it('is public, its first line the name', () => {
    const words = (id: string): string | null =>
      id === 't1' ? 'The Circle\n\nWe share what we know.' : null;
    const { table } = viewFor(chartered('vote', 1), { kind: 'observer' }, words);
    expect(table.blocs.find(({ id }) => id === group)?.matters?.charter).toEqual({
      policy: 'vote',
      noticeRounds: 1,
      name: 'The Circle',
      text: 'We share what we know.',
    });
  });
});

describe('joining', () => {
  it('is free where nothing is settled', () => {
    expect(after(start, meridia, seal(join)).sealed['meridia']?.order).toEqual(join);
  });

  it('a closed bloc is refused, by name and by side', () => {
    expect(refusalOf(chartered('closed'), meridia, seal(join))).toEqual({ code: 'blocClosed' });
    const bySide: Given = { action: 'join-functional', field: 0, side: 1 };
    expect(refusalOf(chartered('closed'), meridia, seal(bySide))).toEqual({ code: 'blocClosed' });
    const other: Given = { action: 'join-functional', field: 2, side: 1 };
    expect(legalityOf(start.basis.setting, start.world, 1, other)).toBeNull();
    expect(after(chartered('closed'), meridia, seal(other)).sealed['meridia']?.order).toEqual(other);
  });

  it('by vote needs the vote of the members', () => {
    const asked = after(chartered('vote'), aurelia, { type: 'voteAdmit', bloc: group, seat: 'meridia' });
    expect(refusalOf(asked, meridia, seal(join))).toEqual({ code: 'notAdmitted' });
    const admitted = after(asked, concordia, { type: 'voteAdmit', bloc: group, seat: 'meridia' });
    expect(members(nextDecision(after(admitted, meridia, seal(join))))).toContain('meridia');
  });

  it('refuses votes on members, on who is admitted, and on nobody', () => {
    const vote = (seat: string): Command => ({ type: 'voteAdmit', bloc: group, seat });
    expect(refusalOf(start, aurelia, vote('concordia'))).toEqual({ code: 'alreadyMember' });
    expect(refusalOf(start, aurelia, vote('atlantis'))).toEqual({ code: 'unknownSeat' });
    const admitted = after(after(start, aurelia, vote('meridia')), concordia, vote('meridia'));
    expect(refusalOf(admitted, aurelia, vote('meridia'))).toEqual({ code: 'alreadyAdmitted' });
  });

  it('what was sealed before a charter stays sealed', () => {
    const sealed = after(start, meridia, seal(join));
    const closed = after(after(sealed, aurelia, charter('closed')), concordia, agree);
    expect(members(nextDecision(closed))).toContain('meridia');
  });
});

describe('expelling', () => {
  const expel: Command = { type: 'voteExpel', bloc: group, seat: 'concordia' };

  it('takes the member out when the round is resolved, with a reason of its own', () => {
    const voted = after(start, aurelia, expel);
    expect(members(voted)).toContain('concordia');
    const next = nextDecision(voted);
    expect(members(next)).toEqual(['aurelia']);
    const record = next.rounds[0];
    expect(record?.expelled).toEqual([{ seat: 'concordia', bloc: group }]);
    const facts = record === undefined ? [] : unpackLedger(record.ledger);
    expect(facts.filter(({ reason }) => reason === 'expelled')).toHaveLength(1);
  });

  it('lets nobody back in without a vote, also where the bloc is open', () => {
    const next = nextDecision(after(start, aurelia, expel));
    expect(refusalOf(next, concordia, seal(join))).toEqual({ code: 'notAdmitted' });
    const back = after(next, aurelia, { type: 'voteAdmit', bloc: group, seat: 'concordia' });
    expect(members(nextDecision(after(back, concordia, seal(join))))).toContain('concordia');
  });

  it('is not for oneself, for outsiders, or twice', () => {
    const of = (seat: string): Command => ({ type: 'voteExpel', bloc: group, seat });
    expect(refusalOf(start, aurelia, of('aurelia'))).toEqual({ code: 'ownExpulsion' });
    expect(refusalOf(start, aurelia, of('meridia'))).toEqual({ code: 'notMemberThere' });
    expect(refusalOf(after(start, aurelia, expel), aurelia, expel)).toEqual({ code: 'expelledAlready' });
    expect(refusalOf(after(start, aurelia, expel), concordia, seal(join))).toEqual({ code: 'expelled' });
  });

  it('leaves a record without expulsions as it was', () => {
    expect(nextDecision(start).rounds[0]).not.toHaveProperty('expelled');
  });
});

describe('leaving', () => {
  const leave = seal({ action: 'leave', bloc: group });

  it('at once where the charter asks for no notice', () => {
    expect(members(nextDecision(after(start, aurelia, leave)))).toEqual(['concordia']);
  });

  it('a round after notice where it does, joining elsewhere included', () => {
    const bound = chartered('open', 1);
    expect(refusalOf(bound, aurelia, leave)).toEqual({ code: 'noticeFirst' });
    const elsewhere = seal({ action: 'join-functional', field: 0, side: -1 });
    expect(refusalOf(bound, aurelia, elsewhere)).toEqual({ code: 'noticeFirst' });
    const given = after(bound, aurelia, { type: 'giveNotice', bloc: group });
    expect(refusalOf(given, aurelia, leave)).toEqual({ code: 'noticeFirst' });
    expect(refusalOf(given, aurelia, { type: 'giveNotice', bloc: group })).toEqual({ code: 'noticeGiven' });
    const left = nextDecision(after(nextDecision(given), aurelia, leave));
    expect(members(left)).toEqual(['concordia']);
    expect(left.blocRules.notices).toEqual([]);
  });
});

describe('a step back', () => {
  it('puts an expulsion back that a later vote had lifted', () => {
    const vote = (type: 'voteExpel' | 'voteAdmit', seat: string): Command => ({ type, bloc: group, seat });
    const out = nextDecision(after(start, aurelia, vote('voteExpel', 'concordia')));
    expect(refusalOf(out, concordia, seal(join))).toEqual({ code: 'notAdmitted' });
    const lifted = after(out, aurelia, vote('voteAdmit', 'concordia'));
    expect(after(lifted, concordia, seal(join)).sealed['concordia']?.order).toEqual(join);
    const back = nextDecision(after(nextDecision(lifted), host, { type: 'stepBack' }));
    expect(back.world.round).toBe(1);
    expect(refusalOf(back, concordia, seal(join))).toEqual({ code: 'notAdmitted' });
  });

  it('puts a notice back that leaving had used up', () => {
    const bound = chartered('open', 1);
    const noticed = nextDecision(after(bound, concordia, { type: 'giveNotice', bloc: group }));
    const leave = seal({ action: 'leave', bloc: group });
    const left = nextDecision(after(noticed, concordia, leave));
    expect(members(left)).not.toContain('concordia');
    const back = nextDecision(after(left, host, { type: 'stepBack' }));
    expect(members(back)).toContain('concordia');
    expect(after(back, concordia, leave).sealed['concordia']?.order.action).toBe('leave');
  });
});
