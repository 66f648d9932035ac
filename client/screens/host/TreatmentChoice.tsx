import {
  type Contrast,
  contrastNames,
  contrasts,
  type Treatment,
} from '#shared/session/vocabulary/treatments.ts';
import { words } from '../../text/language.ts';
import type { ManyTablesForm } from './useManyTables.ts';

/** In what the tables of an event may differ. */
const offered: Readonly<Record<Contrast, readonly (readonly Treatment[])[]>> = {
  talk: [['talkWords', 'talkNone'], ['talkWords', 'talkMoves'], ['talkMoves', 'talkNone'], contrasts.talk],
  trust: [contrasts.trust],
  force: [contrasts.force],
};

/** Whether all tables play alike, or chance gives them different treatments in one setting. */
export function TreatmentChoice({ form }: { readonly form: ManyTablesForm }) {
  const { treatments: text } = words.value.manyTables;
  const chosen = form.wish.value.treatments;
  return (
    <label class="field">
      <span>{text.choice}</span>
      <select
        class="input"
        value={chosen?.join() ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          form.change({
            treatments:
              Object.values(offered)
                .flat()
                .find((one) => one.join() === value) ?? null,
          });
        }}
      >
        <option value="">{text.alike}</option>
        {contrastNames.map((contrast) => (
          <optgroup key={contrast} label={text.settings[contrast]}>
            {offered[contrast].map((among) => (
              <option key={among.join()} value={among.join()}>
                {among.map((one) => text.names[one]).join(' / ')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {chosen !== null && <small>{text.choiceNote}</small>}
    </label>
  );
}
