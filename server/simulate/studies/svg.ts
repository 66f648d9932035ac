import { at } from '#shared/lib/at.ts';

/** A line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

/** Lines over numbers, or horizontal bars over names. */
export type Chart =
  | {
      readonly kind: 'lines';
      readonly id: string;
      readonly title: string;
      readonly xLabel: string;
      readonly yLabel: string;
      /** Whether values range from −1 to 1; otherwise from 0 to 1. */
      readonly isSigned?: true;
      /** Values at which a line is drawn across, in order; the first and the last end the scale, instead of the usual one. */
      readonly grid?: readonly number[];
      /** From where on the ground is shaded. */
      readonly shadedFrom?: number;
      readonly series: readonly Series[];
    }
  | {
      readonly kind: 'bars';
      readonly id: string;
      readonly title: string;
      readonly xLabel: string;
      readonly bars: readonly { readonly name: string; readonly value: number }[];
    };

const WIDTH = 560;
const HEIGHT = 320;
const PLOT = { left: 52, top: 40, right: 410, bottom: 270 } as const;
const inks = ['#1b6e53', '#b3402e', '#2f5d9b', '#8a6d1c', '#6b4a8c', '#4a4a4a'] as const;
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2', '12 4'] as const;

/** A chart as a self-contained SVG picture; lines differ in colour and in dash. */
export function svgOf(chart: Chart): string {
  return chart.kind === 'lines' ? linesSvg(chart) : barsSvg(chart);
}

function linesSvg(chart: Extract<Chart, { kind: 'lines' }>): string {
  const xs = chart.series.flatMap(({ points }) => points.map(([x]) => x));
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const span = high - low === 0 ? 1 : high - low;
  const px = (x: number) => PLOT.left + ((x - low) / span) * (PLOT.right - PLOT.left);
  const grid = gridOf(chart);
  const least = at(grid, 0);
  const py = (y: number) =>
    PLOT.bottom - ((y - least) / (at(grid, grid.length - 1) - least)) * (PLOT.bottom - PLOT.top);
  const across = grid.map(
    (y) =>
      `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${fixed(py(y))}" y2="${fixed(py(y))}" stroke="#ddd"/>` +
      label(
        PLOT.left - 6,
        py(y) + 4,
        chart.grid === undefined ? y.toFixed(2) : String(y).replace('-', '−'),
        'end',
      ),
  );
  const ticks = [...new Set(xs)]
    .toSorted((a, b) => a - b)
    .map((x) => label(px(x), PLOT.bottom + 18, String(x), 'middle'));
  const lines = chart.series.map(({ name, points }, k) => {
    const path = points.map(([x, y]) => `${fixed(px(x))},${fixed(py(y))}`).join(' ');
    const y = PLOT.top + 8 + k * 20;
    const style = `stroke="${inks[k % inks.length]}" stroke-width="2" stroke-dasharray="${dashes[k % dashes.length]}"`;
    return (
      `<polyline points="${path}" fill="none" ${style}/>` +
      `<line x1="${PLOT.right + 14}" x2="${PLOT.right + 40}" y1="${y}" y2="${y}" ${style}/>` +
      label(PLOT.right + 46, y + 4, name, 'start')
    );
  });
  const axes =
    label((PLOT.left + PLOT.right) / 2, PLOT.bottom + 38, chart.xLabel, 'middle') +
    label(PLOT.left, PLOT.top - 6, chart.yLabel, 'start');
  const shaded = chart.shadedFrom === undefined ? [] : [shade(px(chart.shadedFrom))];
  return framed(chart.title, HEIGHT, [...shaded, ...across, ...ticks, ...lines, axes]);
}

/** Where lines run across: given, or quarters of the usual scale. */
function gridOf({ grid, isSigned }: Extract<Chart, { kind: 'lines' }>): readonly number[] {
  return grid ?? (isSigned === true ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]);
}

function shade(x: number): string {
  const { right, top, bottom } = PLOT;
  return `<rect x="${fixed(x)}" y="${top}" width="${fixed(right - x)}" height="${bottom - top}" fill="#f2f2ec"/>`;
}

function barsSvg(chart: Extract<Chart, { kind: 'bars' }>): string {
  const most = Math.max(0.01, ...chart.bars.map(({ value }) => Math.abs(value)));
  const isSigned = chart.bars.some(({ value }) => value < 0);
  const zero = isSigned ? 350 : 180;
  const reach = isSigned ? 130 : 300;
  const rows = chart.bars.map(({ name, value }, k) => {
    const y = PLOT.top + k * 18;
    const width = (Math.abs(value) / most) * reach;
    const x = value < 0 ? zero - width : zero;
    const ink = value < 0 ? inks[1] : inks[0];
    return (
      label(170, y + 11, name, 'end') +
      `<rect x="${fixed(x)}" y="${y}" width="${fixed(width)}" height="13" fill="${ink}"/>` +
      label(value < 0 ? x - 4 : x + width + 4, y + 11, value.toFixed(2), value < 0 ? 'end' : 'start')
    );
  });
  const height = PLOT.top + chart.bars.length * 18 + 34;
  return framed(chart.title, height, [...rows, label(zero, height - 10, chart.xLabel, 'middle')]);
}

function framed(title: string, height: number, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="sans-serif" font-size="12" fill="#222">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="17" font-size="14">${escaped(title)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
