import { deviceNow } from './deviceTime.ts';
import { type WhatIfAnswer, WhatIfDesk, type WhatIfQuestion } from './whatIfDesk.ts';

/** What the page sends to its worker: the record first, then questions; a later question ends the one before. */
export type ToWorker =
  | { readonly open: string }
  | { readonly question: WhatIfQuestion; readonly number: number }
  | { readonly stop: true };
/** What the worker sends back: an answer, the end of one, or that the record cannot be used. */
export type FromWorker =
  | { readonly number: number; readonly answer: WhatIfAnswer }
  | { readonly number: number; readonly isDone: true }
  | { readonly number: number; readonly failed: string };

let desk: WhatIfDesk | null = null;
let current = 0;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('open' in data) desk = new WhatIfDesk(data.open);
  else if ('stop' in data) current = 0;
  else {
    current = data.number;
    void answer(data.number, data.question);
  }
});

/** How often what grows is told at most: often enough to see it grow, seldom enough for the page to draw it. */
const TOLD_EVERY_MS = 200;
/** How long the worker reckons at most before it lets the page's messages in. */
const HEARS_EVERY_MS = 40;

async function answer(number: number, question: WhatIfQuestion): Promise<void> {
  let waiting: WhatIfAnswer | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let heardAt = deviceNow();
  try {
    for await (const one of desk?.answers(question) ?? []) {
      waiting = one;
      if (deviceNow() - toldAt >= TOLD_EVERY_MS) {
        tell({ number, answer: one });
        [waiting, toldAt] = [null, deviceNow()];
      }
      if (deviceNow() - heardAt < HEARS_EVERY_MS) continue;
      await messagesIn();
      heardAt = deviceNow();
      if (current !== number) return;
    }
    if (waiting !== null) tell({ number, answer: waiting });
    tell({ number, isDone: true });
  } catch (cause) {
    tell({ number, failed: cause instanceof Error ? cause.message : 'unknown' });
  }
}

/** Lets the page's messages in: a worker that only awaits its own promises never hears that it should stop. */
async function messagesIn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function tell(message: FromWorker): void {
  postMessage(message);
}
