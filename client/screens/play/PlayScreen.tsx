import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { eventApi } from '../../net/eventApi.ts';
import { forgetSeatPass, keepSeatPass, seatPassOf } from '../../net/tokens.ts';
import { standIn } from '../../net/standIn.ts';
import { liveSource } from '../../source/live.ts';
import { localSource } from '../../source/local.ts';
import { useSessionLanguage } from '../../components/useSessionLanguage.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { go } from '../../lib/address.ts';
import { CancelledPage } from '../../components/CancelledPage.tsx';
import { PlainPage } from '../../components/PlainPage.tsx';
import { PlayTable } from './PlayTable.tsx';
import { Waiting } from './Waiting.tsx';
import { WaitingForSeat } from './WaitingForSeat.tsx';
import '../../styles/play.css';

/** A delegate's seat in a session. */
export function PlayScreen({ code }: { readonly code: string }) {
  const source = useMemo(() => sourceOf(code), [code]);
  useEffect(() => () => source.close(), [source]);
  useLed(code, source);
  useSeatKept(code, source.view.value?.own?.seat);
  // Only an invalid token is turned away for good: the host has removed this person.
  if (source.status.value === 'lost' && seatPassOf(code) !== null) return <TakenOff code={code} />;
  return <PlaySeat source={source} code={code} />;
}

/** The session with a code: on this device where no server is, or on the server. */
function sourceOf(code: string): ViewSource {
  const device = standIn();
  return device === null ? liveSource(code, seatPassOf(code)) : localSource(code, device);
}

/** The play screen for any source of views; before the first view, or without one, a sentence says why. */
export function PlaySeat({ source, code }: { readonly source: ViewSource; readonly code: string | null }) {
  const view = source.view.value;
  const status = source.status.value;
  useSessionLanguage(view?.card.languages);
  if (!view || status === 'gone') return <Waiting status={status} />;
  if (code !== null && view.table.ending?.because === 'cancelled') return <CancelledPage />;
  if (code !== null && isWaiting(view, code)) return <WaitingForSeat view={view} code={code} />;
  return <PlayTable source={source} view={view} code={code} />;
}

/** Whether this device is in the session without a seat. */
function isWaiting(view: View, code: string): boolean {
  return view.viewer.kind === 'observer' && seatPassOf(code)?.seat === '';
}

/** The host may have moved this person: the device stores the current seat. */
function useSeatKept(code: string, seat: string | undefined): void {
  useEffect(() => {
    const pass = seatPassOf(code);
    if (pass !== null && seat !== undefined && pass.seat !== seat) keepSeatPass({ ...pass, seat });
  }, [code, seat]);
}

/** While the host shows the replay, everybody at the table follows it. */
function useLed(code: string, source: ViewSource): void {
  const isLed = typeof source.presence.value?.lead === 'string';
  useEffect(() => {
    if (isLed) go(`/replay/${code}#follow`, 'replace');
  }, [isLed, code]);
}

/** At an event the host may have brought this person to another table: then the device goes there. True once that is known. */
function useFollowed(code: string): boolean {
  const hasAsked = useSignal(false);
  useEffect(() => {
    const token = seatPassOf(code)?.token;
    if (token === undefined) return;
    void eventApi.follow(code, token).then((there) => {
      if (there.ok) {
        forgetSeatPass(code);
        keepSeatPass(there.value);
        go(`/play/${there.value.code}`, 'replace');
      } else hasAsked.value = true;
    });
  }, [code]);
  return hasAsked.value;
}

function TakenOff({ code }: { readonly code: string }) {
  const { help } = words.value.host;
  const hasAsked = useFollowed(code);
  if (!hasAsked) return <Waiting status="connecting" />;
  const again = (): void => {
    forgetSeatPass(code);
    go(`/join/${code}`);
  };
  return (
    <PlainPage title={help.off} text={help.offNote}>
      <button type="button" class="btn primary" onClick={again}>
        {help.joinAgain}
      </button>
    </PlainPage>
  );
}
