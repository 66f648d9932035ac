/** What is drawn in a map's frame as one canvas of the frame's size: the drawing, and over it the names that are not crowded out. */
export function copyOfMap(frame: HTMLElement, drawn: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = frame.clientWidth;
  copy.height = frame.clientHeight;
  const pen = copy.getContext('2d');
  if (pen === null) return copy;
  pen.drawImage(drawn, 0, 0, copy.width, copy.height);
  const corner = frame.getBoundingClientRect();
  for (const name of frame.querySelectorAll<HTMLElement>('.map-names li:not(.crowded) .map-name > span'))
    write(pen, name, corner, getComputedStyle(frame).backgroundColor);
  return copy;
}

/** How far the ground reaches around a name, so that it can be read over links. */
const HALO_PX = 5;

function write(pen: CanvasRenderingContext2D, name: HTMLElement, corner: DOMRect, ground: string): void {
  const { left, top, height } = name.getBoundingClientRect();
  const style = getComputedStyle(name);
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = ground;
  pen.fillStyle = style.color;
  const [x, y] = [left - corner.left, top - corner.top + height / 2];
  pen.strokeText(name.textContent, x, y);
  pen.fillText(name.textContent, x, y);
}
