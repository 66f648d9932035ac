import type { LogLine } from '#shared/log/line.ts';
import { namedText } from '#shared/log/namedText.ts';
import type { TextRef } from '#shared/session/vocabulary/textRef.ts';

/** A free text that a line names, and its author: a person, or null for the host. */
export interface OwnedText extends TextRef {
  readonly delegate: string | null;
  readonly isName: boolean;
}

/** The free texts that the lines of a session name, by id. */
export function namedTextsOf(
  lines: readonly Pick<LogLine, 'actor' | 'command'>[],
): ReadonlyMap<string, OwnedText> {
  const found = new Map<string, OwnedText>();
  for (const { actor, command } of lines) {
    const ref = namedText(command);
    if (ref === null) continue;
    const isName = command.type === 'takeSeat' || command.type === 'waitForSeat';
    const delegate = isName ? command.delegate : actor.kind === 'delegate' ? actor.delegate : null;
    found.set(ref.id, { ...ref, delegate, isName });
  }
  return found;
}
