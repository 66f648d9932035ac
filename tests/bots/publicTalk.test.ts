import { describe, expect, it } from 'vitest';
import { mayTellOfDialogue } from '#shared/bots/parley.ts';
import type { Order } from '#shared/model/actions.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { FunctionalBloc } from '#shared/model/world.ts';
import type { TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { parleySight } from '../../shared/run/botParley.ts';
import { after, delegateOf } from '../session/table.ts';
import {
  aimingAt,
  ask,
  commit,
  HER,
  ME,
  resolved,
  says,
  saysToHer,
  speaks,
  tableWith,
  talkTo,
  textOf,
  trust,
  whisper,
} from './parleyTable.ts';

const plan: Order = { action: 'open-standards' };
const kind = aimingAt(tableWith('bridge', trust(MICRO / 2)), 'camp-leader', 'shield');
const strike = { does: 'act', action: 'restrict', target: ME } as const;

/** She says a move to all who hear it there. */
function openly(state: SessionState, move: TalkMove, channel: Channel = { kind: 'plenary' }): SessionState {
  const mentions = move.to === null ? [] : [move.to];
  return after(state, delegateOf(HER), { type: 'say', channel, text: null, phrase: null, mentions, move });
}

describe('what is said to all', () => {
  it('is answered in the plenary by whom it concerns, without being named', () => {
    const threat: TalkMove = { kind: 'announce', to: null, deed: strike, round: 1 };
    expect(speaks(openly(kind, threat), plan)).toMatchObject({
      channel: { kind: 'plenary' },
      mentions: [HER],
      move: { kind: 'ask', to: HER, deed: { does: 'refrain', action: 'restrict', target: ME } },
    });
    const hand: TalkMove = { kind: 'announce', to: null, deed: talkTo(ME), round: 1 };
    expect(speaks(openly(kind, hand, { kind: 'communique' }), plan)).toMatchObject({
      channel: { kind: 'plenary' },
      move: { kind: 'thank', to: HER },
    });
  });

  it('is left to stand by whom it does not concern', () => {
    const quiet = says(kind, plan);
    for (const deed of [commit, { ...strike, target: 'concordia' }, talkTo('concordia')])
      expect(says(openly(kind, { kind: 'announce', to: null, deed, round: 1 }), plan)).toEqual(quiet);
  });

  it('as a request is answered by who agrees; there is no chorus of refusals', () => {
    const call: TalkMove = { kind: 'ask', to: null, deed: commit, round: 1 };
    expect(speaks(openly(kind, call), plan)).toMatchObject({
      channel: { kind: 'plenary' },
      mentions: [HER],
      move: { kind: 'agree', to: HER, about: call },
    });
    const hawk = aimingAt(tableWith('securitizer'), 'shield', 'gap-closer');
    expect(says(openly(hawk, call), plan)?.kind).not.toBe('refuse');
    expect(says(openly(hawk, { ...call, deed: talkTo(ME) }), plan), 'it is to be spoken to').toMatchObject({
      kind: 'refuse',
    });
  });

  it('of its own deeds, and what is expected of it, it answers with the true cause and its plan', () => {
    const blow: Order = { action: 'restrict', targets: [HER] };
    const later = resolved(kind, { [ME]: blow });
    const fact = { fact: 'order', round: 1, by: ME, action: 'restrict', target: HER } as const;
    expect(says(openly(later, { kind: 'report', to: null, fact }), plan)).toMatchObject({
      kind: 'reason',
      to: HER,
      reason: { why: 'plain', code: 'otherPlans' },
    });
    expect(says(openly(kind, { kind: 'expect', to: null, of: ME, deed: commit, round: 1 }), plan)).toEqual({
      kind: 'announce',
      to: HER,
      deed: { does: 'act', action: 'open-standards', target: null },
      round: 1,
    });
  });
});

describe('what is said in a bloc', () => {
  const bloc: FunctionalBloc = {
    id: 91,
    kind: 'functional',
    side: 1,
    field: 0,
    coordination: 0,
    coordinated: false,
    age: 1,
    members: [0, 1, 2],
  };
  const channel: Channel = { kind: 'bloc', bloc: 91 };
  const joined: SessionState = { ...kind, world: { ...kind.world, blocs: [...kind.world.blocs, bloc] } };

  it('is answered there', () => {
    const move = ask(commit);
    const spoken = whisper(joined, HER, ME, move, channel);
    expect(speaks(spoken, plan)).toMatchObject({
      channel,
      mentions: [],
      move: { kind: 'agree', about: move },
    });
  });

  it('and tells no member of a word that it did not hear', () => {
    const first: TalkMove = ask(talkTo('concordia'));
    const given = whisper(whisper(joined, HER, ME, first), ME, HER, {
      kind: 'agree',
      to: HER,
      about: first.kind === 'ask' ? first : null,
    });
    const secret = { kind: 'refuse', reason: { why: 'plain', code: 'secret' } };
    expect(says(whisper(given, HER, ME, ask(commit), channel), plan)).toMatchObject(secret);
    expect(says(whisper(given, HER, ME, ask(commit)), plan), 'she heard it').toMatchObject({
      kind: 'refuse',
      reason: { why: 'plain', code: 'otherPlans' },
    });
  });
});

describe('several questions at once', () => {
  it('are answered one after the other, the earliest first', () => {
    const plans: TalkMove = { kind: 'question', to: ME, about: { ask: 'plans', round: 1 } };
    let state = whisper(whisper(kind, HER, ME, ask(commit)), HER, ME, plans);
    const first = says(state, plan);
    expect(first).toMatchObject({ kind: 'agree' });
    if (first === null) throw new Error('silent');
    state = whisper(state, ME, HER, first);
    expect(says(state, plan)).toMatchObject({ kind: 'announce' });
  });
});

describe('a dialogue', () => {
  const order: Order = { action: 'dialogue', targets: [HER] };
  const tells = (state: SessionState): boolean => {
    const seat = state.seats.find(({ id }) => id === ME);
    const sight = seat === undefined ? null : parleySight({ state, texts: { textOf } }, seat, order);
    if (sight === null) throw new Error('no talk');
    return mayTellOfDialogue(sight, HER);
  };

  it('is told of once: by a move, by a set phrase, or by who proposed it', () => {
    expect(tells(kind)).toBe(true);
    const asked = ask(talkTo(HER));
    expect(tells(whisper(kind, HER, ME, asked))).toBe(false);
    const proposed = after(kind, delegateOf(HER), {
      type: 'say',
      channel: { kind: 'bilateral', with: ME },
      text: null,
      phrase: 'proposeDialogue',
      mentions: [],
    });
    expect(tells(proposed)).toBe(false);
    const talking = resolved(kind, {});
    const invited = saysToHer(talking, order);
    expect(invited, 'its measure of before still stands').toMatchObject({
      kind: 'amends',
      deed: talkTo(HER),
    });
    if (invited === null) throw new Error('silent');
    expect(tells(whisper(talking, ME, HER, invited))).toBe(false);
    const hers = whisper(talking, HER, ME, ask(talkTo(HER), 2));
    const agreed = says(hers, order);
    if (agreed === null) throw new Error('silent');
    const next = saysToHer(whisper(hers, ME, HER, agreed), order);
    expect(['ask', 'amends'], 'nor said again').not.toContain(next?.kind);
  });
});
