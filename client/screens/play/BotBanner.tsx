import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import { orderPhrase, seatName, seatView } from '../../panels/lookup.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { asOneText, words } from '../../text/language.ts';

interface BannerProps {
  readonly view: View;
  readonly source: ViewSource;
}

/**
 * While a bot plays for the people of this seat: says so, what it has done, and offers one tap to take over; afterwards, once,
 * what it did.
 */
export function BotBanner({ view, source }: BannerProps) {
  const { covered } = words.value.play;
  const problem = useSignal<string | null>(null);
  const left = useSignal<string | null>(null);
  const seat = view.own?.seat ?? '';
  const isCovered = view.viewer.kind === 'delegate' && (seatView(view, seat)?.bot ?? null) !== null;
  const deeds = deedsOfBot(view);
  useEffect(() => {
    if (isCovered) left.value = deeds;
  }, [isCovered, deeds]);
  const back = async (): Promise<void> => {
    problem.value = noSentence(await source.send({ type: 'handBackSeat', seat }));
  };
  if (!isCovered && left.value === null) return null;
  return (
    <div class="banner bot-banner" role="status">
      <span>{isCovered ? covered.now(seatName(view, seat), deeds) : covered.was(left.value ?? '')}</span>
      <button
        type="button"
        class="btn"
        onClick={() => {
          if (isCovered) void back();
          else left.value = null;
        }}
      >
        {isCovered ? covered.back : covered.read}
      </button>
      {problem.value !== null && <span role="alert">{problem.value}</span>}
    </div>
  );
}

/** What a bot has done for the own seat in this round, in a sentence: what it sealed, and how often it spoke. */
export function deedsOfBot(view: View): string {
  const { covered } = words.value.play;
  const { own, table } = view;
  const said = [...table.messages, ...(own?.messages ?? [])].filter(
    ({ seat, delegate, round }) => seat === own?.seat && delegate === null && round === table.round,
  ).length;
  const sealed = own?.order ? covered.sealed(orderPhrase(view, own.order)) : covered.nothing;
  return said === 0 ? sealed : asOneText(sealed, covered.said(said));
}
