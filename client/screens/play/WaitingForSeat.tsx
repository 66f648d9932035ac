import { Logo } from '../../components/Logo.tsx';
import { words } from '../../text/language.ts';
import { RejoinCode } from './RejoinCode.tsx';

/** Somebody is in and has no seat yet; the host gives one, and then this page is their table. */
export function WaitingForSeat({ code }: { readonly code: string }) {
  const { waiting } = words.value.entry;
  return (
    <main id="main" class="plain" tabIndex={-1} aria-live="polite">
      <Logo size={72} />
      <h1>{waiting.title}</h1>
      <p>{waiting.text}</p>
      <RejoinCode code={code} />
    </main>
  );
}
