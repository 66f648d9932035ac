import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { AlertRows } from './AlertRows.tsx';
import type { Give } from './give.ts';
import { HandRows, useHands } from './HandsInbox.tsx';
import { type SeatNow, waitingFor } from './seatsNow.ts';
import { NoRoomRows } from './NoRoomRows.tsx';
import { useAlerts } from './useAlerts.ts';
import { WaitingList } from './WaitingList.tsx';
import { WaitingRoom } from './WaitingRoom.tsx';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly seatsNow: readonly SeatNow[];
  readonly give: Give;
  /** The rows between the inbox and the waiting list. */
  readonly children?: ComponentChildren;
}

/** What needs the host's attention, each with its answers: raised hands, people without a seat, states in trouble. */
export function Inbox({ view, source, seatsNow, give, children }: Props) {
  const { inbox } = words.value;
  const hands = useHands(view, source);
  const { alerts, dismiss } = useAlerts(view, seatsNow, source.presence.value);
  const noRoom = source.presence.value?.noRoom ?? [];
  const count = hands.length + view.table.waiting.length + alerts.length + noRoom.length;
  const named = new Set(
    alerts.flatMap((alert) => (alert.kind === 'manyIdle' ? [] : [alert.seatNow.seat.id])),
  );
  return (
    <>
      {count > 0 && (
        <section class="inbox" aria-labelledby="inbox-title">
          <h2 id="inbox-title">
            {inbox.title}
            <span class="num">{inbox.count(count)}</span>
          </h2>
          <HandRows view={view} hands={hands} give={give} />
          <WaitingRoom view={view} give={give} />
          <NoRoomRows noRoom={noRoom} />
          <AlertRows view={view} alerts={alerts} give={give} dismiss={dismiss} />
        </section>
      )}
      {children}
      <WaitingList
        view={view}
        seatsNow={seatsNow}
        waiting={waitingFor(view, seatsNow)}
        named={named}
        give={give}
      />
    </>
  );
}
