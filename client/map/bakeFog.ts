import { type FogField, fogAt } from './fogField.ts';
import { grain } from './noise.ts';
import { css, type Palette } from './palette.ts';

const LINE_EVERY = 11;

/** Paints the fog: a soft veil, and over it horizontal lines as in an engraving, closer and longer where it is dense. */
export function bakeFog(context: CanvasRenderingContext2D, field: FogField, palette: Palette): void {
  bakeVeil(context, field, palette);
  const { left, top, right, bottom } = field.box;
  const firstRow = Math.ceil(top / LINE_EVERY);
  const lastRow = Math.floor(bottom / LINE_EVERY);
  context.beginPath();
  for (let row = firstRow; row <= lastRow; row += 1) {
    let x = left + grain(row, 1) * 40;
    for (let k = 0; x < right; k += 1) {
      const density = fogAt(field, x + 16, row * LINE_EVERY);
      const length = 12 + 34 * density * (0.5 + grain(row, k + 40));
      if (density > 0.07 + 0.34 * grain(row, k)) {
        const sway = (grain(row, k + 99) - 0.5) * 5;
        context.moveTo(x, row * LINE_EVERY);
        context.quadraticCurveTo(x + length / 2, row * LINE_EVERY + sway, x + length, row * LINE_EVERY);
      }
      x += length + 9 + 22 * grain(row, k + 7) * (1.15 - density);
    }
  }
  context.lineCap = 'round';
  context.lineWidth = 1.7;
  context.strokeStyle = css(palette.mist, 0.62);
  context.stroke();
}

function bakeVeil(context: CanvasRenderingContext2D, field: FogField, palette: Palette): void {
  const canvas = document.createElement('canvas');
  canvas.width = field.columns;
  canvas.height = field.rows;
  const small = canvas.getContext('2d');
  if (!small) return;
  const image = small.createImageData(field.columns, field.rows);
  field.density.forEach((density, index) => {
    image.data[index * 4] = (palette.mist >> 16) & 255;
    image.data[index * 4 + 1] = (palette.mist >> 8) & 255;
    image.data[index * 4 + 2] = palette.mist & 255;
    image.data[index * 4 + 3] = Math.round(255 * 0.27 * density);
  });
  small.putImageData(image, 0, 0);
  const width = field.columns * field.cell;
  const height = field.rows * field.cell;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, field.box.left, field.box.top, width, height);
}
