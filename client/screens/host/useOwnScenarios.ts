import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import { MOST_PACK_BYTES, type PackAnswer } from '#shared/wire/packs.ts';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import type { OpeningForm } from './useOpening.ts';

type Faulty = Extract<PackAnswer, { readonly outcome: 'faulty' }>;

/** The result of the last upload or removal of a scenario. */
type Brought =
  | { readonly state: 'none' | 'checking' | 'unreadable' }
  | { readonly state: 'done'; readonly answer: Exclude<PackAnswer, Faulty>; readonly text: string }
  | { readonly state: 'faulty'; readonly file: string; readonly answer: Faulty }
  | { readonly state: 'removed'; readonly item: ScenarioListItem }
  | { readonly state: 'failed'; readonly code: ApiFailure['code'] };

/** Uploads scenario files to the server and manages the stored ones. */
export function useOwnScenarios({ scenarios, fetchScenarios, choose }: OpeningForm) {
  const now = useSignal<Brought>({ state: 'none' });
  const send = async (file: string, text: string, replace: number | null): Promise<void> => {
    now.value = { state: 'checking' };
    const sent = await api.bringPack(text, replace);
    if (!sent.ok) now.value = { state: 'failed', code: sent.failure.code };
    else if (sent.value.outcome === 'faulty') now.value = { state: 'faulty', file, answer: sent.value };
    else {
      now.value = { state: 'done', answer: sent.value, text };
      if (sent.value.outcome !== 'kept') return;
      await fetchScenarios();
      choose({ scenario: sent.value.id, plan: '', pace: null, seats: null });
    }
  };
  const take = useCallback(async (file: File): Promise<void> => {
    if (file.size > MOST_PACK_BYTES) {
      now.value = { state: 'faulty', file: file.name, answer: tooLarge };
      return;
    }
    const text = await file.text().catch(() => null);
    if (text === null) now.value = { state: 'unreadable' };
    else await send(file.name, text, null);
  }, []);
  const change = async (changing: ReturnType<typeof api.removePack>, after: Brought): Promise<void> => {
    const answer = await changing;
    now.value = answer.ok ? after : { state: 'failed', code: answer.failure.code };
    if (answer.ok) scenarios.value = answer.value;
  };
  return {
    now,
    take,
    replace: async (text: string, version: number) => send('', text, version),
    leave: () => {
      now.value = { state: 'none' };
    },
    allowPractice: async ({ id }: ScenarioListItem, practice: boolean) =>
      change(api.allowPractice(id, { practice }), { state: 'none' }),
    remove: async (item: ScenarioListItem) => change(api.removePack(item.id), { state: 'removed', item }),
  };
}

/** Files above this size are not sent. */
const tooLarge: Faulty = {
  outcome: 'faulty',
  more: 0,
  faults: [{ path: '', what: 'tooLarge', hint: 'otherFile', values: { most: MOST_PACK_BYTES / 1024 } }],
};

/** The host's own scenarios, as the parts of the page receive them. */
export type OwnShelf = ReturnType<typeof useOwnScenarios>;
