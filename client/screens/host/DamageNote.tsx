import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ServerDamage, SessionDamage } from '#shared/wire/damage.ts';
import { Notice } from '../../components/Notice.tsx';
import { api } from '../../net/api.ts';
import { words } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** The damage of one session in the list, and the remedies. */
export function DamageNote({ code, damage }: { readonly code: string; readonly damage: SessionDamage }) {
  const text = words.value.damage;
  const { kind } = damage;
  const isLost = kind === 'opening';
  const advice = kind === 'texts' ? text.textsEmpty : isLost ? text.nothing : text.readOnly;
  return (
    <div class="damage-note">
      <p>
        <strong>{text.what[kind](damage)}</strong> {advice}
      </p>
      {kind !== 'texts' && !isLost && (
        <p class="row">
          <a class="btn" href={pathTo(`/replay/${code}`)}>
            {text.replay}
          </a>
          <a class="btn" href={pathTo(`/api/sessions/${code}/log`)} download>
            {text.save}
          </a>
        </p>
      )}
    </div>
  );
}

/** The server's own damage at its start, above the list. */
export function ServerNotices() {
  const found = useSignal<ServerDamage | null>(null);
  useEffect(() => {
    void api.serverDamage().then((answer) => {
      if (answer.ok) found.value = answer.value;
    });
  }, []);
  const { server: text } = words.value.damage;
  const damage = found.value;
  if (damage === null) return null;
  return (
    <>
      {damage.database !== null && (
        <Notice title={text.databaseTitle} text={text.database(damage.database)} />
      )}
      {damage.hostKey !== null && <Notice title={text.hostKeyTitle} text={text.hostKey(damage.hostKey)} />}
      {damage.settings.includes('hostDoor') && <Notice title={text.hostDoorTitle} text={text.hostDoor} />}
      {damage.settings.includes('presets') && <Notice title={text.presetsTitle} text={text.presets} />}
    </>
  );
}
