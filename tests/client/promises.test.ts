import { describe, expect, test } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { brokenPart, judgedInRound } from '../../client/panels/agreements/promises.ts';
import { stationsOf } from '../../client/panels/reveal/useReveal.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

const eyes = (seat: string): Viewer => ({ kind: 'delegate', seat, delegate: `person-${seat}` });

/** Concordia and Indravar promise each other restraint in secret; Indravar breaks its word at once. */
function broken(): SessionState {
  const parties = ['concordia', 'indravar'];
  const terms = {
    clauses: [{ kind: 'mutualRestraint' }],
    force: 'pledge',
    fromRound: 1,
    untilRound: 2,
  } as const;
  const offered = after(decidingTable(), delegateOf('concordia'), {
    type: 'proposeAgreement',
    parties,
    terms,
    secrecy: 'secret',
  });
  const agreement = offered.agreements.at(-1)?.id ?? '';
  const signed = after(offered, delegateOf('indravar'), { type: 'signAgreement', agreement, wording: 1 });
  const order = { action: 'restrict', targets: ['concordia'] } as const;
  const sealed = after(signed, delegateOf('indravar'), { type: 'sealOrders', order });
  return after(sealed, host, { type: 'closePhase', because: 'host' });
}

describe('promises at the reveal', () => {
  const state = broken();
  const subject = 'trust:concordia:indravar';

  test('a party sees that a secret pledge was broken; an onlooker has no such station', () => {
    const party = viewFor(state, eyes('concordia'), () => null);
    expect(judgedInRound(party, 1).map(({ judgement }) => judgement.outcome)).toEqual(['breached']);
    expect(stationsOf(party)).toContain('promises');
    const onlooker = viewFor(state, eyes('aurelia'), () => null);
    expect(judgedInRound(onlooker, 1)).toEqual([]);
    expect(stationsOf(onlooker)).not.toContain('promises');
  });

  test('what it cost in trust is the part of the ledger that the broken promise has', () => {
    const lost = brokenPart(answer(state, eyes('concordia'), { ask: 'why', round: 1, subject }));
    expect(lost).toBeLessThan(-10);
    expect(brokenPart(answer(state, eyes('aurelia'), { ask: 'why', round: 1, subject }))).toBeNull();
  });
});
