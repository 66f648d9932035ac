import { ok } from '#shared/lib/result.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { newKey } from '../net/newKey.ts';
import type { StandIn, TableOnDevice } from '../net/standIn.ts';
import type { CallAnswer, DeskCall, ToDesk, ViewTold } from './deskMessages.ts';

type TellView = (view: View | null) => void;

/** The page's side of the sessions on this device: a worker runs them, so that the page never waits. */
class DeviceTables implements StandIn {
  readonly build: string;
  readonly #worker = new Worker(new URL('./tableWorker.ts', import.meta.url), { type: 'module' });
  readonly #open = new Map<string, Set<TellView>>();

  constructor(build: string) {
    this.build = build;
    this.#worker.addEventListener('message', ({ data: { code, view } }: MessageEvent<ViewTold>) => {
      for (const tell of this.#open.get(code) ?? []) tell(view);
    });
    this.#send({ build });
  }

  async scenarios(): ReturnType<StandIn['scenarios']> {
    return ok(await this.#call({ ask: 'scenarios' }));
  }

  async scenario(id: string, seats: string | null): ReturnType<StandIn['scenario']> {
    return this.#call({ ask: 'scenario', id, seats });
  }

  async bring(text: string): ReturnType<StandIn['bring']> {
    return this.#call({ ask: 'bring', text });
  }

  async practice(wish: Parameters<StandIn['practice']>[0]): ReturnType<StandIn['practice']> {
    return this.#call({ ask: 'practice', wish });
  }

  async log(code: string): ReturnType<StandIn['log']> {
    return this.#call({ ask: 'copy', code });
  }

  table(code: string, tell: TellView): TableOnDevice {
    const tellers = this.#open.get(code) ?? new Set();
    this.#open.set(code, tellers.add(tell));
    void this.#call({ ask: 'open', code });
    return {
      give: async (command, text) => this.#call({ ask: 'give', code, key: newKey(), command, text }),
      ask: async (question) => this.#call({ ask: 'question', code, question }),
      close: () => void tellers.delete(tell),
    };
  }

  /** The worker's answer. It is this program's own, so its shape is not checked again. */
  async #call<Value>(call: DeskCall): Promise<Value> {
    const { port1: here, port2: there } = new MessageChannel();
    return new Promise((resolve, reject) => {
      here.addEventListener('message', ({ data }: MessageEvent<CallAnswer<Value>>) => {
        here.close();
        if ('failed' in data) reject(new Error(data.failed));
        else resolve(data.answer);
      });
      here.start();
      this.#send({ call, port: there }, [there]);
    });
  }

  #send(message: ToDesk, moved: Transferable[] = []): void {
    this.#worker.postMessage(message, moved);
  }
}

/** Starts the worker that runs the sessions of this device. `build` is the version of the program. */
export function tablesOnDevice(build: string): StandIn {
  return new DeviceTables(build);
}
