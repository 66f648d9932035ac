import { describe, expect, it } from 'vitest';
import { examine, type Finding, verdictOf } from './judge.ts';
import { pageOf } from './page.ts';
import type { Proposition, TableSize } from './proposition.ts';
import { propositions } from './propositions.ts';
import { knownResults } from './results.ts';

/** The propositions that a few seeds decide; `npm run paper` runs the others too. */
const quick = propositions.flatMap((proposition) =>
  proposition.quick === undefined ? [] : [{ proposition, seeds: proposition.quick }],
);

/** The seeds, and the most seeds at twelve seats for which a proposition also runs at forty. */
const AT_FORTY = 3;
const LIGHT = 4;

const title = ({ number, phrase, section }: Proposition) => `#${number} ${phrase} (§${section})`;

function expectHeld(proposition: Proposition, n: TableSize, seeds: number): void {
  const findings = examine(proposition, n, seeds);
  const open = findings.filter(({ verdict }) => verdict !== 'held').map(told);
  expect(open).toEqual([]);
  expect(verdictOf(findings)).toBe('held');
}

function told({ id, difference, verdict }: Finding): string {
  return `${id}: ${verdict}, ${JSON.stringify(difference)}`;
}

describe('the paper at twelve seats', () => {
  it.each(quick.map((chosen) => [title(chosen.proposition), chosen] as const))(
    '%s',
    (_, { proposition, seeds }) => expectHeld(proposition, 12, seeds),
    60_000,
  );
});

describe('the paper at forty seats', () => {
  const light = quick.filter(({ seeds }) => seeds <= LIGHT);
  it.each(light.map(({ proposition }) => [title(proposition), proposition] as const))(
    '%s',
    (_, proposition) => expectHeld(proposition, 40, AT_FORTY),
    60_000,
  );
});

describe('the forty propositions', () => {
  it('are forty, numbered in order', () => {
    expect(propositions.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('have each trial once', () => {
    const ids = propositions.flatMap(({ trials }) => trials.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are what docs/paper.md says', async () => {
    await expect(pageOf(knownResults())).toMatchFileSnapshot('../../docs/paper.md');
  });
});
