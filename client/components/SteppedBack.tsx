import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { roundPhases } from '#shared/session/vocabulary/phases.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../text/language.ts';
import { announce } from './Announcer.tsx';
import '../styles/stepped-back.css';

/** How long the note stays on a wall. */
const ON_WALL_MS = 20_000;

/** A position in the session, as far as it shows whether the host went back. */
type Place = Pick<View['table'], 'phase' | 'round'>;

/** Whether the table is before its earlier position, which only happens when the host steps back. */
export function isBefore(now: Place, was: Place): boolean {
  if (now.phase === 'lobby' || now.phase === 'ended' || was.phase === 'lobby' || was.phase === 'ended')
    return false;
  if (now.round !== was.round) return now.round < was.round;
  return roundPhases.indexOf(now.phase) < roundPhases.indexOf(was.phase);
}

/** The round that the host has just gone back to, until it is set to null; announced at once. `onBack` drops what was undone. */
function useSteppedBack(
  view: View,
  isLive: boolean,
  onBack: (() => void) | undefined,
): Signal<number | null> {
  const { phase, round } = view.table;
  const was = useRef<Place>({ phase, round });
  const back = useSignal<number | null>(null);
  useEffect(() => {
    const now = { phase, round };
    const isBack = isLive && isBefore(now, was.current);
    was.current = now;
    if (!isBack) return;
    back.value = round;
    onBack?.();
    announce(words.value.inbox.back.note(round));
  }, [phase, round, isLive]);
  return back;
}

interface NoteProps {
  readonly view: View;
  /** Drops what the step back undid on this device. */
  readonly onBack?: () => void;
  /** On a wall that nobody touches the note disappears by itself. */
  readonly onWall?: boolean;
  /** Moving through a record gives no note. */
  readonly isLive: boolean;
}

/** What a step back of the host changed, in the reader's language, until dismissed. */
export function SteppedBack({ view, isLive, onBack, onWall = false }: NoteProps) {
  const { note, seen } = words.value.inbox.back;
  const back = useSteppedBack(view, isLive, onBack);
  const round = back.value;
  useEffect(() => {
    if (round === null || !onWall) return undefined;
    const timer = setTimeout(() => (back.value = null), ON_WALL_MS);
    return () => clearTimeout(timer);
  }, [round, onWall]);
  if (round === null) return null;
  return (
    <div class="stepped-back">
      <p>{note(round)}</p>
      {!onWall && (
        <button type="button" class="btn primary" onClick={() => (back.value = null)}>
          {seen}
        </button>
      )}
    </div>
  );
}
