import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { Order } from '#shared/model/actions.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sightOf, viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

const noText = () => null;
const viewers: readonly Viewer[] = [
  { kind: 'observer' },
  { kind: 'host' },
  { kind: 'delegate', seat: 'meridia', delegate: 'person-meridia' },
];

function sealedBy(seat: string, order: Order): SessionState {
  return after(decidingTable(), delegateOf(seat), { type: 'sealOrders', order });
}

describe('the view', () => {
  it('shows a sealed order to its own seat only', () => {
    const committed = sealedBy('aurelia', { action: 'commit' });
    const restricting = sealedBy('aurelia', { action: 'restrict', targets: ['meridia'] });
    for (const viewer of viewers) {
      expect(viewFor(committed, viewer, noText)).toEqual(viewFor(restricting, viewer, noText));
    }
    const own = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' } as const;
    expect(viewFor(committed, own, noText).own?.order).toEqual({ action: 'commit' });
  });

  it('shows that a seat has sealed', () => {
    const view = viewFor(sealedBy('aurelia', { action: 'commit' }), { kind: 'observer' }, noText);
    expect(view.table.seats.map(({ sealed }) => sealed)).toEqual([true, false, false, false, false, false]);
  });

  it('shows a brief to its own seat only', () => {
    const briefs = decidingTable().basis.scenario.seats.map(({ brief }) => brief.en);
    const seen = JSON.stringify(viewFor(decidingTable(), { kind: 'observer' }, noText));
    for (const brief of briefs) expect(seen).not.toContain(brief);
    const meridia = JSON.stringify(viewFor(decidingTable(), viewers[2] ?? { kind: 'host' }, noText));
    expect(briefs.filter((brief) => meridia.includes(JSON.stringify(brief)))).toHaveLength(1);
  });

  it('gives bots no score but their own and no sealed order', () => {
    const revealed = after(sealedBy('aurelia', { action: 'commit' }), host, {
      type: 'closePhase',
      because: 'host',
    });
    const sight = sightOf(revealed, 2);
    expect(sight.world.score.filter((score) => score !== 0)).toHaveLength(1);
    expect(sight.world.score[2]).toBe(revealed.world.score[2]);
    expect(JSON.stringify(sightOf(sealedBy('aurelia', { action: 'commit' }), 2))).toEqual(
      JSON.stringify(sightOf(decidingTable(), 2)),
    );
  });
});

describe('questions', () => {
  const revealed = after(sealedBy('aurelia', { action: 'commit' }), host, {
    type: 'closePhase',
    because: 'host',
  });
  const aurelia: Viewer = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' };

  it('explain a change so that the parts add up', () => {
    const reply = answer(
      revealed,
      { kind: 'observer' },
      { ask: 'why', round: 1, subject: 'trust:meridia:aurelia' },
    );
    if (!reply.ok) throw new Error(reply.refusal);
    const sum = reply.answer.parts.reduce((total, { delta }) => total + delta, 0);
    expect(sum).toBe(reply.answer.to - reply.answer.from);
    expect(reply.answer.parts.map(({ reason }) => reason)).toContain('commitmentKept');
  });

  it('keep a score to its seat while the session runs', () => {
    const question = { ask: 'why', round: 1, subject: 'seat:score:aurelia' } as const;
    expect(answer(revealed, { kind: 'observer' }, question)).toEqual({ ok: false, refusal: 'notYours' });
    expect(answer(revealed, aurelia, question).ok).toBe(true);
  });

  it('refuse rounds, subjects and seats that do not exist', () => {
    const ask = (round: number, subject: string) => answer(revealed, aurelia, { ask: 'why', round, subject });
    expect(ask(9, 'indicator:efficiency')).toEqual({ ok: false, refusal: 'unknownRound' });
    expect(ask(1, 'nonsense')).toEqual({ ok: false, refusal: 'unknownSubject' });
    expect(ask(1, 'trust:atlantis:aurelia')).toEqual({ ok: false, refusal: 'unknownSubject' });
  });

  it('preview holding as no change, and only while one may still decide', () => {
    const preview = answer(decidingTable(), aurelia, { ask: 'preview', order: { action: 'hold' } });
    if (!preview.ok) throw new Error(preview.refusal);
    expect(Object.values(preview.answer.youNow)).toEqual([0, 0, 0]);
    expect(answer(revealed, aurelia, { ask: 'preview', order: { action: 'hold' } })).toEqual({
      ok: false,
      refusal: 'notNow',
    });
  });

  it('tell a seat what its own order did', () => {
    const effect = answer(revealed, aurelia, { ask: 'effect', round: 1 });
    if (!effect.ok) throw new Error(effect.refusal);
    expect(effect.answer.world).toBeGreaterThan(0);
    expect(answer(revealed, { kind: 'observer' }, { ask: 'effect', round: 1 }).ok).toBe(false);
  });
});
