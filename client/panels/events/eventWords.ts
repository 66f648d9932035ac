import type { Remark } from '#shared/scenario/schema.ts';
import type { WorldEffect } from '#shared/model/world.ts';
import type { EventView, WrittenEvent } from '#shared/session/views/eventView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { readersPart } from '../../text/bothLanguages.ts';
import { pick, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { seatName } from '../lookup.ts';

/** The words of an event: its scenario's, or the host's with the effects spelt out. */
export interface EventWords {
  readonly title: string;
  readonly text: string | null;
  /** Who was hit, and who is blamed for it; null if the event names nobody. */
  readonly whom: string | null;
  readonly mechanism: string | null;
  /** Null for one that the host wrote. */
  readonly source: Remark | null;
  readonly byHost: boolean;
}

/** The words of an event in the reader's language; the host's words as written, in one language or in both. */
export function eventWords(view: View, event: EventView): EventWords {
  const { events } = words.value;
  const rest = { whom: whomOf(view, event), byHost: event.number !== null };
  if (event.written !== null) {
    const { effects } = event.written;
    const { title, text } = hostsWords(event.written);
    return { title: title ?? events.erased, text, mechanism: effectsLine(effects), source: null, ...rest };
  }
  const card = view.card.events.find(({ id }) => id === event.id);
  if (card === undefined) return { title: event.id, text: null, mechanism: null, source: null, ...rest };
  return {
    title: pick(card.title),
    text: pick(card.text),
    mechanism: pick(card.mechanism),
    source: card.source,
    ...rest,
  };
}

/** The reader's part of the host's text: its first line is the title. */
function hostsWords({ title, text }: WrittenEvent): Pick<WrittenEvent, 'title' | 'text'> {
  if (title === null) return { title, text };
  const [first = '', ...rest] = readersPart(`${title}\n${text ?? ''}`).split('\n');
  const body = rest.join('\n').trim();
  return { title: first, text: body === '' ? null : body };
}

/** Effects as a line, such as `great-power rivalry +5.0, institutions −2.0`. */
export function effectsLine(effects: readonly WorldEffect[]): string {
  const { events, listed } = { events: words.value.events, listed: words.value.list };
  const sized = effects.flatMap((effect) =>
    effect.kind === 'blame'
      ? []
      : [events.effect(events.effects[effect.kind], signedPoints(effect.amount / 1000))],
  );
  return sized.length === 0 ? events.noEffect : listed(sized);
}

function whomOf(view: View, { victim, blamed }: EventView): string | null {
  if (victim === null) return null;
  if (blamed === null) return words.value.events.hit(seatName(view, victim));
  return words.value.play.event.hit(seatName(view, victim), seatName(view, blamed));
}
