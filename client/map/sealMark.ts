const SVG = 'http://www.w3.org/2000/svg';

/** A small twelve-point wax seal with a tick: this seat has sealed its order. */
export function sealMark(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-1.05 -1.05 2.1 2.1');
  svg.setAttribute('class', 'map-seal');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(part('wax', waxOutline()), part('tick', 'M-.42 .02L-.1 .34L.46 -.32'));
  return svg;
}

function part(name: string, outline: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', name);
  path.setAttribute('d', outline);
  return path;
}

function waxOutline(): string {
  const points = Array.from({ length: 24 }, (_, i) => {
    const radius = i % 2 === 0 ? 1 : 0.86;
    const turn = (i / 24) * 2 * Math.PI;
    return `${(Math.cos(turn) * radius).toFixed(3)} ${(Math.sin(turn) * radius).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}
