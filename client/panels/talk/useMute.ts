import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { Mute } from '#shared/session/vocabulary/talk.ts';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { mutedSentence } from './talkThreads.ts';
import { useAnswer } from '../useAnswer.ts';

/** Whether the host has muted this person, and why: asked when the own seat's count changes, because nobody else is told. */
export function useMute({ viewer, own }: View, source: ViewSource): Mute | null {
  const count = own?.muted ?? 0;
  const mayBe = viewer.kind === 'delegate' && count > 0;
  const asking = useAnswer<'mutes'>(source, mayBe ? { ask: 'mutes' } : null, `${count}`);
  const mute = asking.state === 'answered' && asking.answer.ok ? (asking.answer.answer[0] ?? null) : null;
  useEffect(() => {
    if (mute !== null) announce(mutedSentence(mute));
  }, [mute?.reason, mute === null]);
  return mute;
}
