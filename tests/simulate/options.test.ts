import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { CommandFailed } from '../../server/lib/commandFailed.ts';
import { addSimulate } from '../../server/commands/simulate.ts';
import { addRunOptions, runFrom, type RunOptions } from '../../server/simulate/options.ts';
import {
  cellsOfRun,
  identityOf,
  type Run,
  runHash,
  shardOf,
  stretchesOf,
  totalGames,
} from '../../server/simulate/run.ts';
import { cellsOf, parseSweeps, withSettings } from '../../server/simulate/settings.ts';
import { lineOf, rateSentence } from '../../server/simulate/progress.ts';
import { REFERENCE_PARAMETERS } from '../../shared/model/parameters.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';

const usual = ['--scenario', 'archipelago', '--games', '10'] as const;

function runOf(...args: readonly string[]) {
  const command = addRunOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...args], { from: 'user' });
  return runFrom(command.opts<RunOptions>());
}

/** The command line's message about options it cannot use, or null if it would use them. */
async function complaint(...args: readonly string[]): Promise<string | null> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addSimulate(program);
  for (const command of program.commands) command.configureOutput({ writeErr: () => undefined });
  try {
    await program.parseAsync(['simulate', ...args], { from: 'user' });
    return null;
  } catch (error) {
    if (error instanceof CommandFailed && error.exitCode === 2) return error.message;
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

describe('options that cannot be used', () => {
  it.each([
    [['--games', 'many'], 'whole number'],
    [['--bots', 'CLAS'], 'Did you mean "CLASS"?'],
    [['--plan', '9x9'], 'has no plan "9x9"'],
    [['--set', 'lamda=2'], 'Did you mean "lambda"?'],
    [['--set', 'lambda'], 'is not a setting'],
    [['--set', 'lambda=much'], 'is not a number'],
    [['--set', 'lambda=-5'], '"lambda" is a number from 0 to 10, not -5.'],
    [['--set', 'lambda=1e308'], 'from 0 to 10'],
    [['--set', 'confirm=1.5'], '"confirm" is a whole number from 1 to 5'],
    [['--set', 'cost.commit=2'], 'from 0 to 1, not 2'],
    [['--sweep', 'lambda=1:1e308:1000'], 'from 0 to 10'],
    [['--set', 'scarred=1'], 'is true or false'],
    [['--set', 'rounds=3'], 'belongs to the plan'],
    [['--sweep', 'lambda=2:3'], 'is not a sweep'],
    [['--sweep', 'lambda=2:3:4', '--sweep', 'lambda=2:3:4'], 'is swept twice'],
    [['--sweep', 'lambda=2:3:500', '--sweep', 'relax=.1:.2:500'], 'has 250000 cells'],
    [['--shard', '5/4'], 'Write i/n'],
    [['--talk', 'loud'], 'Choose from none'],
    [['--seats', '12'], 'Say where to play'],
    [['--rounds', '6'], 'belong together'],
    [['--plan', '5x3', '--rounds', '6', '--steps', '3'], 'its own rounds and steps'],
    [['--scenario', 'atlantis'], 'There is no scenario "atlantis"'],
  ] as const)('%j', async (more, sentence) => {
    expect(await complaint(...usual, ...more, '--out', 'nowhere')).toContain(sentence);
  });

  it('needs a place to play and a place to write', async () => {
    expect(await complaint('--out', 'nowhere')).toContain('Say where to play');
    expect(await complaint(...usual)).toContain('Say where to write');
  });
});

describe('a run', () => {
  it('is known by what decides its rows', () => {
    expect(runHash(runOf(...usual))).toBe(runHash(runOf(...usual, '--bots', 'CLASS')));
    for (const more of [
      ['--seed', '2'],
      ['--bots', 'HUMAN'],
      ['--talk', 'talk'],
      ['--set', 'lambda=3'],
      ['--open-deck'],
      ['--rounds', '6', '--steps', '3'],
    ]) {
      expect(runHash(runOf(...usual, ...more))).not.toBe(runHash(runOf(...usual)));
    }
  });

  it('opens its world by the parameters that were set', () => {
    const run = runOf(
      ...usual,
      '--set',
      'restingCompetition=.4',
      '--set',
      'cost.commit=.5',
      '--set',
      'scarred=false',
    );
    const [cell] = cellsOfRun(run);
    if (cell?.condition.table.kind !== 'fixed') throw new Error('no table');
    const { setting, world } = cell.condition.table;
    expect(world.competition).toBe(400_000);
    expect(setting.parameters.cost.commit).toBe(0.5);
    expect(setting.parameters.scarred).toBe(false);
  });

  it('plays by the rules of the plan, and says in the identity of a run which ones', () => {
    const place = ['--scenario', 'supply-lines', '--games', '10'] as const;
    const [longer, first, paced] = [
      ['--plan', '8x2'],
      ['--plan', '6x3'],
      ['--rounds', '8', '--steps', '2'],
    ].map((more) => runOf(...place, ...more));
    const barOf = (run: Run | undefined) => {
      const table = run === undefined ? undefined : cellsOfRun(run)[0]?.condition.table;
      return table?.kind === 'fixed' ? table.setting.parameters.ggRegime : null;
    };
    const { rules, plans } = scenarioById('supply-lines')!;
    expect(barOf(longer)).toBe(plans[1]?.rules?.numbers?.ggRegime);
    expect(barOf(first)).toBe(rules?.numbers?.ggRegime);
    expect(barOf(paced)).toBe(rules?.numbers?.ggRegime);
    expect(barOf(longer)).not.toBe(barOf(first));
    expect(identityOf(longer!)).toMatchObject({ plan: '8x2', pace: { rounds: 8, steps: 2 } });
    expect(runHash(longer!)).not.toBe(runHash(paced!));
  });

  it('plays the reference table of any size', () => {
    const run = runOf('--seats', '24');
    expect(run.place).toMatchObject({ kind: 'standard', seats: 24, pace: { rounds: 6, steps: 3 } });
  });

  it.each([1, 2, 4, 7, 100])('is all there in %i shards, in order', (of) => {
    const run = runOf(...usual, '--sweep', 'lambda=2:3:3', '--seed', '4294967290');
    const cells = cellsOfRun(run);
    const shards = Array.from({ length: of }, (_, k) => shardOf(run, k + 1, of));
    const games = shards.flatMap((shard) =>
      stretchesOf(run, cells, shard).flatMap(({ cell, first, seeds }) =>
        seeds.map((seed, k) => [first + k, cell.index, seed]),
      ),
    );
    expect(totalGames(run)).toBe(30);
    expect(games).toEqual(
      Array.from({ length: 30 }, (_, game) => {
        return [game, Math.floor(game / 10), (4_294_967_290 + (game % 10)) >>> 0];
      }),
    );
  });
});

describe('sweeps and settings', () => {
  it('make a grid, the last parameter changing fastest', () => {
    expect(cellsOf(parseSweeps(['lambda=2:3:2', 'relax=.1:.3:3']))).toEqual([
      { lambda: 2, relax: 0.1 },
      { lambda: 2, relax: 0.2 },
      { lambda: 2, relax: 0.3 },
      { lambda: 3, relax: 0.1 },
      { lambda: 3, relax: 0.2 },
      { lambda: 3, relax: 0.3 },
    ]);
    expect(cellsOf([])).toEqual([{}]);
  });

  it('change only what was set', () => {
    expect(withSettings(REFERENCE_PARAMETERS, {})).toEqual(REFERENCE_PARAMETERS);
    expect(withSettings(REFERENCE_PARAMETERS, { lambda: 9 }).lambda).toBe(9);
  });
});

describe('progress', () => {
  it('says rate and time left', () => {
    expect(lineOf(50, 200, 10)).toMatch(/^█{6}·{18} 50 of 200 games, 5\/s, 30 s left$/);
    expect(lineOf(0, 200, 0)).toContain('0 of 200 games');
    expect(rateSentence(100, 10, 2, 20)).toContain('10.0 games/s with 2 workers, 5.0 games/s/core');
  });
});
