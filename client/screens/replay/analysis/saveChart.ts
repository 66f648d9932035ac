import { csvText } from '#shared/export/csvText.ts';
import type { ChartPart, ChartTable, DrawChart } from './chart.ts';
import { drawPart } from './ChartFigure.tsx';

/** The size of a saved picture: a slide. */
const [WIDE, HIGH] = [1920, 1080] as const;
/** The width at which a drawing is saved, whatever the screen. */
const DRAWN = 920;
const MARGIN = 28;
const SVG = 'http://www.w3.org/2000/svg';

/** What a saved drawing says beside itself. */
export interface Caption {
  readonly title: string;
  readonly sentence: string;
  readonly legend: string;
  readonly source: string;
}

/** A table as CSV: numbers with a point and as many places as its column has. */
export function chartCsv({ columns, rows }: ChartTable): string {
  return csvText([columns.map(({ name }) => name), ...rows], {
    bom: true,
    number: (value, column) => value.toFixed(columns[column]?.digits ?? 0),
  });
}

/** A drawing with its title, sentence and source as an SVG of its own: everything it needs is in it, in the colours of the theme. */
export function chartSvg(part: ChartPart & { readonly draw: DrawChart }, caption: Caption): SVGSVGElement {
  const stage = document.createElement('div');
  stage.className = 'analysis-saved';
  document.body.append(stage);
  try {
    const drawing = drawPart(part.draw, DRAWN, `${part.id}-saved`);
    stage.append(drawing);
    freezeLook(drawing);
    return framed(drawing, caption, getComputedStyle(stage));
  } finally {
    stage.remove();
  }
}

/** Properties that the style sheet or the theme may give a drawing. */
const frozen = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

/** Writes what the theme gives into the drawing itself. */
function freezeLook(drawing: Element): void {
  for (const element of [drawing, ...drawing.querySelectorAll('*')]) {
    const look = getComputedStyle(element);
    for (const name of frozen) {
      const value = look.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
    element.removeAttribute('class');
  }
}

function framed(drawing: Element, caption: Caption, theme: CSSStyleDeclaration): SVGSVGElement {
  const [width, height] = [DRAWN, Number(drawing.getAttribute('height'))];
  const ink = { fill: theme.color, 'font-family': theme.fontFamily };
  const body = [
    ...wrapped(caption.sentence, 16, theme.fontFamily),
    ...wrapped(caption.legend, 13, theme.fontFamily),
  ];
  const sentences = wrapped(caption.sentence, 16, theme.fontFamily).length;
  let y = MARGIN + 26;
  const texts = [svgOf('text', { x: MARGIN, y, ...ink, 'font-size': 26, 'font-weight': 600 }, caption.title)];
  for (const [index, line] of body.entries()) {
    const size = index < sentences ? 16 : 13;
    y += size * 1.55;
    texts.push(svgOf('text', { x: MARGIN, y, ...ink, 'font-size': size }, line));
  }
  drawing.setAttribute('x', String(MARGIN));
  drawing.setAttribute('y', String(y + 14));
  const bottom = y + 14 + height + 30;
  texts.push(svgOf('text', { x: MARGIN, y: bottom, ...ink, 'font-size': 13, opacity: 0.8 }, caption.source));
  const [w, h] = [width + 2 * MARGIN, bottom + MARGIN - 8];
  const whole = svgOf('svg', { width: w, height: h, viewBox: `0 0 ${w} ${h}` });
  whole.append(svgOf('rect', { width: w, height: h, fill: theme.backgroundColor }), ...texts, drawing);
  return whole;
}

function svgOf<Name extends 'svg' | 'rect' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  words = '',
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (words !== '') element.textContent = words;
  return element;
}

/** A text in lines that fit the drawing; Chinese breaks between any two characters. */
function wrapped(text: string, size: number, family: string): readonly string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return [text];
  pen.font = `${size}px ${family}`;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/\p{Script=Han}[，。、；：）！？]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
    if (line !== '' && pen.measureText(line + piece).width > DRAWN) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** The text of an SVG file. */
export function svgText(drawing: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}`;
}

/** A drawing as a picture for a slide, in the middle of its own ground. */
export async function chartPng(drawing: SVGSVGElement): Promise<Blob> {
  const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
  const scale = Math.min(WIDE / width, HIGH / height);
  drawing.setAttribute('width', String(width * scale));
  drawing.setAttribute('height', String(height * scale));
  const address = URL.createObjectURL(new Blob([svgText(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDE, HIGH];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas to draw on');
    pen.fillStyle = drawing.querySelector('rect')?.getAttribute('fill') ?? 'white';
    pen.fillRect(0, 0, WIDE, HIGH);
    pen.drawImage(image, (WIDE - width * scale) / 2, (HIGH - height * scale) / 2);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
