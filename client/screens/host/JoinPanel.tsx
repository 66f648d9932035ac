import { useSignal } from '@preact/signals';
import { AddressChoice } from '../../components/AddressChoice.tsx';
import { announce } from '../../components/Announcer.tsx';
import { Qr } from '../../components/Qr.tsx';
import { useJoinAddress } from '../../components/useJoinAddress.ts';
import { words } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';

interface Props {
  readonly code: string;
  readonly large: boolean;
  /** Shown to a co-host, to whom the server's address is not to change. */
  readonly asCoHost?: boolean;
}

/** How others join: address, code, QR. Large while people are joining. */
export function JoinPanel({ code, large, asCoHost = false }: Props) {
  const { room } = words.value.host;
  const { url, where } = useJoinAddress(code);
  const copied = useSignal(false);
  const copy = (): void => {
    void copyText(url, room.copied).then((done) => {
      copied.value = done;
    });
  };
  return (
    <section class={large ? 'join-panel large' : 'join-panel'} aria-label={room.typeThis}>
      <Qr url={url} label={room.qr(url)} />
      <div>
        <p class="note">{room.typeThis}</p>
        <p class="where">{where}</p>
        <p class="code num">{spokenCode(code)}</p>
        {isSecureContext && (
          <button type="button" class="btn" onClick={copy}>
            {copied.value ? room.copied : room.copy}
          </button>
        )}
        {!asCoHost && <AddressChoice />}
      </div>
    </section>
  );
}

/** Copies a text if the browser allows it; otherwise the address can be read off. */
async function copyText(text: string, done: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
    return true;
  } catch {
    return false;
  }
}
