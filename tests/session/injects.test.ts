import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { commandSchema } from '#shared/session/vocabulary/commands.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sightOf, viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, eventsOf, fullTable, host, refusalOf } from './table.ts';
import { eventsOfRound } from '#shared/session/vocabulary/roundEvents.ts';

type Inject = CommandOf<'injectEvent'>;

const text = { id: 't1', digest: 'd'.repeat(64) };
const close = { type: 'closePhase', because: 'host' } as const;
const summit: Inject = { type: 'injectEvent', what: { from: 'deck', id: 'leaders-summit' }, when: 'now' };
const written: Inject = {
  type: 'injectEvent',
  what: { from: 'host', text, effects: [{ kind: 'competition', amount: 50_000 }] },
  when: 'now',
};
const textOf = () => 'A strike at the exchange\nFor a day nothing moves.';

function until(state: SessionState, phase: string, round: number): SessionState {
  let now = state;
  while (now.phase.name !== phase || !('round' in now.phase) || now.phase.round !== round)
    now = after(now, host, close);
  return now;
}

const later = (command: Inject): Inject => ({ ...command, when: 'nextRound' });
const ids = (state: SessionState): string[] => eventsOfRound(state).map(({ event }) => event.id);
const deciding = decidingTable();
const drawn = ids(deciding);

describe('an event that the host brings in', () => {
  it('happens in this round at once, after the drawn one, and is seen by everybody and every bot', () => {
    const state = after(deciding, host, summit);
    expect(ids(state)).toEqual([...drawn, 'leaders-summit']);
    const seen = viewFor(state, { kind: 'observer' }, () => null).table.events.at(-1);
    expect(seen).toMatchObject({ id: 'leaders-summit', number: 1, written: null });
    expect(sightOf(state, 0).events.at(-1)).toEqual({ id: 'leaders-summit' });
  });

  it('leaves sealed orders sealed', () => {
    const sealed = after(deciding, delegateOf('aurelia'), {
      type: 'sealOrders',
      order: { action: 'commit' },
    });
    expect(after(sealed, host, summit).sealed).toEqual(sealed.sealed);
  });

  it('takes effect with the round, and why names it by the words of the host', () => {
    const played = until(after(after(deciding, host, summit), host, written), 'reveal', 1);
    const reply = answer(
      played,
      { kind: 'observer' },
      { ask: 'why', round: 1, subject: 'world:competition' },
      textOf,
    );
    if (!reply.ok) throw new Error('not answered');
    const { parts, events } = reply.answer;
    expect(parts.find(({ reason }) => reason === 'leadersSummit')?.delta).toBe(-100_000);
    const own = parts.find(({ reason }) => reason === 'inject');
    expect(own?.delta).toBe(50_000);
    expect(events[own?.event ?? -1]?.written?.title).toBe('A strike at the exchange');
  });

  it('stays in the record of the round in which it happened', () => {
    const played = until(after(deciding, host, written), 'briefing', 2);
    expect(played.rounds[0]?.events.at(-1)).toMatchObject({ number: 1, text });
    expect(ids(played)).not.toContain('written');
  });

  it('of its own words shows title, text and effects; without its words it still stands', () => {
    const state = after(deciding, host, written);
    const shown = (of: () => string | null) =>
      viewFor(state, { kind: 'observer' }, of).table.events.at(-1)?.written;
    expect(shown(textOf)).toEqual({
      title: 'A strike at the exchange',
      text: 'For a day nothing moves.',
      effects: [{ kind: 'competition', amount: 50_000 }],
    });
    expect(shown(() => null)).toMatchObject({ title: null, text: null });
    expect(shown(() => 'A strike')).toMatchObject({ title: 'A strike', text: null });
  });

  it('draws its own victim by address, the same for the same command', () => {
    const intrusion: Inject = { ...summit, what: { from: 'deck', id: 'misattributed-intrusion' } };
    expect(eventsOf(deciding, host, intrusion)).toEqual(eventsOf(deciding, host, intrusion));
    expect(eventsOf(deciding, host, intrusion)[0]).toMatchObject({
      event: { victim: expect.any(String), blamed: expect.any(String) },
    });
  });
});

