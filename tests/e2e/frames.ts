import type { Page } from 'playwright-core';

/**
 * Counts what is really drawn: a script for every page that counts each draw call of each canvas, in WebGL and in 2D, whoever
 * makes it. It asks the page for nothing, so the page cannot report a better number.
 */
export const countDraws = `
  globalThis.drawCalls = 0;
  const count = (shape, names) => {
    for (const name of names) {
      const draw = shape[name];
      shape[name] = function (...given) {
        if (this.canvas && this.canvas.isConnected) globalThis.drawCalls += 1;
        return draw.apply(this, given);
      };
    }
  };
  for (const gl of [WebGLRenderingContext, WebGL2RenderingContext])
    count(gl.prototype, ['drawArrays', 'drawElements', 'clear']);
  count(CanvasRenderingContext2D.prototype, ['fill', 'stroke', 'fillRect', 'drawImage', 'clearRect']);
`;

/** Draw calls since the page was opened. */
export function drawCalls(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'drawCalls')));
}

/** Waits until nothing has been drawn for a second; gives up if it never rests. */
export async function awaitRest(page: Page, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  let calls = -1;
  for (;;) {
    const now = await drawCalls(page);
    if (now === calls) return;
    if (Date.now() > end) throw new Error(`the map never came to rest: ${now} draw calls and counting`);
    calls = now;
    await page.waitForTimeout(1000);
  }
}
