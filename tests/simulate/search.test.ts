import { describe, expect, it } from 'vitest';
import { judgedBy, replayableOf, withBars } from '../../server/simulate/studies/bars.ts';
import { crossed, knobs, neighbour, turned, turnedScenario } from '../../server/simulate/studies/knobs.ts';
import { handWritten, withChapter } from '../../server/simulate/studies/docs.ts';
import { conditionOf, type Lab, standOf, standsFor } from '../../server/simulate/studies/lab.ts';
import { lateFrom, turnsLate } from '../../server/simulate/studies/paths.ts';
import { nextTry, type Try } from '../../server/simulate/studies/search.ts';
import { lossOf } from '../../server/simulate/studies/shortfall.ts';
import { settingOf } from '../../shared/scenario/setting.ts';
import { openingTableOf } from '../../shared/simulation/condition.ts';
import { type GameRecord, recordGame } from '../../shared/simulation/record.ts';
import { chanceFrom } from '../model/play.ts';

describe('the table of a study', () => {
  it('follows the rules of its own plan', () => {
    for (const { name, scenario, plan, table } of standsFor(undefined, undefined)) {
      const { setting } = openingTableOf(table, 1);
      expect(setting.parameters, name).toEqual(settingOf(scenario, plan).parameters);
    }
  });

  it('has the numbers of a candidate where its plan has rules of its own', () => {
    const [stand] = standsFor('supply-lines', '8x2');
    expect(stand!.plan.rules?.numbers).toHaveProperty('ggRegime');
    const { setting } = openingTableOf(turned(stand!, { ggRegime: 0.31, dU: 0.07 }).table, 1);
    expect(setting.parameters).toMatchObject({ ggRegime: 0.31, dU: 0.07 });
  });
});

describe('games judged by other bars', () => {
  const [stand] = standsFor('archipelago', '5x3');
  const lab = { openDeck: false } as Lab;
  const { setting } = openingTableOf(stand!.table, 1);
  const play = (mix: 'HUMAN' | 'WILLING', talk: 'none' | 'talk', of = stand!) =>
    Array.from({ length: 30 }, (_, k) => recordGame(conditionOf(lab, of, mix, talk), 1 + k));

  it('have the stages they were played with if the bars are the same', () => {
    for (const [mix, talk] of [
      ['HUMAN', 'none'],
      ['WILLING', 'talk'],
    ] as const) {
      const records = play(mix, talk);
      expect(judgedBy(setting.parameters, replayableOf(setting, records))).toEqual(records);
    }
  });

  it('have the stages that other bars would have given', () => {
    const candidate = { ggOut: 0.2, ggSafe: 0.7, ggEqual: 0.5, ggOpen: 0.5, ggRegime: 0.5 };
    const other = standOf(turnedScenario(stand!.scenario, candidate), stand!.plan);
    const judged = judgedBy(
      withBars(setting, candidate).parameters,
      replayableOf(setting, play('WILLING', 'talk')),
    );
    expect(judged).toEqual(play('WILLING', 'talk', other));
    expect(judged).not.toEqual(play('WILLING', 'talk'));
  });
});

describe('a search', () => {
  const look = (index: number, miss: number, again: number | null = null): Try => {
    const shortfall = { '6a': miss };
    return { try: index, again, candidate: { aU: index }, shortfall, loss: lossOf(shortfall) };
  };
  const looks = [0.5, 0.1, 0.4, 0.3, 0.2, 0.6, 0.7].map((miss, k) => look(k, miss));

  it('plays the best of every eight again, and each only once', () => {
    expect(nextTry(looks, {}, knobs, chanceFrom(1))).toMatchObject({ again: 1, candidate: { aU: 1 } });
    const more = [
      ...looks,
      look(7, 0.3, 1),
      ...[0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9].map((miss, k) => look(8 + k, miss)),
    ];
    expect(nextTry(more, {}, knobs, chanceFrom(1))).toMatchObject({ again: 4, candidate: { aU: 4 } });
  });

  it('tries a new candidate otherwise, within the ranges', () => {
    expect(nextTry([], { aU: 3 }, knobs, chanceFrom(1))).toEqual({ again: null, candidate: { aU: 3 } });
    const start = Object.fromEntries(knobs.map(({ name, from }) => [name, from]));
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceFrom(seed);
      const next = crossed(neighbour(start, chance), neighbour(start, chance), chance);
      for (const { name, from, to } of knobs) {
        expect(next[name]).toBeGreaterThanOrEqual(from);
        expect(next[name]).toBeLessThanOrEqual(to);
      }
    }
  });

  it('counts a demand that is missed by a hair as missed', () => {
    expect(lossOf({ '6a': 0 })).toBe(0);
    expect(lossOf({ '6a': 0.001 })).toBeGreaterThan(0.5);
  });
});

describe('the path of a dial', () => {
  const [stand] = standsFor('archipelago', '5x3');
  const record = recordGame(conditionOf({ openDeck: false } as Lab, stand!, 'WILLING', 'none'), 1);
  const through = (...points: readonly number[]): GameRecord => ({
    ...record,
    openingDirection: 50_000,
    rounds: points.map((point, k) => ({
      ...record.rounds[k]!,
      round: k + 1,
      stage: 'selection',
      indicators: { ...record.rounds[k]!.indicators, direction: point * 10_000 },
    })),
  });

  it('has the rounds in its last third whose middle lies there', () => {
    expect([5, 6, 8, 16].map(lateFrom)).toEqual([4, 5, 6, 12]);
  });

  it('turns late where it crosses a band in the last third, or the stage changes there', () => {
    expect(turnsLate(through(5, -5, 12, 13, 14))).toBe(false);
    expect(turnsLate(through(5, 5, 5, 5, 12))).toBe(true);
    const won = through(5, 12, 13, 14, 15);
    expect(
      turnsLate({ ...won, rounds: won.rounds.with(4, { ...won.rounds[4]!, stage: 'governance' }) }),
    ).toBe(true);
  });
});

describe('a chapter of a page', () => {
  it('takes the place of the one with its title, or stands at the end', () => {
    const page = '# Page\n\n## One\n\nold\n\n## Two\n\ntwo\n';
    expect(withChapter(page, { title: 'One' }, '## One\n\nnew')).toBe(
      '# Page\n\n## One\n\nnew\n\n## Two\n\ntwo\n',
    );
    expect(withChapter(page, { title: 'Two' }, '## Two\n\nnew')).toBe(
      '# Page\n\n## One\n\nold\n\n## Two\n\nnew\n',
    );
    expect(withChapter(page, { title: 'Three' }, '## Three')).toBe(`${page}\n## Three\n`);
  });

  it('that no study makes is kept where the page is made again', () => {
    const page = '# Page\n\nhead\n\n## By hand\n\nkept\n\n## Balance\n\nold\n';
    expect(handWritten(page, ['Balance'])).toEqual(['## By hand\n\nkept']);
    expect(handWritten('', ['Balance'])).toEqual([]);
  });
});
