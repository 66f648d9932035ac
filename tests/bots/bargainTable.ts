import type { BargainSight } from '#shared/bots/bargainSight.ts';
import { actionIds } from '#shared/model/actions.ts';
import type { Promised } from '#shared/bots/promisedOrders.ts';
import type { Agreement } from '#shared/session/vocabulary/agreements.ts';
import type { Clause } from '#shared/session/vocabulary/clauses.ts';

const groups = [
  { id: 4, field: 0, members: ['a'] },
  { id: 5, field: 0, members: ['b', 'c'] },
] as const;

/** What `a` sees in the first of six rounds: it holds every card, trusts `b` at .50 and `c` at .70, and nothing lies before it. */
export const calm: BargainSight = {
  seat: 'a',
  seats: ['a', 'b', 'c'],
  trust: [0, 500_000, 700_000],
  round: 1,
  rounds: 6,
  agreements: [],
  sealed: null,
  people: ['b'],
  isBanned: false,
  phase: 'negotiation',
  about: { groups, hasIncident: false },
  objectives: [],
  open: actionIds,
  later: [],
  measuresBy: [],
  strikers: [],
  groups,
};

/** An offer of `b` to `a`. */
export const offered = (clauses: readonly Clause[], more: Partial<Agreement> = {}): Agreement => ({
  id: 'public-1',
  proposer: 'b',
  parties: ['a', 'b'],
  clauses,
  force: 'pledge',
  secrecy: 'public',
  fromRound: 1,
  untilRound: 3,
  wording: 1,
  signed: ['b'],
  status: 'proposed',
  changedIn: 1,
  leaver: null,
  judgements: [],
  ...more,
});

/** What a seat has promised, with every card in hand; a bridge goes from the named state to `c`, or to `b` where that is `c`. */
export const promised = (inForce: readonly Agreement[], more: Partial<Promised> = {}): Promised => ({
  inForce,
  round: 1,
  seat: 'a',
  open: actionIds,
  about: calm.about,
  bridgeFor: (towards) => ({ action: 'bridge', pair: towards === 'c' ? ['c', 'b'] : [towards ?? 'b', 'c'] }),
  ...more,
});
