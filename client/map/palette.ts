const TOKENS = {
  ground: '--ground',
  land: '--land',
  coast: '--land-2',
  graticule: '--grat',
  mist: '--mist',
  cooperate: '--coop',
  blocs: '--bloc',
  securitize: '--sec',
  technical: '--tech',
  political: '--pol',
  commercial: '--com',
  ghost: '--text-2',
  light: '--light',
  onLight: '--on-light',
  rim: '--line-strong',
} as const;

/** The colours of the map as 0xRRGGBB, read from the tokens of the theme. */
export type Palette = Readonly<Record<keyof typeof TOKENS, number>>;

/** Reads the tokens as they apply to an element, in any notation the theme uses. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const pixel = document.createElement('canvas');
  pixel.width = 1;
  pixel.height = 1;
  const context = pixel.getContext('2d', { willReadFrequently: true });
  const read = (token: string): number => {
    if (!context) return 0x808080;
    probe.style.color = `var(${token})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return (red << 16) | (green << 8) | blue;
  };
  const entries = Object.entries(TOKENS).map(([name, token]): [string, number] => [name, read(token)]);
  probe.remove();
  return { ...BLANK, ...Object.fromEntries(entries) };
}

const BLANK: Palette = {
  ground: 0,
  land: 0,
  coast: 0,
  graticule: 0,
  mist: 0,
  cooperate: 0,
  blocs: 0,
  securitize: 0,
  technical: 0,
  political: 0,
  commercial: 0,
  ghost: 0,
  light: 0,
  onLight: 0,
  rim: 0,
};

/** A colour over another with the given opacity; used instead of real opacity, which would show every joint. */
export function over(top: number, under: number, opacity: number): number {
  const part = (shift: number): number =>
    Math.round(((top >> shift) & 255) * opacity + ((under >> shift) & 255) * (1 - opacity)) << shift;
  return part(16) | part(8) | part(0);
}

/** The colour as a CSS string for the 2D canvas. */
export const css = (colour: number, opacity = 1): string =>
  `rgba(${(colour >> 16) & 255}, ${(colour >> 8) & 255}, ${colour & 255}, ${opacity})`;
