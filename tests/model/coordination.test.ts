import { describe, expect, it } from 'vitest';
import { effectOf } from './causes.ts';
import { inputOf, play, tableOf } from './tables.ts';

const table = tableOf(12);
const sign = { action: 'bridge', coordinate: 0 } as const;
const marks = ({ after }: ReturnType<typeof play>) =>
  after.blocs.flatMap((bloc) => (bloc.kind === 'functional' && bloc.coordinated ? [bloc.id] : []));

describe('recognition between groups of one field', () => {
  it('is not brought about by third parties alone', () => {
    const played = play(table, inputOf({ straitport: sign, meridia: sign, boreas: sign }));
    expect(effectOf(played, 'coordination', 3, 'recognition')).toBe(0);
    expect(marks(played)).toEqual([]);
  });

  it('collects points once each group has signed, including those of third parties', () => {
    const own = play(table, inputOf({ verdania: sign, duneland: sign }));
    const helped = play(table, inputOf({ verdania: sign, duneland: sign, straitport: sign }));
    expect(effectOf(own, 'coordination', 3, 'recognition')).toBeGreaterThan(0);
    expect(effectOf(helped, 'coordination', 3, 'recognition')).toBeGreaterThan(
      effectOf(own, 'coordination', 3, 'recognition'),
    );
  });

  it('may be signed by an agreement in force, which brings no points of its own', () => {
    const recognitions = [{ field: 0, groups: [3, 4] }] as const;
    expect(effectOf(play(table, inputOf({}, { recognitions })), 'coordination', 3, 'recognition')).toBe(0);
    const helped = play(table, inputOf({ straitport: sign }, { recognitions }));
    expect(effectOf(helped, 'coordination', 4, 'recognition')).toBeGreaterThan(0);
  });

  it('at enough points is marked for good and its points are cleared', () => {
    const order = { aurelia: sign, concordia: sign, duneland: sign, meridia: sign };
    const played = play(table, inputOf(order));
    expect(marks(played)).toEqual([3, 4]);
    expect(
      played.after.blocs.filter((bloc) => bloc.kind === 'functional').map((bloc) => bloc.coordination),
    ).toEqual([0, 0]);
    expect(marks(play({ ...table, world: played.after }, inputOf({})))).toEqual([3, 4]);
  });

  it('forgets a part of its points each pass', () => {
    const played = play(tableOf(12, { coordNeed: 0.5 }), inputOf({ halcyon: sign, savannah: sign }));
    const gathered = effectOf(played, 'coordination', 3, 'recognition');
    expect(marks(played)).toEqual([]);
    expect(effectOf(played, 'coordination', 3, 'recognitionForgotten')).toBeCloseTo(-0.3 * gathered, -1);
  });
});
