import { describe, expect, test } from 'vitest';
import { matrixPlot } from '../../client/screens/replay/analysis/matrixPlot.ts';
import { barWidth, placesUnder } from '../../client/screens/replay/analysis/plotParts.ts';

/** What stands beside the rows and over the columns of a table with this many names. */
function labelsOf(width: number, count: number) {
  const names = Array.from({ length: count }, (_, index) => `State ${index}`);
  const { x, y, height = 0 } = matrixPlot(width, [], { rows: names, columns: names, title: () => '' });
  const read = (axis: typeof x): readonly string[] => {
    const format = axis?.tickFormat;
    if (typeof format !== 'function') throw new Error('the axis has no names');
    return names.map((_, index) => String(format(index, index)));
  };
  return { columns: read(x), rows: read(y), height };
}

test('a sign stands in its field at any size, as the legend says', () => {
  const names = Array.from({ length: 40 }, (_, index) => `State ${index}`);
  const cells = [{ row: 0, column: 1, share: 0.5, value: '50', sign: '▲' }];
  const { marks } = matrixPlot(326, cells, { rows: names, columns: names, title: () => '' });
  const drawn = (marks ?? []).flat().map((mark) => (mark && 'data' in mark ? mark.data : null));
  expect(drawn).toHaveLength(2);
  expect(drawn[1]).toEqual(cells);
});

describe('the names of a table of numbers', () => {
  test('stand at both sides where there is room', () => {
    const { columns, rows } = labelsOf(588, 6);
    expect(columns).toEqual(rows);
    expect(columns[5]).toBe('State 5');
  });

  test('lie level over their columns only where each is as narrow as its column', () => {
    const turnOf = (names: readonly string[]) =>
      matrixPlot(588, [], { rows: names, columns: names, title: () => '' }).x?.tickRotate;
    expect(turnOf(['Cooperate', 'Blocs', 'Securitize', 'Hold'])).toBe(-50);
    expect(turnOf(['合作', '圈子', '安全化', '不动'])).toBe(0);
  });

  test.for([326, 588])('of forty states never lie over one another, %i px', (width) => {
    const { columns, rows, height } = labelsOf(width, 40);
    expect(rows[39]).toBe('40 State 39');
    expect(columns[0]).toBe('1');
    const shown = columns.flatMap((name, index) => (name === '' ? [] : index));
    const step = (shown[1] ?? 0) - (shown[0] ?? 0);
    expect((step * (width - 160)) / 40).toBeGreaterThan(18);
    expect(height / 40).toBeGreaterThanOrEqual(16);
  });
});

test('a bar of sixteen rounds has no room for a sign and a count on a phone, and has on a laptop', () => {
  expect(barWidth(326, 16)).toBeLessThan(28);
  expect(barWidth(588, 16)).toBeGreaterThan(28);
});

test('the rounds under small fields begin and end with them, and stand once under each column', () => {
  const fields = [0, 1].map((column) => ({ column, row: 1 })).concat([{ column: 0, row: 0 }]);
  const under = (width: number, until: number) =>
    placesUnder(fields, width, until)
      .filter(({ column }) => column === 0)
      .map(({ row, round, anchor }) => `${row} ${round} ${anchor}`);
  expect(under(100, 2)).toEqual(['1 0 start', '1 1 middle', '1 2 end']);
  expect(under(100, 16)).toEqual(['1 0 start', '1 8 middle', '1 16 end']);
  expect(placesUnder(fields, 100, 2)).toHaveLength(6);
});
