import type { GatheringNow } from '#shared/wire/gatherings.ts';
import { words } from '../../text/language.ts';
import { choicesOf, keyOfShown, type Shown } from './shownTables.ts';

interface Props {
  readonly event: GatheringNow;
  readonly shown: Shown;
  readonly choose: (shown: Shown) => void;
}

/** Which tables the overview shows; offered once somebody helps. */
export function ShownChoice({ event, shown, choose }: Props) {
  const { coHosts: text } = words.value;
  if (event.coHosts.length === 0) return null;
  const choices = choicesOf(event);
  return (
    <label class="shown-choice">
      <span>{text.shown}</span>
      <select
        class="btn"
        value={keyOfShown(shown)}
        onChange={(change) => {
          const key = change.currentTarget.value;
          choose(choices.find((one) => keyOfShown(one) === key) ?? 'all');
        }}
      >
        {choices.map((one) => (
          <option key={keyOfShown(one)} value={keyOfShown(one)}>
            {nameOf(event, one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf({ you, coHosts }: GatheringNow, shown: Shown): string {
  const { coHosts: text } = words.value;
  if (typeof shown === 'string') return text[shown];
  if (shown.of === you) return text.mine;
  return text.tile(coHosts.find(({ id }) => id === shown.of)?.name ?? '');
}
