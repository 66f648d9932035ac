import { describe, expect, it } from 'vitest';
import type { Pledge } from '#shared/model/world.ts';
import { trustGain } from './causes.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const pledge = (a: string, b: string, breachedBy: readonly string[] = [], isPublic = true): Pledge => ({
  between: [a, b],
  breachedBy,
  public: isPublic,
});
const withPledges = (...pledges: readonly Pledge[]) => play(table, inputOf({}, { pledges }));

describe('a kept pledge', () => {
  it('makes trust on both sides and pays both', () => {
    const played = withPledges(pledge('concordia', 'verdania'));
    expect(trustGain(played, pair(table, 'concordia', 'verdania'), 'pledgeKept')).toBeGreaterThan(0);
    expect(trustGain(played, pair(table, 'verdania', 'concordia'), 'pledgeKept')).toBeGreaterThan(0);
    const trust = played.after.trust;
    const mutual =
      ((trust[pair(table, 'concordia', 'verdania')] ?? 0) +
        (trust[pair(table, 'verdania', 'concordia')] ?? 0)) /
      2;
    expect(played.payoffs[seat(table, 'concordia')]?.pledge).toBeCloseTo(0.05 * mutual, -1);
  });

  it('shares what it makes and pays beyond two', () => {
    const partners = ['verdania', 'aurelia', 'straitport', 'savannah'];
    const many = withPledges(...partners.map((partner) => pledge('concordia', partner)));
    const one = withPledges(pledge('concordia', 'verdania'));
    const at = pair(table, 'concordia', 'verdania');
    expect(trustGain(many, at, 'pledgeKept')).toBeCloseTo(0.5 * trustGain(one, at, 'pledgeKept'), -1);
  });
});

describe('a broken pledge', () => {
  const broken = pledge('concordia', 'verdania', ['concordia']);

  it('in public costs the partner’s trust and that of all who look on', () => {
    const played = withPledges(broken);
    expect(trustGain(played, pair(table, 'verdania', 'concordia'), 'pledgeBroken')).toBeLessThan(0);
    expect(trustGain(played, pair(table, 'savannah', 'concordia'), 'pledgeBrokenToAnother')).toBeLessThan(0);
    expect(trustGain(played, pair(table, 'concordia', 'verdania'), 'pledgeBroken')).toBe(0);
    expect(played.payoffs[seat(table, 'verdania')]?.pledge).toBe(0);
  });

  it('in secret costs the partner’s trust only', () => {
    const played = withPledges(pledge('concordia', 'verdania', ['concordia'], false));
    expect(trustGain(played, pair(table, 'verdania', 'concordia'), 'pledgeBroken')).toBeLessThan(0);
    expect(trustGain(played, pair(table, 'savannah', 'concordia'), 'pledgeBrokenToAnother')).toBe(0);
  });

  it('towards several is one breach for onlookers', () => {
    const twice = withPledges(broken, pledge('concordia', 'aurelia', ['concordia']));
    expect(trustGain(twice, pair(table, 'savannah', 'concordia'), 'pledgeBrokenToAnother')).toBe(
      trustGain(withPledges(broken), pair(table, 'savannah', 'concordia'), 'pledgeBrokenToAnother'),
    );
  });
});
