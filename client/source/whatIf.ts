import type { FromWorker, ToWorker } from './whatIfWorker.ts';
import type { WhatIfAnswer, WhatIfQuestion } from './whatIfDesk.ts';

/** How a question went on: an answer, the end of its answers, or a fault of the worker. */
export type WhatIfTold = WhatIfAnswer | { readonly is: 'done' } | { readonly is: 'failed' };

/** A record's desk in a worker of its own. */
export interface WhatIf {
  /** Asks; a later question ends the one before. */
  ask(question: WhatIfQuestion, tell: (told: WhatIfTold) => void): void;
  /** Ends the question that is being answered. */
  stop(): void;
  /** Ends the worker. */
  close(): void;
}

/** Starts a worker for the text of a record. Nothing leaves the device. */
export function whatIf(text: string): WhatIf {
  const worker = new Worker(new URL('./whatIfWorker.ts', import.meta.url), { type: 'module' });
  let current = 0;
  let listener: ((told: WhatIfTold) => void) | null = null;
  const send = (message: ToWorker): void => worker.postMessage(message);
  const end = (): void => {
    current += 1;
    listener = null;
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.number === current) listener?.(toldBy(data));
  });
  // A worker that cannot even start says nothing else.
  worker.addEventListener('error', () => listener?.({ is: 'failed' }));
  send({ open: text });
  return {
    ask: (question, tell) => {
      end();
      listener = tell;
      send({ question, number: current });
    },
    stop: () => {
      end();
      send({ stop: true });
    },
    close: () => {
      end();
      worker.terminate();
    },
  };
}

function toldBy(message: FromWorker): WhatIfTold {
  if ('answer' in message) return message.answer;
  return 'failed' in message ? { is: 'failed' } : { is: 'done' };
}
