import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A loaded server's own report: CPU of all its threads so far, ms, and memory, MB. */
export interface Spent {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** Passes for the seats of one table, in the order of the seats. */
export interface OpenedTable {
  readonly code: string;
  readonly tokens: readonly string[];
}

/** A question to a loaded server. */
export type Question =
  | { readonly ask: 'spent' }
  | { readonly ask: 'collect' }
  | { readonly ask: 'open'; readonly tables: number }
  | { readonly ask: 'close' };

/** A server in a child process, so that its CPU and memory are measured alone. */
export interface Child {
  readonly port: number;
  spent(): Promise<Spent>;
  /** Collects the garbage of all that was before, so that what is measured next pays for its own only. */
  collect(): Promise<void>;
  open(tables: number): Promise<readonly OpenedTable[]>;
  close(): Promise<void>;
}

/** Starts a server of this folder and waits until it listens. */
export async function startChild(
  file: 'ourServer.ts' | 'bareServer.ts',
  args: readonly string[] = [],
): Promise<Child> {
  const child = fork(join(import.meta.dirname, file), args, {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const ask = async (question: Question): Promise<unknown> => {
    child.send(question);
    return reply(child);
  };
  const { port } = (await reply(child)) as { readonly port: number };
  return {
    port,
    spent: async () => (await ask({ ask: 'spent' })) as Spent,
    collect: async () => void (await ask({ ask: 'collect' })),
    open: async (tables) => (await ask({ ask: 'open', tables })) as readonly OpenedTable[],
    close: async () => {
      const gone = once(child, 'exit');
      child.send({ ask: 'close' } satisfies Question);
      await gone;
    },
  };
}

/** The next answer; ignores other messages of the process (the room framework reports when it is ready). */
async function reply(child: ChildProcess): Promise<unknown> {
  for (;;) {
    const [message]: unknown[] = await once(child, 'message');
    if (typeof message === 'object' && message !== null && 'answer' in message) return message.answer;
  }
}

/** Answers for the server that runs in this process. */
export function answerParent(answers: {
  readonly port: number;
  readonly open: (tables: number) => Promise<readonly OpenedTable[]>;
  readonly close: () => Promise<void>;
}): void {
  const send = (answer: unknown): void => void process.send?.({ answer });
  const answer = async (question: Question): Promise<void> => {
    if (question.ask === 'spent') send(spentHere());
    else if (question.ask === 'collect') send(collected());
    else if (question.ask === 'open') send(await answers.open(question.tables));
    else {
      await answers.close();
      process.exit(0);
    }
  };
  process.on('message', (question: Question) => void answer(question));
  send({ port: answers.port });
}

function collected(): boolean {
  if (globalThis.gc === undefined) throw new Error('the server was started without --expose-gc');
  globalThis.gc();
  return true;
}

function spentHere(): Spent {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage().rss / 2 ** 20 };
}
