import type { ExportWish } from './exportWish.ts';
import { makeFile } from './makeFile.ts';

/** Makes one file for the page that started this worker, away from the page's own thread. */
addEventListener('message', ({ data }: MessageEvent<{ texts: readonly string[]; wish: ExportWish }>) => {
  void makeFile(data.texts, data.wish).then((made) => postMessage(made));
});
