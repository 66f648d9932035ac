import { parentPort } from 'node:worker_threads';
import { perform, type Task } from './task.ts';

/** Answers every task with its rows. */
parentPort?.on('message', (task: Task) => parentPort?.postMessage(perform(task)));
