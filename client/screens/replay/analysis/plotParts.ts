import { type Markish, type PlotOptions, type RenderFunction, ruleX, text } from '@observablehq/plot';
import { analysisWords } from './analysisWords.ts';

/** Below this width a drawing is on a phone. */
const NARROW = 520;

/** Whether a drawing has to do with the width of a phone. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

/** The look that every drawing has; colours and letters come from the theme. */
export function plotOf(width: number, height: number, options: PlotOptions): PlotOptions {
  return {
    width,
    height,
    className: 'analysis-plot',
    marginTop: 26,
    marginBottom: 26,
    marginLeft: 34,
    marginRight: 16,
    ...options,
  };
}

/** Rounds on a linear scale, numbered as often as there is room; the opening has its word. */
export function roundAxis(width: number, until: number): NonNullable<PlotOptions['x']> {
  const every = Math.max(1, Math.ceil((until * 32) / Math.max(1, width - 60)));
  const ticks = Array.from({ length: until + 1 }, (_, round) => round).filter((round) => round % every === 0);
  return { domain: [0, Math.max(1, until)], ticks, tickFormat: roundName, label: null, tickSize: 0 };
}

/** A field among others: where it stands. */
interface FieldPlace {
  readonly column: number;
  readonly row: number;
}

/** The number of a round under a field, and the side on which it stands. */
interface RoundUnder extends FieldPlace {
  readonly round: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * The rounds under the lowest field of each column, as many as a field of this width has room for. The first begins and the last
 * ends with its field, so that neighbours never touch.
 */
export function placesUnder(
  fields: readonly FieldPlace[],
  width: number,
  until: number,
): readonly RoundUnder[] {
  const every = Math.max(1, Math.ceil((until * 46) / Math.max(1, width)));
  const lowest = fields.filter(
    ({ column, row }) => !fields.some((one) => one.column === column && one.row > row),
  );
  const rounds = Array.from({ length: until + 1 }, (_, round) => round).filter(
    (round) => round % every === 0,
  );
  return lowest.flatMap(({ column, row }) =>
    rounds.map((round): RoundUnder => {
      return { column, row, round, anchor: round === 0 ? 'start' : round === until ? 'end' : 'middle' };
    }),
  );
}

/** Writes rounds under small fields. */
export function roundsUnder(fields: readonly FieldPlace[], width: number, until: number): readonly Markish[] {
  const under = placesUnder(fields, width, until);
  return (['start', 'middle', 'end'] as const).map((textAnchor) =>
    text(
      under.filter(({ anchor }) => anchor === textAnchor),
      {
        fx: 'column',
        fy: 'row',
        x: 'round',
        text: ({ round }: RoundUnder) => roundName(round),
        frameAnchor: 'bottom',
        dy: 16,
        textAnchor,
        fill: 'var(--text-2)',
      },
    ),
  );
}

/** Rounds as places of bars, numbered as often as there is room. */
export function roundBands(width: number, rounds: readonly number[]): NonNullable<PlotOptions['x']> {
  const every = Math.max(1, Math.ceil((rounds.length * 32) / Math.max(1, width - 60)));
  const ticks = rounds.filter((round) => round % every === 0);
  return {
    type: 'band',
    domain: [...rounds],
    ticks,
    tickFormat: roundName,
    label: null,
    tickSize: 0,
    padding: 0.16,
  };
}

/** How wide the bar of a round is where this many stand side by side. */
export function barWidth(width: number, bars: number): number {
  return ((width - 50) / Math.max(1, bars)) * 0.84;
}

function roundName(round: number): string {
  return round === 0 ? analysisWords().start : String(round);
}

/** Marks for what is past and paler ones for what comes after a round; a line goes on from its last past point. */
export function pastAndLater<Row extends { readonly round: number }>(
  rows: readonly Row[],
  now: number,
  marks: (rows: readonly Row[], opacity: number) => readonly Markish[],
  joined = false,
): readonly Markish[] {
  return [
    ...marks(
      rows.filter(({ round }) => (joined ? round >= now : round > now)),
      0.38,
    ),
    ...marks(
      rows.filter(({ round }) => round <= now),
      1,
    ),
  ];
}

/** The round where the record stands: a line with a hook on top. */
export function nowMarks(now: number, top = -8): readonly Markish[] {
  return [ruleX([now], { stroke: 'var(--light)', strokeWidth: 1.5, strokeOpacity: 0.7 }), nowHook(now, top)];
}

/** The hook alone, where bars stand. */
export function nowHook(now: number, top = -8): Markish {
  return text([now], {
    x: (round: number) => round,
    text: ['▼'],
    frameAnchor: 'top',
    dy: top,
    fill: 'var(--light)',
    fontSize: 13,
  });
}

/** The textures of a drawing. */
export type Texture = 'hatch' | 'dots';

/** The name of a texture in a colour of the theme, to fill something with. */
export function textureOf(id: string, texture: Texture, colour: string): string {
  return `url(#${id}-${texture}-${colour})`;
}

/** Draws nothing and defines textures, each in a colour of the theme, for this drawing alone. */
export function textures(id: string, wanted: readonly (readonly [Texture, string])[]): RenderFunction {
  return (_index, _scales, _values, _dimensions, { document: page }) => {
    const make = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
      const element = page.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const all = make('defs', {});
    for (const [texture, colour] of wanted) {
      const size = texture === 'hatch' ? '6' : '7';
      const pattern = make('pattern', {
        id: `${id}-${texture}-${colour}`,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        ...(texture === 'hatch' ? { patternTransform: 'rotate(45)' } : {}),
      });
      pattern.append(
        texture === 'hatch'
          ? make('path', { d: 'M1.5 0V6', stroke: `var(--${colour})`, 'stroke-width': '2.4' })
          : make('circle', { cx: '3.5', cy: '3.5', r: '1.7', fill: `var(--${colour})` }),
      );
      all.append(pattern);
    }
    return all;
  };
}
