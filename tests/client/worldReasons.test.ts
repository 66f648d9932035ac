import { beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { answer } from '#shared/session/answer.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { worldReasons } from '../../client/panels/orders/worldReasons.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

beforeAll(async () => {
  await fetchWords('en');
  chooseLanguage('en');
});

const concordia: Viewer = { kind: 'delegate', seat: 'concordia', delegate: 'person-concordia' };

function reasons(state: SessionState, order: Order): readonly string[] {
  const preview = answer(state, concordia, { ask: 'preview', order });
  if (!preview.ok) throw new Error('no preview');
  return worldReasons(
    viewFor(state, concordia, () => null),
    order,
    preview.answer,
  );
}

describe('a large effect on the dial', () => {
  test('of waking a dormant camp is said with its cause and what it moves', () => {
    const camp = viewFor(decidingTable(), concordia, () => null).table.blocs.find(({ dormant }) => dormant);
    if (!camp) throw new Error('no camp is dormant');
    const said = reasons(decidingTable(), { action: 'join-exclusive', bloc: camp.id });
    expect(said.join(' ')).toMatch(/The dial moves −\d+\.\d mostly through .*bloc formation −/);
    expect(said.at(-1)).toMatch(/ is dormant: it has one member and no wall\./);
  });

  test('is not spoken of where it is small', () => {
    expect(reasons(decidingTable(), { action: 'harden' })).toEqual([]);
  });

  test('of an answer names the card that the answer takes the place of', () => {
    let state = decidingTable();
    for (const seat of ['aurelia', 'meridia'])
      state = after(state, delegateOf(seat), { type: 'sealOrders', order: { action: 'commit' } });
    state = after(state, host, { type: 'closePhase', because: 'host' });
    while (state.phase.name !== 'decision')
      state = after(state, host, { type: 'closePhase', because: 'host' });
    const said = reasons(state, { action: 'dialogue', targets: ['meridia'] });
    expect(said.at(-1)).toBe(
      'Whoever answers you cannot repeat last round’s card: Meridia (Multilateral Commitment).',
    );
  });
});
