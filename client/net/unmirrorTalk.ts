import { at } from '#shared/lib/at.ts';
import type { MessageView, TalkView } from '#shared/session/views/tableView.ts';
import { talkModes } from '#shared/session/vocabulary/talk.ts';
import { talkOfRows } from '#shared/wire/talkPacking.ts';

/** The part of a received table that contains public talk. */
export interface WireTalk {
  readonly talk: Iterable<string>;
  readonly talkMode: number;
  readonly talkSilent: boolean;
  readonly pledgedWeight: number;
}

/** The rows of private talk in a seat's own part. */
export type WirePrivateTalk = Readonly<Record<(typeof privateTalkRows)[number], string>>;

/** The names of the rows of private talk, in their order. */
export const privateTalkRows = [
  'talk0',
  'talk1',
  'talk2',
  'talk3',
  'talk4',
  'talk5',
  'talk6',
  'talk7',
] as const;

/** Reads the talk that everybody may read. */
export function publicTalkOf(wire: WireTalk): {
  readonly talk: TalkView;
  readonly messages: readonly MessageView[];
} {
  return {
    talk: {
      mode: at(talkModes, wire.talkMode),
      silent: wire.talkSilent,
      pledgedWeight: wire.pledgedWeight,
    },
    messages: talkOfRows([...wire.talk]),
  };
}

/** Reads the private talk of a seat. */
export function privateTalkOf(part: WirePrivateTalk): readonly MessageView[] {
  return talkOfRows(privateTalkRows.map((row) => part[row]));
}
