import { describe, expect, it } from 'vitest';
import { type EqualMark, explain, parseSubject, type Subject, subjectKey } from '#shared/model/explain.ts';
import type { FragmentationPath } from '#shared/model/layers.ts';
import { derive, indicatorsOf } from '#shared/model/indicators.ts';
import { chanceFrom, roundOf } from './play.ts';
import { inputOf, play, seat, tableOf } from './tables.ts';

const table = tableOf(12, { steps: 2 });
const subjects: readonly Exclude<Subject, EqualMark>[] = [
  { kind: 'trust', of: 'concordia', in: 'meridia' },
  { kind: 'seat', quantity: 'force', seat: 'boreas' },
  { kind: 'seat', quantity: 'score', seat: 'boreas' },
  { kind: 'seat', quantity: 'threat', seat: 'savannah' },
  { kind: 'seat', quantity: 'securitization', seat: 'aurelia' },
  { kind: 'pair', quantity: 'restriction', a: 'aurelia', b: 'meridia' },
  { kind: 'pair', quantity: 'barrier', a: 'meridia', b: 'aurelia' },
  { kind: 'pair', quantity: 'link', a: 'meridia', b: 'aurelia' },
  { kind: 'world', quantity: 'competition' },
  { kind: 'depth', bloc: 1 },
  { kind: 'path', path: 'technical' },
  { kind: 'path', path: 'political' },
  { kind: 'path', path: 'commercial' },
  { kind: 'gap' },
  { kind: 'indicator', indicator: 'meanTrust' },
  { kind: 'indicator', indicator: 'efficiency' },
  { kind: 'indicator', indicator: 'fragmentationIndex' },
  { kind: 'indicator', indicator: 'meanThreat' },
  { kind: 'indicator', indicator: 'direction' },
];

describe('an explanation', () => {
  const input = roundOf(table.setting, table.world, chanceFrom(11));
  const { entries, after } = play(table, input);

  it.each(subjects.map((subject) => [subjectKey(subject), subject] as const))(
    'of %s sums to the change',
    (_, subject) => {
      const { from, to, parts } = explain(table.setting, table.world, entries, after, subject);
      expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(to - from);
      expect(parts.every(({ delta }) => Number.isInteger(delta) && delta !== 0)).toBe(true);
      const sizes = parts.map(({ delta }) => Math.abs(delta));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    },
  );

  it('of an indicator goes from the old one to the new', () => {
    const subject = { kind: 'indicator', indicator: 'direction' } as const;
    const { from, to, method } = explain(table.setting, table.world, entries, after, subject);
    const directionOf = (world: typeof after) =>
      indicatorsOf(table.setting, derive(table.setting, world)).direction;
    expect([from, to, method]).toEqual([directionOf(table.world), directionOf(after), 'leaveOneOut']);
  });

  it('of mean trust is exact, of efficiency a share', () => {
    const method = (indicator: 'meanTrust' | 'efficiency') =>
      explain(table.setting, table.world, entries, after, { kind: 'indicator', indicator }).method;
    expect([method('meanTrust'), method('efficiency')]).toEqual(['exact', 'leaveOneOut']);
  });

  it('names the author of a blow first', () => {
    const one = tableOf(12);
    const blow = play(one, inputOf({ meridia: { action: 'restrict', targets: ['concordia'] } }));
    const subject = { kind: 'trust', of: 'concordia', in: 'meridia' } as const;
    const { parts, method } = explain(one.setting, one.world, blow.entries, blow.after, subject);
    expect(method).toBe('exact');
    expect(parts[0]).toMatchObject({ reason: 'restrictiveMeasure', author: seat(one, 'meridia') });
  });

  it('of the world’s bloc index names who joined', () => {
    const one = tableOf(12);
    const joined = play(one, inputOf({ concordia: { action: 'join-exclusive' } }));
    const subject = { kind: 'indicator', indicator: 'blocIndex' } as const;
    const { parts } = explain(one.setting, one.world, joined.entries, joined.after, subject);
    expect(parts[0]).toMatchObject({ reason: 'joined', author: seat(one, 'concordia') });
  });

  it('of a path of fragmentation names who closed that path, and leaves the others as they were', () => {
    const one = tableOf(12);
    const round = play(
      one,
      inputOf({
        meridia: { action: 'restrict', targets: ['concordia'] },
        boreas: { action: 'localize' },
        concordia: { action: 'build-capacity', targets: ['savannah'] },
      }),
    );
    const causes = (subject: Exclude<Subject, EqualMark>) =>
      explain(one.setting, one.world, round.entries, round.after, subject).parts.map(
        ({ reason, author }) => `${reason} ${author === undefined ? '' : one.setting.seats[author]?.id}`,
      );
    const of = (path: FragmentationPath) => causes({ kind: 'path', path });
    expect(of('commercial')[0]).toBe('restrictiveMeasure meridia');
    expect(of('commercial')).not.toContain('localization boreas');
    expect(of('political')[0]).toBe('localization boreas');
    expect(of('political')).not.toContain('restrictiveMeasure meridia');
    expect(causes({ kind: 'gap' })).toContain('capacityBuilt concordia');
  });

  it('of a new camp begins with its founding', () => {
    const small = tableOf(12);
    const world = { ...small.world, blocs: [], nextBloc: 1 };
    const order = { action: 'join-exclusive', side: 1 } as const;
    const founded = play({ ...small, world }, inputOf({ aurelia: order, halcyon: order }));
    const { from, parts } = explain(small.setting, world, founded.entries, founded.after, {
      kind: 'depth',
      bloc: 1,
    });
    expect(from).toBe(0);
    expect(parts[0]).toEqual({ reason: 'founded', delta: 250_000 });
  });
});

describe('the name of a subject', () => {
  it.each(subjects.map((subject) => [subjectKey(subject), subject] as const))(
    '%s is read back',
    (key, subject) => {
      expect(parseSubject(key)).toEqual(subject);
    },
  );

  it.each([
    '',
    'trust',
    'trust:a',
    'trust:a:b:c:d',
    'seat:hasOwnProperty:a',
    'indicator:toString',
    'depth:x',
    'path:all',
    'gap:a',
    'world:',
  ])('%s names nothing', (key) => {
    expect(parseSubject(key)).toBeNull();
  });
});
