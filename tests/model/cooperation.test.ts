import { describe, expect, it } from 'vitest';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';
import { causesOf, trustGain } from './causes.ts';

const table = tableOf(12);
const two = { concordia: { action: 'dialogue', targets: ['indravar'] } } as const;

describe('dialogue', () => {
  it('wins more trust where it is answered', () => {
    const alone = play(table, inputOf(two));
    const answered = play(
      table,
      inputOf({ ...two, indravar: { action: 'dialogue', targets: ['concordia'] } }),
    );
    const heard = pair(table, 'indravar', 'concordia');
    expect(causesOf(alone, 'trust', heard)).toContain('dialogueOpened');
    expect(causesOf(answered, 'trust', heard)).toContain('dialogueReciprocated');
    expect(answered.after.trust[heard]).toBeGreaterThan(alone.after.trust[heard] ?? 0);
  });

  it('turns sour when it is answered with a restriction', () => {
    const played = play(table, inputOf({ ...two, indravar: { action: 'restrict', targets: ['concordia'] } }));
    const hurt = pair(table, 'concordia', 'indravar');
    expect(causesOf(played, 'trust', hurt)).toContain('dialogueAnsweredWithRestriction');
  });

  it('reaches less far across a gap of development', () => {
    const near = play(table, inputOf({ concordia: { action: 'dialogue', targets: ['straitport'] } }));
    const far = play(table, inputOf({ concordia: { action: 'dialogue', targets: ['savannah'] } }));
    const gain = (played: typeof near, of: string) =>
      trustGain(played, pair(table, of, 'concordia'), 'dialogueOpened');
    expect(gain(near, 'straitport')).toBeGreaterThan(gain(far, 'savannah'));
  });
});

describe('a commitment', () => {
  it('is seen by all and counts twice among those who share it', () => {
    const played = play(table, inputOf({ verdania: { action: 'commit' }, concordia: { action: 'commit' } }));
    expect(causesOf(played, 'trust', pair(table, 'savannah', 'verdania'))).not.toContain('commitmentShared');
    expect(causesOf(played, 'trust', pair(table, 'concordia', 'verdania'))).toContain('commitmentShared');
  });
});

describe('capacity building', () => {
  it('by several givers multiplies what is left to build and is shared by what each would do alone', () => {
    const givers = ['aurelia', 'straitport', 'verdania'] as const;
    const order = { action: 'build-capacity', targets: ['savannah'] } as const;
    const played = play(table, inputOf(Object.fromEntries(givers.map((id) => [id, order]))));
    const built = givers.map((id) => {
      const author = seat(table, id);
      const own = played.entries.find(
        (entry) => 'quantity' in entry && entry.quantity === 'development' && entry.author === author,
      );
      return own !== undefined && 'delta' in own ? own.delta : 0;
    });
    const alone = [0.95, 0.95, 0.6].map((development) => 0.1 * (0.5 + 0.5 * development));
    const total = 0.7 * (1 - alone.reduce((left, part) => left * (1 - part), 1));
    expect(built.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total * 1e6, -1);
    expect((built[0] ?? 0) / (built[2] ?? 1)).toBeCloseTo((alone[0] ?? 0) / (alone[2] ?? 1), 3);
  });
});

describe('open standards', () => {
  it('lower a barrier further when both sides open them, and even at low trust', () => {
    const one = play(table, inputOf({ boreas: { action: 'open-standards' } }));
    const both = play(
      table,
      inputOf({ boreas: { action: 'open-standards' }, aurelia: { action: 'open-standards' } }),
    );
    const barrier = pair(table, 'aurelia', 'boreas');
    expect(one.after.barrier[barrier]).toBeLessThan(table.world.barrier[barrier] ?? 0);
    expect(both.after.barrier[barrier]).toBeLessThan(one.after.barrier[barrier] ?? 0);
  });
});

describe('a bridge', () => {
  it('brings a pair together and wins its broker their trust', () => {
    const played = play(table, inputOf({ straitport: { action: 'bridge', pair: ['aurelia', 'meridia'] } }));
    expect(causesOf(played, 'trust', pair(table, 'aurelia', 'meridia'))).toContain('bridgeBuilt');
    expect(causesOf(played, 'trust', pair(table, 'meridia', 'straitport'))).toContain('honestBroker');
  });

  it('spread over larger groups does less for each', () => {
    const pairOnly = play(table, inputOf({ straitport: { action: 'bridge', pair: ['aurelia', 'meridia'] } }));
    const groups = [
      ['aurelia', 'halcyon', 'ironmark'],
      ['meridia', 'boreas'],
    ] as const;
    const wide = play(
      table,
      inputOf({ straitport: { action: 'bridge', pair: ['aurelia', 'meridia'], groups } }),
    );
    const between = pair(table, 'aurelia', 'meridia');
    expect(trustGain(wide, between, 'bridgeBuilt')).toBeLessThan(trustGain(pairOnly, between, 'bridgeBuilt'));
    expect(trustGain(wide, pair(table, 'ironmark', 'boreas'), 'bridgeBuilt')).toBeGreaterThan(0);
  });
});

describe('capacity that closes no gap', () => {
  it('builds nothing, and leaves every number a number', () => {
    const barren = tableOf(12, { devCap: 0 });
    const input = inputOf({ concordia: { action: 'build-capacity', targets: ['savannah'] } });
    const played = play(barren, input);
    const place = seat(barren, 'savannah');
    expect(causesOf(played, 'development', place)).not.toContain('capacityBuilt');
    expect(causesOf(played, 'trust', pair(barren, 'savannah', 'concordia'))).toContain('capacityBuilt');
  });
});
