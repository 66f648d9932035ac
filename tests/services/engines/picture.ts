import { pixelsOf } from '../../e2e/smallPng.ts';
import type { EngineWindow } from './engine.ts';
import { see } from './hands.ts';

/** With fewer colours than this in its middle, the map is empty. */
const FEWEST_COLOURS = 40;

/** How many colours the map shows on the screen, as a person sees it; an empty one has hardly any. */
async function coloursOfMap(window: EngineWindow): Promise<number> {
  await see(window, { css: '.map-pane canvas' });
  const [left, top, right, bottom, inner] = await window.evaluate(() => {
    const box = document.querySelector('.map-pane canvas')?.getBoundingClientRect();
    return [box?.left ?? 0, box?.top ?? 0, box?.right ?? 0, box?.bottom ?? 0, innerWidth] as const;
  });
  const { width, height, depth, bytes } = pixelsOf(Buffer.from(await window.picture()));
  const scale = width / inner;
  const colours = new Set<number>();
  for (let y = Math.max(0, Math.ceil(top * scale)); y < Math.min(height, bottom * scale); y += 2)
    for (let x = Math.max(0, Math.ceil(left * scale)); x < Math.min(width, right * scale); x += 2)
      colours.add(bytes.readUIntBE((y * width + x) * depth, 3));
  return colours.size;
}

/** Whether the map is drawn, as the screen shows it. */
export async function isDrawn(window: EngineWindow): Promise<boolean> {
  return (await coloursOfMap(window)) >= FEWEST_COLOURS;
}
