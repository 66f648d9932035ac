import { describe, expect, test } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { undoneBy } from '../../client/screens/host/undoing.ts';
import { fetchWords, words } from '../../client/text/language.ts';
import { a, agreed, b, propose, restraint, termsOf } from '../session/bargaining.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

await fetchWords('en');
const { back } = words.value.inbox;
const close = { type: 'closePhase', because: 'host' } as const;

function sentences(state: SessionState, target: number): readonly string[] {
  return undoneBy(
    viewFor(state, { kind: 'host' }, () => null),
    target,
  );
}

describe('before a step back the host reads', () => {
  test('where the dial goes back to', () => {
    const revealed = after(decidingTable(), host, close);
    const { direction } = viewFor(revealed, { kind: 'host' }, () => null).table.trail;
    const [then = 0, now = 0] = direction.map((tenths) => (Math.abs(tenths) / 10).toFixed(1));
    const [orders = ''] = sentences(revealed, 1);
    expect(orders).toContain('round 1');
    expect(orders.indexOf(`${then}`)).toBeGreaterThan(-1);
    expect(orders).toContain(`${now}`);
  });

  test('how many sealed orders fall', () => {
    let state = decidingTable();
    const decided = state.phase.name === 'decision' ? state.phase.round : 0;
    for (const seat of [a, b])
      state = after(state, delegateOf(seat), { type: 'sealOrders', order: { action: 'hold' } });
    expect(sentences(state, decided)).toContain(back.sealed(2));
  });

  test('how many public judgements fall, as many as the rules then take back', () => {
    const judged = after(agreed([a, b], termsOf([restraint])), host, close);
    const rewound = after(judged, host, { type: 'stepBack' });
    const count = (state: SessionState): number => state.agreements.flatMap((one) => one.judgements).length;
    expect(count(judged) - count(rewound)).toBe(1);
    expect(sentences(judged, 1)).toContain(back.judged(1));
  });

  test('which offers are open again', () => {
    const lapsed = after(propose(decidingTable(), [a, b], termsOf([restraint])), host, close);
    const rewound = after(lapsed, host, { type: 'stepBack' });
    expect(rewound.agreements.map(({ status }) => status)).toEqual(['proposed']);
    expect(sentences(lapsed, 1)).toContain(back.reopened(1));
  });

  test('that nothing secret is counted', () => {
    const secret = after(agreed([a, b], termsOf([restraint]), 'secret'), host, close);
    expect(sentences(secret, 1)).toContain(back.noneJudged);
  });

  test('that words stay', () => {
    expect(sentences(after(decidingTable(), host, close), 1).at(-1)).toBe(back.stays);
  });
});