describe('an event prepared for the next round', () => {
  const prepared = after(deciding, host, later(written));

  it('is the host’s secret until that round opens', () => {
    expect(JSON.stringify(viewFor(prepared, { kind: 'observer' }, textOf))).not.toContain('strike');
    expect(answer(prepared, { kind: 'observer' }, { ask: 'injects' }, textOf)).toEqual({
      ok: false,
      refusal: 'notYours',
    });
    expect(answer(prepared, { kind: 'host' }, { ask: 'injects' }, textOf)).toMatchObject({
      ok: true,
      answer: [{ number: 1, round: 2, event: { written: { title: 'A strike at the exchange' } } }],
    });
  });

  it('is shown with the briefing of its round, before decisions', () => {
    const state = until(prepared, 'briefing', 2);
    expect(viewFor(state, { kind: 'observer' }, textOf).table.events.at(-1)?.number).toBe(1);
  });

  it('can be prepared in the lobby for the first round, and while a round is revealed', () => {
    const lobby = after(fullTable(), host, later(summit));
    expect(ids(after(lobby, host, { type: 'startSession' }))).toContain('leaders-summit');
    const revealed = after(until(deciding, 'reveal', 1), host, later(summit));
    expect(ids(until(revealed, 'briefing', 2))).toContain('leaders-summit');
  });

  it('can be taken back, once, and then never comes', () => {
    const back = { type: 'cancelInject', number: 1 } as const;
    const state = after(prepared, host, back);
    expect(ids(until(state, 'briefing', 2))).not.toContain('written');
    expect(refusalOf(state, host, back)).toEqual({ code: 'eventPast' });
  });
});

describe('what the host cannot bring in', () => {
  it('is what this round has no room for any more', () => {
    const revealed = until(deciding, 'reveal', 1);
    expect(refusalOf(revealed, host, summit)).toEqual({ code: 'roundIsOver' });
    expect(refusalOf(fullTable(), host, summit)).toEqual({ code: 'wrongPhase' });
    expect(refusalOf(until(deciding, 'briefing', 5), host, later(summit))).toEqual({ code: 'noNextRound' });
  });

  it('is a fourth event of one round', () => {
    const full = [1, 2, 3].reduce((state) => after(state, host, summit), deciding);
    expect(refusalOf(full, host, summit)).toEqual({ code: 'tooManyEvents' });
    expect(eventsOf(full, host, later(summit))).toHaveLength(1);
  });

  it('is an event that no deck holds, or one without words', () => {
    expect(refusalOf(deciding, host, { ...summit, what: { from: 'deck', id: 'meteor' } })).toEqual({
      code: 'unknownEvent',
    });
    const wordless: Inject = { ...written, what: { from: 'host', text: null, effects: [] } };
    expect(refusalOf(deciding, host, wordless)).toEqual({ code: 'nothingSaid' });
  });

  it('is an effect of no size, too large, too fine or of no known kind', () => {
    for (const effect of [
      { kind: 'competition', amount: 0 },
      { kind: 'competition', amount: 200_001 },
      { kind: 'competition', amount: 1500 },
      { kind: 'blame' },
      { kind: 'score', amount: 10_000 },
    ]) {
      const command = { ...written, what: { from: 'host', text, effects: [effect] } };
      expect(commandSchema.safeParse(command).success).toBe(false);
    }
  });

  it('is taken back no more once its round is resolved', () => {
    const played = until(after(deciding, host, summit), 'reveal', 1);
    expect(refusalOf(played, host, { type: 'cancelInject', number: 1 })).toEqual({ code: 'eventPast' });
  });
});

describe('stepping back', () => {
  const back = { type: 'stepBack' } as const;

  it('undoes the events that were given in the round', () => {
    const revealed = until(after(deciding, host, summit), 'reveal', 1);
    const state = after(revealed, host, back);
    expect(state.injects).toEqual([]);
    expect(ids(state)).not.toContain('leaders-summit');
  });

  it('keeps what had been prepared before that round began', () => {
    const second = until(after(deciding, host, later(summit)), 'reveal', 2);
    expect(ids(after(second, host, back))).toContain('leaders-summit');
  });

  it('continues the numbering after what is left', () => {
    const state = after(after(until(after(deciding, host, summit), 'reveal', 1), host, back), host, summit);
    expect(state.injects.map(({ number }) => number)).toEqual([1]);
  });
});
