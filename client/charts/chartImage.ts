/** What decides how a part of a chart looks; each is an attribute of SVG too. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
] as const;

/** A chart of the page as an image of a width in pixels, in the colours that it has there. Rejects if the device cannot draw it. */
export async function chartImage(chart: SVGSVGElement, width: number): Promise<HTMLImageElement> {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a chart is an SVG');
  const parts = [...chart.querySelectorAll('*')];
  for (const [place, part] of [...copy.querySelectorAll('*')].entries()) {
    const original = parts[place];
    if (original !== undefined) dress(part, getComputedStyle(original));
  }
  const { width: across, height } = chart.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(Math.round((width * height) / across)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** An image knows no style sheet of the page: the look becomes attributes. */
function dress(part: Element, style: CSSStyleDeclaration): void {
  for (const look of looks) part.setAttribute(look, style.getPropertyValue(look));
  if (style.transform !== 'none') {
    const [x, y] = style.transformOrigin.split(' ').map(Number.parseFloat);
    part.setAttribute(
      'transform',
      `translate(${x} ${y}) ${style.transform} translate(${-(x ?? 0)} ${-(y ?? 0)})`,
    );
  }
  part.removeAttribute('class');
  part.removeAttribute('style');
}
