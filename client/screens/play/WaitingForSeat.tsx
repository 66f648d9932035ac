import type { View } from '#shared/session/views/tableView.ts';
import { Logo } from '../../components/Logo.tsx';
import { seatPassOf } from '../../net/tokens.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import { RejoinCode } from './RejoinCode.tsx';

/** A person who is in and has no seat yet; once the host seats them, this page becomes their table. */
export function WaitingForSeat({ view, code }: { readonly view: View; readonly code: string }) {
  const { waiting } = words.value.entry;
  const isAsked = view.table.entry.admission === 'byHost';
  const me = view.table.waiting.find(({ id }) => id === seatPassOf(code)?.delegate);
  return (
    <main id="main" class="plain" tabIndex={-1} aria-live="polite">
      <Logo size={72} />
      <h1>{waiting.title}</h1>
      <p>{isAsked ? waiting.admission : waiting.text}</p>
      {me && me.wish !== null && <p class="note">{waiting.wish(seatName(view, me.wish))}</p>}
      <RejoinCode code={code} />
    </main>
  );
}
