import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { a, agreed, b, c, close, d, restraint, restrict, seal, table, termsOf } from './bargaining.ts';

/** The reasons that an onlooker reads for a change of trust in the first round. */
function told(state: SessionState, of: string, inWhom: string): readonly string[] {
  const viewer = { kind: 'delegate', seat: d, delegate: `person-${d}` } as const;
  const why = answer(state, viewer, { ask: 'why', round: 1, subject: `trust:${of}:${inWhom}` });
  if (!why.ok) throw new Error(why.refusal);
  return why.answer.parts.map(({ reason }) => reason);
}

const openToAll = agreed([a, b, c], termsOf([restraint]));
const both = agreed([b, c], termsOf([{ kind: 'noListing' }]), 'secret', openToAll);

describe('an onlooker asks why trust moved between two states with a public and a secret promise', () => {
  it('is not told of a secret breach because somebody else broke the public promise', () => {
    const secretly = seal(both, c, restrict(d));
    expect(told(close(secretly), b, c)).toContain('undisclosed');
    const alsoInPublic = close(seal(secretly, a, restrict(b)));
    expect(told(alsoInPublic, b, c)).not.toContain('pledgeBroken');
    expect(told(alsoInPublic, b, a)).toContain('pledgeBroken');
  });

  it('is told that the two kept the public promise, whoever else broke it', () => {
    const kept = close(seal(both, a, restrict(b)));
    expect(told(kept, b, c)).toContain('pledgeKept');
  });

  it('is told of a breach that everybody could see', () => {
    expect(told(close(seal(both, c, restrict(b))), b, c)).toContain('pledgeBroken');
    expect(table.agreements).toEqual([]);
  });
});
