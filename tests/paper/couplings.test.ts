import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REFERENCE_PARAMETERS } from '../../shared/model/parameters.ts';
import { couplings } from './couplings.ts';
import { examine } from './judge.ts';
import { propositionNumbered } from './propositions.ts';

/** The trials of the quick suite that must fail if a coupling is cut; the others show with `npm run paper -- --break`. */
const cuts = couplings.flatMap((coupling) =>
  coupling.fails.flatMap(([number, id]) => {
    const { quick, ...proposition } = propositionNumbered(number);
    if (quick === undefined) return [];
    const trials = proposition.trials.filter((trial) => trial.id === id);
    return [{ coupling, proposition: { ...proposition, trials }, id, seeds: quick }];
  }),
);

describe('a coupling that is cut takes its propositions with it', () => {
  it.each(
    cuts.map(
      (cut) =>
        [`${cut.coupling.id}: #${cut.proposition.number} ${cut.proposition.phrase} ${cut.id}`, cut] as const,
    ),
  )(
    '%s',
    (_, { coupling, proposition, seeds }) => {
      const [finding] = examine(proposition, 12, seeds, coupling.changes);
      expect(finding?.verdict).not.toBe('held');
    },
    60_000,
  );
});

describe('the list of couplings', () => {
  it('has at least ten, and changes only numbers that exist, to something else', () => {
    expect(couplings.length).toBeGreaterThanOrEqual(10);
    for (const { changes } of couplings) {
      for (const [name, value] of Object.entries(changes)) {
        expect(REFERENCE_PARAMETERS).toHaveProperty(name);
        expect(REFERENCE_PARAMETERS).not.toHaveProperty(name, value);
      }
    }
  });

  it('names trials of the propositions it says', () => {
    for (const { fails } of couplings) {
      expect(fails.length).toBeGreaterThan(0);
      for (const [number, id] of fails) {
        expect(propositionNumbered(number).trials.map((trial) => trial.id)).toContain(id);
      }
    }
  });

  it.each(couplings.map((coupling) => [coupling.id, coupling] as const))(
    'stands in tests/README.md: %s',
    (_, { id, what, changes, fails }) => {
      const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
      const numbers = Object.entries(changes).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
      const failing = fails.map(([number, trial]) => `#${number} ${trial}`);
      expect(row).toBe(`| \`${id}\` | ${what} | ${numbers.join(', ')} | ${failing.join(', ')} |`);
    },
  );
});
