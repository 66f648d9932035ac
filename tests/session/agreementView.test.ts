import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import { viewFor } from '#shared/session/view.ts';
import { agreementsOpenTo } from '#shared/session/views/agreements.ts';
import { agreementView } from '#shared/session/views/agreementView.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { a, agreed, b, c, close, latest, restraint, restrict, seal, termsOf } from './bargaining.ts';
import { after, decidingTable, delegateOf } from './table.ts';

const own = decidingTable({ hostReadsTalk: true });
const viewers: readonly Viewer[] = [
  { kind: 'host' },
  { kind: 'observer' },
  ...[a, c].map((seat) => ({ kind: 'delegate', seat, delegate: `person-${seat}` }) as const),
  { kind: 'participantAfterEnd', seat: a },
];

/** The same table with an extra field on agreements and their judgements that no view knows. */
const annotated = (state: SessionState): SessionState => ({
  ...state,
  agreements: state.agreements.map((agreement) => ({
    ...agreement,
    annotation: 'unseen',
    judgements: agreement.judgements.map((judgement) => ({
      ...judgement,
      annotation: 'unseen',
      evidence: judgement.evidence.map((proof) => ({ ...proof, annotation: 'unseen' })),
    })),
  })),
});

const broken = (secrecy: 'public' | 'secret') =>
  close(seal(agreed([a, b], termsOf([restraint]), secrecy, own), a, restrict(b)));

describe('the view of an agreement', () => {
  it.each(['public', 'secret'] as const)('holds every field that a %s agreement has today', (secrecy) => {
    const agreement = latest(broken(secrecy));
    expect(agreement.judgements).toHaveLength(1);
    expect(agreementView(agreement)).toEqual(agreement);
    expect(JSON.stringify(agreementView(agreement))).toBe(JSON.stringify(agreement));
  });

  it('holds who joined later and a renewal in the making', () => {
    const open = agreed([a, b], termsOf([restraint], { untilRound: 4 }), 'public', own, 'open');
    const { id } = latest(open);
    const joined = after(open, delegateOf(c), { type: 'joinAgreement', agreement: id });
    const renewing = after(joined, delegateOf(a), { type: 'renewAgreement', agreement: id, untilRound: 5 });
    expect(latest(renewing).joined).toBeDefined();
    expect(latest(renewing).renewal).toBeDefined();
    expect(agreementView(latest(renewing))).toEqual(latest(renewing));
  });

  it.each(viewers)('shows nobody a field that it does not name: %o', (viewer) => {
    for (const secrecy of ['public', 'secret'] as const) {
      const state = annotated(broken(secrecy));
      expect(JSON.stringify(state)).toContain('unseen');
      const seen = [viewFor(state, viewer, () => null), answer(state, viewer, { ask: 'heard' }, () => null)];
      expect(JSON.stringify(seen)).not.toContain('unseen');
    }
  });

  it('shows a bot no more', () => {
    const seen = agreementsOpenTo(annotated(broken('secret')), a);
    expect(seen).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('unseen');
    expect(agreementsOpenTo(broken('secret'), c)).toEqual([]);
  });
});
