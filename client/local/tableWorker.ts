import { digestHere } from '../source/digestHere.ts';
import { newKey } from '../net/newKey.ts';
import type { CallAnswer, DeskCall, ToDesk, ViewTold } from './deskMessages.ts';
import { KeptTables } from './keptTables.ts';
import { TableDesk } from './tableDesk.ts';

let desk: TableDesk | null = null;

addEventListener('message', ({ data }: MessageEvent<ToDesk>) => {
  if ('build' in data) desk = deskHere(data.build);
  else void answer(data.call, data.port);
});

async function answer(call: DeskCall, port: MessagePort): Promise<void> {
  port.postMessage(await answered(call));
}

async function answered(call: DeskCall): Promise<CallAnswer<unknown>> {
  try {
    if (desk === null) throw new Error('the desk is not open');
    return { answer: await answerOf(desk, call) };
  } catch (cause) {
    return { failed: cause instanceof Error ? cause.message : 'unknown' };
  }
}

async function answerOf(at: TableDesk, call: DeskCall): Promise<unknown> {
  switch (call.ask) {
    case 'scenarios':
      return at.scenarios();
    case 'scenario':
      return at.scenario(call.id, call.seats);
    case 'bring':
      return at.bring(call.text);
    case 'practice':
      return at.practice(call.wish);
    case 'open':
      return at.open(call.code);
    case 'give':
      return at.give(call.code, call.key, call.command, call.text);
    case 'question':
      return at.ask(call.code, call.question);
    case 'copy':
      return at.copy(call.code);
  }
}

function deskHere(build: string): TableDesk {
  return new TableDesk({
    build,
    shelf: new KeptTables(),
    digest: digestHere,
    timeOfDay: () => Date.now(),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    newText: () => ({ id: newKey(), salt: newKey() }),
    newKey,
    draw,
    tell: (code, view) => {
      const told: ViewTold = { code, view };
      postMessage(told);
    },
  });
}

/** The remainder is uneven by less than one in 2²¹ for the small numbers that are drawn here. */
function draw(below: number): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return ((high % 2 ** 20) * 2 ** 32 + low) % below;
}
