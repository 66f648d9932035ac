import type { Question } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { PracticeWish } from '../net/standIn.ts';

/** What the page asks of the desk in its worker. */
export type DeskCall =
  | { readonly ask: 'scenarios' }
  | { readonly ask: 'scenario'; readonly id: string; readonly seats: string | null }
  | { readonly ask: 'bring'; readonly text: string }
  | { readonly ask: 'practice'; readonly wish: PracticeWish }
  | { readonly ask: 'open'; readonly code: string }
  | {
      readonly ask: 'give';
      readonly code: string;
      readonly key: string;
      readonly command: Command;
      readonly text: string | null;
    }
  | { readonly ask: 'question'; readonly code: string; readonly question: Question }
  | { readonly ask: 'copy'; readonly code: string };

/** What the page sends to the worker: first the version of the program, then calls, each with the port for its answer. */
export type ToDesk = { readonly build: string } | { readonly call: DeskCall; readonly port: MessagePort };
/** The answer to a call, or why there is none. */
export type CallAnswer<Value> = { readonly answer: Value } | { readonly failed: string };
/** What the worker tells by itself: a new view of a table, or null if there is no such session. */
export interface ViewTold {
  readonly code: string;
  readonly view: View | null;
}
