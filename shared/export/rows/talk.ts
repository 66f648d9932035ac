import { spokenIn } from '../../session/vocabulary/codedTalk.ts';
import { standingTalk } from '../../session/topics/wordsGiven.ts';
import type { RowOf } from '../fields.ts';
import type { messages } from '../tables/talk.ts';
import type { SessionTold } from '../told.ts';

/** The rows of everything that was said. */
export function messageRows(told: SessionTold): readonly RowOf<typeof messages>[] {
  const { session, state, textOf, personOf, lines } = told;
  const standing = new Set(standingTalk(state, textOf).map(({ message }) => message.id));
  const keptIn = new Map(
    lines.flatMap(({ line }) =>
      line.events.flatMap((event) => (event.type === 'said' ? [[event.id, line] as const] : [])),
    ),
  );
  return state.messages.flatMap((message) => {
    const line = keptIn.get(message.id);
    if (line === undefined) return [];
    const { id, round, phase, channel, seat, delegate, to } = message;
    const { text, phrase, move } = spokenIn(message, textOf);
    return [
      {
        session,
        message: id,
        line: line.seq,
        at: line.at,
        round,
        phase,
        stands: standing.has(id),
        channel: channel.kind,
        seat,
        person: personOf(delegate),
        with: channel.kind === 'bilateral' ? channel.with : null,
        bloc: channel.kind === 'bloc' ? channel.bloc : null,
        hearers: to === null ? null : to.length,
        text,
        phrase,
        is_move: move !== null,
      },
    ];
  });
}
