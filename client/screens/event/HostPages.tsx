import { HostRoom } from '../host/HostRoom.tsx';
import { DialsScreen } from './DialsScreen.tsx';
import { EventScreen } from './EventScreen.tsx';

interface Props {
  readonly code: string;
  readonly screen: 'hostRoom' | 'event' | 'dials';
}

/**
 * The console of a session and the two pages of an event, loaded together: a host goes from one to the other, and every part that is
 * loaded later costs the first page the names of its files.
 */
export function HostPages({ code, screen }: Props) {
  if (screen === 'hostRoom') return <HostRoom code={code} />;
  return screen === 'event' ? <EventScreen code={code} /> : <DialsScreen code={code} />;
}
