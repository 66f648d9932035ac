/** The size of a picture for slides. */
export const SLIDE = { width: 1920, height: 1080 } as const;
/** Where the drawing lies on it. */
export const SLIDE_BODY = { x: 60, y: 170, width: 1800, height: 810 } as const;

/** What a slide says and shows. */
export interface SlideParts {
  readonly title: string;
  /** The round and where the dial stands. */
  readonly line: string;
  readonly source: string;
  /** The words of both ends of the drawing, below it. */
  readonly ends?: readonly [string, string] | undefined;
  /** As large as the body, or an image that is fitted into it. */
  readonly drawing: HTMLCanvasElement | HTMLImageElement;
}

/** A slide with a drawing, in the colours and letters of an element. Rejects if the device makes no PNG. */
export function slideOf({ title, line, source, ends, drawing }: SlideParts, look: Element): Promise<Blob> {
  const slide = document.createElement('canvas');
  slide.width = SLIDE.width;
  slide.height = SLIDE.height;
  const pen = slide.getContext('2d');
  if (pen === null) return Promise.reject(new Error('this device draws no canvas'));
  const style = getComputedStyle(look);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  pen.fillStyle = token('--ground');
  pen.fillRect(0, 0, SLIDE.width, SLIDE.height);
  const { x, y, width, height } = SLIDE_BODY;
  const scale = Math.min(width / drawing.width, height / drawing.height);
  const [across, down] = [drawing.width * scale, drawing.height * scale];
  pen.drawImage(drawing, x + (width - across) / 2, y + (height - down) / 2, across, down);
  const write = (text: string, at: number, font: string, colour: string): void => {
    pen.font = font;
    pen.fillStyle = token(colour);
    pen.fillText(text, x, at, width);
  };
  write(title, 84, `500 56px ${token('--font-display')}`, '--text');
  write(line, 138, `400 34px ${token('--font-ui')}`, '--text-2');
  write(source, SLIDE.height - 40, `400 24px ${token('--font-ui')}`, '--text-2');
  // Below the ends of the half circle that fills the height of the body.
  pen.textAlign = 'center';
  for (const [place, word] of (ends ?? []).entries()) {
    pen.font = `400 34px ${token('--font-ui')}`;
    pen.fillStyle = token('--text');
    pen.fillText(word, SLIDE.width / 2 + (place === 0 ? -1 : 1) * 540, y + height * 0.995, width / 3);
  }
  return pngOf(slide);
}

function pngOf(slide: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    slide.toBlob(
      (blob) => (blob === null ? reject(new Error('no PNG was made')) : resolve(blob)),
      'image/png',
    );
  });
}
