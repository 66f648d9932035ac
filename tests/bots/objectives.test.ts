import { describe, expect, it } from 'vitest';
import { wishesOf } from '#shared/bots/objectives.ts';
import { HOLD, type Order } from '#shared/model/actions.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { ExclusiveBloc, World } from '#shared/model/world.ts';
import type { ObjectiveId } from '#shared/scenario/schema.ts';
import type { DispositionId } from '#shared/session/vocabulary/actors.ts';
import type { SpokenDeed, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { ObjectiveView } from '#shared/session/views/tableView.ts';
import { parleySight } from '../../shared/run/botParley.ts';
import { close } from '../session/bargaining.ts';
import {
  aimingAt,
  ask,
  commit,
  HER,
  ME,
  says,
  saysToHer,
  tableWith,
  textOf,
  talkTo,
  trust,
  whisper,
} from './parleyTable.ts';

/** The talk of the second round: everybody trusts everybody at .50, nobody has a measure, a camp or cyber force. */
function calmTable(disposition: DispositionId, one: ObjectiveId, other: ObjectiveId = one): SessionState {
  let state = close(tableWith(disposition, trust(MICRO / 2)));
  while (state.phase.name !== 'negotiation') state = close(state);
  const { world } = state;
  const still: Partial<World> = {
    restriction: world.restriction.map(() => 0),
    force: world.force.map(() => 0),
    trust: world.trust.map(() => MICRO / 2),
    blocs: [],
  };
  return aimingAt({ ...state, world: { ...world, ...still } }, one, other);
}

function inWorld(state: SessionState, change: (world: World, her: number) => Partial<World>): SessionState {
  const her = state.seats.findIndex(({ id }) => id === HER);
  return { ...state, world: { ...state.world, ...change(state.world, her) } };
}

describe('what a bot wants of a person for its own objectives', () => {
  const wants = (state: SessionState) => saysToHer(state, { action: 'harden' });
  const asks = (deed: SpokenDeed): TalkMove => ({ kind: 'ask', to: HER, deed, round: 2 });

  it('who wants to make rules asks for commitments', () => {
    expect(wants(calmTable('hedger', 'rule-maker'))).toEqual(asks(commit));
  });

  it('who wants to be trusted by the leaders of both camps asks them for a dialogue', () => {
    expect(wants(calmTable('hedger', 'non-aligned'))).toEqual(asks(talkTo(ME)));
  });

  it('who wants to reconcile rivals asks one to talk with the other', () => {
    const state = calmTable('hedger', 'reconciler');
    const seat = state.seats.find(({ id }) => id === ME);
    const sight = seat === undefined ? null : parleySight({ state, texts: { textOf } }, seat, HOLD);
    if (sight === null) throw new Error('no talk');
    const rivals: ObjectiveView = {
      id: 'reconciler',
      reached: 0,
      goal: 150,
      barred: false,
      done: false,
      about: [HER, 'concordia'],
    };
    const wishes = (to: string, done = false) =>
      wishesOf({ ...sight, objectives: [{ ...rivals, done }] }, to);
    expect(wishes(HER)).toEqual([asks(talkTo('concordia'))]);
    expect(wishes(HER, true), 'what is reached is asked for no more').toEqual([]);
    expect(wishes('indravar'), 'no rival').toEqual([]);
  });

  it('who leads a camp asks those outside to join one; who sits in none does not', () => {
    const alone = calmTable('camp-builder', 'camp-leader');
    expect(wants(alone)).toBeNull();
    const camp: ExclusiveBloc = { id: 90, kind: 'exclusive', side: 1, depth: 100_000, members: [1], age: 1 };
    const led = inWorld(alone, () => ({ blocs: [camp] }));
    expect(wants(led)).toEqual(asks({ does: 'act', action: 'join-exclusive', target: null }));
  });

  it('who wants a shield asks a state with much cyber force to build no more against it', () => {
    const quiet = calmTable('worst-case-planner', 'shield');
    expect(wants(quiet)).toBeNull();
    const armed = inWorld(quiet, ({ force }, her) => ({
      force: force.map((held, seat) => (seat === her ? MICRO / 2 : held)),
    }));
    expect(wants(armed)).toEqual(asks({ does: 'refrain', action: 'build-force', target: ME }));
  });

  it('who wants to close a gap offers the least developed capacity for a dialogue', () => {
    const poor = inWorld(calmTable('hedger', 'gap-closer'), ({ development }, her) => ({
      development: development.map((held, seat) => (seat === her ? 1 : held)),
    }));
    const help = { does: 'act', action: 'build-capacity', target: HER } as const;
    expect(wants(poor)).toEqual({ kind: 'offer', to: HER, ifYou: talkTo(ME), thenWe: help, byRound: 3 });
  });

  it('and asked what it takes to sign, it names the same', () => {
    const terms: TalkMove = { kind: 'question', to: ME, about: { ask: 'terms', agreement: null } };
    expect(says(whisper(calmTable('hedger', 'rule-maker'), HER, ME, terms))).toEqual(asks(commit));
  });
});

describe('an objective that decides', () => {
  const join = { does: 'act', action: 'join-exclusive', target: null } as const;
  const asked = (disposition: DispositionId, objective: ObjectiveId, deed: SpokenDeed, order: Order = HOLD) =>
    says(whisper(calmTable(disposition, objective), HER, ME, ask(deed, 2)), order);

  it('against what is asked is the cause, and is kept to itself', () => {
    const secret = { kind: 'refuse', reason: { why: 'plain', code: 'secret' } };
    const open = { kind: 'refuse', reason: { why: 'plain', code: 'interest' } };
    expect(asked('bridge', 'non-aligned', join)).toMatchObject(secret);
    expect(asked('bridge', 'rule-maker', join), 'without it the cause is told').toMatchObject(open);
    const stay = { does: 'refrain', action: 'join-exclusive', target: null } as const;
    const joining: Order = { action: 'join-exclusive', side: 1 };
    expect(asked('camp-builder', 'camp-leader', stay, joining)).toMatchObject(secret);
  });

  it('for what is asked makes a wary state agree', () => {
    const plan: Order = { action: 'open-standards' };
    expect(asked('hedger', 'rule-maker', commit, plan)).toMatchObject({ kind: 'agree' });
    expect(asked('hedger', 'shield', commit, plan)).toMatchObject({
      kind: 'refuse',
      reason: { why: 'plain', code: 'othersFirst' },
    });
  });

  it('is not told where the state keeps no word: its nature is the cause', () => {
    expect(asked('securitizer', 'rule-maker', commit)).toMatchObject({
      kind: 'refuse',
      reason: { why: 'plain', code: 'threat' },
    });
  });
});

describe('what others want', () => {
  it('changes no word of a bot, nor what it offers', () => {
    const said = (objective: ObjectiveId): readonly (TalkMove | null)[] => {
      let state = calmTable('conditional-cooperator', 'rule-maker');
      const { scenario } = state.basis;
      const seats = scenario.seats.map((seat): typeof seat =>
        seat.id === ME ? seat : { ...seat, objectives: [objective, objective] },
      );
      state = { ...state, basis: { ...state.basis, scenario: { ...scenario, seats } } };
      const moves: (TalkMove | null)[] = [];
      for (let move = says(state); move !== null && moves.length < 9; move = says(state)) {
        moves.push(move);
        state = whisper(state, ME, move.to ?? '', move);
      }
      return moves;
    };
    expect(said('camp-leader').length).toBeGreaterThan(0);
    expect(said('camp-leader')).toEqual(said('gap-closer'));
  });
});
