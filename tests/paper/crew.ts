import { Worker } from 'node:worker_threads';
import type { Reading } from './proposition.ts';
import type { Task } from './task.ts';

type Rows = readonly (readonly Reading[])[];

/**
 * Performs tasks on this many threads; the answers are in the order of the tasks, whichever finishes first. Calls `onDone` for
 * each.
 */
export async function performAll(
  tasks: readonly Task[],
  threads: number,
  onDone: (done: number) => void,
): Promise<readonly Rows[]> {
  const answers: Rows[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let mine = next++; mine < tasks.length; mine = next++) {
        answers[mine] = await ask(worker, tasks[mine]);
        done += 1;
        onDone(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work));
  return answers;
}

function ask(worker: Worker, task: Task | undefined): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const answer = (rows: Rows): void => {
      worker.off('error', fail);
      resolve(rows);
    };
    const fail = (error: unknown): void => {
      worker.off('message', answer);
      reject(error);
    };
    worker.once('message', answer);
    worker.once('error', fail);
    worker.postMessage(task);
  });
}
