import { describe, expect, it } from 'vitest';
import { headerSchema, newHeader, basisOf } from '#shared/log/header.ts';
import { isPlansPace, minutesAt, ownPaceSchema } from '#shared/session/vocabulary/ownPace.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, emptyTable, fullTable, host } from './table.ts';

const { plan } = emptyTable().basis;
const asPlanned = { rounds: plan.rounds, seconds: plan.seconds };
const quick = { rounds: 3, seconds: { briefing: 0, negotiation: 30, decision: 45, reveal: 20, review: 0 } };

describe('a session at its own pace', () => {
  it('has the rounds and seconds that were asked for, and leaves out a phase of no seconds', () => {
    const begun = after(fullTable({ pace: quick }), host, { type: 'startSession' });
    expect(begun.phase).toMatchObject({
      name: 'negotiation',
      seconds: quick.seconds.negotiation + plan.firstRoundExtraSeconds,
    });
    expect(viewFor(begun, { kind: 'observer' }, () => null).card.plan).toMatchObject({
      id: plan.id,
      rounds: 3,
      steps: plan.steps,
    });
  });

  it('ends after its own last round, without pars where the number of rounds is another', () => {
    let state = decidingTable({ pace: quick });
    while (state.phase.name !== 'ended') state = after(state, host, { type: 'closePhase', because: 'host' });
    expect(state.rounds).toHaveLength(3);
    const ending = viewFor(state, { kind: 'observer' }, () => null).table.ending;
    expect(ending?.seats.map(({ par }) => par)).toEqual(state.seats.map(() => null));
  });

  it('keeps its pars where only seconds are other', () => {
    const slow = { ...asPlanned, seconds: { ...plan.seconds, decision: 90 } };
    expect(emptyTable({ pace: slow }).basis.plan.pars).toEqual(plan.pars);
  });

  it('is kept in the header of the log', () => {
    const opened = emptyTable({ pace: quick }).basis;
    const header = newHeader(opened, { build: 'test', created: 0 }, () => '0'.repeat(64));
    expect(header.pace.rounds).toBe(3);
    expect(basisOf(headerSchema.parse(header)).plan).toEqual(opened.plan);
  });
});

describe('the minutes of a pace', () => {
  it('are the plan’s for its own numbers', () => {
    expect(minutesAt(plan, asPlanned)).toBe(plan.minutes);
    expect(isPlansPace(plan, asPlanned)).toBe(true);
  });

  it('grow by what is added to every round', () => {
    const longer = { ...asPlanned, seconds: { ...plan.seconds, negotiation: plan.seconds.negotiation + 60 } };
    expect(minutesAt(plan, longer)).toBe(plan.minutes + plan.rounds);
    expect(isPlansPace(plan, longer)).toBe(false);
  });
});

it('a pace out of its bounds is none', () => {
  const bad = [
    { ...quick, rounds: 2 },
    { ...quick, rounds: 21 },
    { ...quick, rounds: 4.5 },
    { ...quick, seconds: { ...quick.seconds, decision: 5 } },
    { ...quick, seconds: { ...quick.seconds, negotiation: 1801 } },
  ];
  expect(ownPaceSchema.safeParse(quick).success).toBe(true);
  expect(bad.filter((pace) => ownPaceSchema.safeParse(pace).success)).toEqual([]);
});
