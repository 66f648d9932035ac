import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels of a picture, row by row, without filters. */
export interface Pixels {
  readonly head: Buffer;
  readonly width: number;
  readonly height: number;
  /** Bytes per pixel. */
  readonly depth: number;
  readonly bytes: Buffer;
}

/**
 * The same picture in fewer bytes: a browser compresses its screenshots for speed, this compresses them for storage. Flat drawings
 * deflate best without the filters of the standard, and with every colour rounded to an even value, which no eye can see.
 */
export function smallPng(png: Buffer): Buffer {
  const { head, width, height, depth, bytes } = pixelsOf(png);
  const stride = width * depth;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < stride; x += 1) rows[y * (stride + 1) + 1 + x] = even(bytes[y * stride + x] ?? 0);
  const packed = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The nearest even value; the brightest stays the brightest. */
const even = (byte: number): number => (byte === 255 ? byte : byte & ~1);

/** Decodes a screenshot of a browser. */
export function pixelsOf(png: Buffer): Pixels {
  const data: Buffer[] = [];
  let head = Buffer.alloc(0);
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') head = Buffer.from(body);
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [bits, colour, , , interlace] = [head[8], head[9], head[10], head[11], head[12]];
  const depth = colour === 2 ? 3 : colour === 6 ? 4 : 0;
  if (bits !== 8 || depth === 0 || interlace !== 0) throw new Error('not a picture as browsers take them');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  return {
    head,
    width,
    height,
    depth,
    bytes: unfiltered(inflateSync(Buffer.concat(data)), width * depth, height, depth),
  };
}

function unfiltered(raw: Buffer, stride: number, height: number, depth: number): Buffer {
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const said = raw[y * (stride + 1) + 1 + x] ?? 0;
      bytes[y * stride + x] = said + expected(filter, bytes, y, x, stride, depth);
    }
  }
  return bytes;
}

/** The prediction of a PNG filter at a place, from the pixels before it. */
function expected(
  filter: number,
  bytes: Buffer,
  y: number,
  x: number,
  stride: number,
  depth: number,
): number {
  const at = y * stride + x;
  const left = x >= depth ? (bytes[at - depth] ?? 0) : 0;
  const above = y > 0 ? (bytes[at - stride] ?? 0) : 0;
  const corner = x >= depth && y > 0 ? (bytes[at - stride - depth] ?? 0) : 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function chunk(kind: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(kind, 4, 'latin1');
  body.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8);
  return whole;
}
