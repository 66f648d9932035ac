import { useEffect, useMemo } from 'preact/hooks';
import { seatPassOf } from '../../net/tokens.ts';
import { liveSource } from '../../source/live.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { PlayTable } from './PlayTable.tsx';
import { Waiting } from './Waiting.tsx';
import '../../styles/play.css';

/** A delegate's seat in a session on the server. */
export function PlayScreen({ code }: { readonly code: string }) {
  const source = useMemo(() => liveSource(code, seatPassOf(code)), [code]);
  useEffect(() => () => source.close(), [source]);
  return <PlaySeat source={source} code={code} />;
}

/** The play screen on any source of views; until the first one arrives, and when there is none, a sentence says why. */
export function PlaySeat({ source, code }: { readonly source: ViewSource; readonly code: string | null }) {
  const view = source.view.value;
  const status = source.status.value;
  if (!view || status === 'gone') return <Waiting status={status} />;
  return <PlayTable source={source} view={view} code={code} />;
}
