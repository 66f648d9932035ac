import type { MessageView, View } from '#shared/session/views/tableView.ts';
import type { PhraseId } from '#shared/session/vocabulary/talk.ts';
import { plays } from '../lookup.ts';
import { isOurs, namedStates } from './talkThreads.ts';

const courtesies: readonly PhraseId[] = ['thankYou', 'agree', 'cannotAgree'];

/**
 * The latest of these messages that another seat addressed to the own one: in private, or naming it in public. Null if that was
 * only a courtesy.
 */
export function lastForMe(view: View, messages: readonly MessageView[]): MessageView | null {
  const { own } = view;
  if (own === null || !plays(view)) return null;
  const found = messages.findLast((message) => {
    const { channel, seat } = message;
    if (seat === null || seat === own.seat || isOurs(view, message)) return false;
    if (channel.kind === 'bilateral') return true;
    return channel.kind === 'plenary' && namedStates(view, message).includes(own.seat);
  });
  return found === undefined || closes(found) ? null : found;
}

/** Whether a message is a mere courtesy that needs no answer. */
function closes({ phrase, text, move }: MessageView): boolean {
  if (move !== null) return move.kind === 'agree' || move.kind === 'thank';
  return text === null && phrase !== null && courtesies.includes(phrase);
}
