import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import { announce } from '../../components/Announcer.tsx';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { eventApi } from '../../net/eventApi.ts';
import { newKey } from '../../net/newKey.ts';
import { deviceNow } from '../../source/deviceTime.ts';
import { words } from '../../text/language.ts';
import { type Refused, refusedFor, refusedWords } from './refused.ts';

/** How often the overview asks how the tables are. */
const LOOK_EVERY_MS = 1000;

/** What the overview knows of the event: nothing yet, the tables as of a moment on this device, or why not. */
export type EventSeen =
  | { readonly state: 'opening' }
  | { readonly state: 'seen'; readonly now: GatheringNow; readonly atMs: number; readonly isOld: boolean }
  | { readonly state: 'closed'; readonly code: ApiFailure['code']; readonly asCoHost: boolean };

/** The event with a code, looked at every second while the page is open; what it last saw stays while the server is silent. */
export function useEvent(code: string): { seen: ReadonlySignal<EventSeen>; look: () => Promise<void> } {
  const seen = useSignal<EventSeen>({ state: 'opening' });
  const look = async (): Promise<void> => {
    const answer = await eventApi.now(code);
    const before = seen.peek();
    if (answer.ok) seen.value = { state: 'seen', now: answer.value, atMs: deviceNow(), isOld: false };
    else if (answer.failure.code !== 'offline')
      seen.value = { state: 'closed', code: answer.failure.code, asCoHost: wasCoHost(before) };
    else if (before.state === 'seen') seen.value = { ...before, isOld: true };
  };
  useEffect(() => {
    let isHere = true;
    const again = async (): Promise<void> => {
      await look();
      if (isHere) setTimeout(() => isHere && void again(), LOOK_EVERY_MS);
    };
    void enterByLink(code).then((failure) => {
      if (failure === null) return again();
      seen.value = { state: 'closed', code: failure, asCoHost: true };
    });
    return () => {
      isHere = false;
    };
  }, [code]);
  return { seen, look };
}

function wasCoHost(before: EventSeen): boolean {
  return before.state === 'seen' ? before.now.you !== null : before.state === 'closed' && before.asCoHost;
}

/** Exchanges the secret of a co-host's link, if the address has one, and takes it out of the address. Answers why that failed. */
async function enterByLink(code: string): Promise<ApiFailure['code'] | null> {
  const secret = new URLSearchParams(location.hash.slice(1)).get('co-host');
  if (secret === null) return null;
  const answer = await eventApi.enter(code, { secret });
  if (!answer.ok && answer.failure.code === 'offline') return 'offline';
  history.replaceState(null, '', location.pathname + location.search);
  return answer.ok ? null : answer.failure.code;
}

/** What came of the last act: what was done at how many tables, and who refused and why. */
export interface ActTold {
  readonly sentence: string;
  readonly refused: readonly Refused[];
}

/** Gives one command to several tables and says what came of it. */
export type GiveAll = (
  what: string,
  tables: readonly TableNow[],
  command: Command,
  text?: string,
) => Promise<ActTold>;

/** The way to act on the event's tables, with what came of the last act. */
export function useActs(code: string, look: () => Promise<void>) {
  const told = useSignal<ActTold | null>(null);
  const give: GiveAll = async (what, tables, command, text) => {
    const { acts } = words.value.manyTables;
    const chosen = tables.map(({ number, phaseLine }) => ({ number, phaseLine }));
    const answer = await eventApi.act(code, { key: newKey(), tables: chosen, command, text: text ?? null });
    const result = answer.ok
      ? {
          sentence: acts.done(what, answer.value.filter(({ reply }) => reply.ok).length),
          refused: refusedFor(
            answer.value.flatMap(({ number, reply }) => {
              const sentence = outcomeSentence(reply.ok ? { ok: true, seq: 0 } : reply);
              return sentence === null ? [] : [{ number, sentence }];
            }),
          ),
        }
      : { sentence: words.value.refusals.api[answer.failure.code], refused: [] };
    told.value = result;
    announce([result.sentence, ...result.refused.map(refusedWords)].join(' '));
    await look();
    return result;
  };
  return { told, give };
}
