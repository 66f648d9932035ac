import { arrivals, newcomerRules } from '#shared/session/vocabulary/entry.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { curtains } from '#shared/wire/entryPacking.ts';
import { RadioRow } from '../../components/RadioRow.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { AdmissionChoice } from './AdmissionChoice.tsx';
import type { Give } from './give.ts';
import { Tick } from './Tick.tsx';

/** The host's control of the entry: who may enter, how they get a seat, who may watch. People with a seat can always return. */
export function EntryControls({ view, give }: { readonly view: View; readonly give: Give }) {
  const { host: text } = words.value.entry;
  const { entry } = view.table;
  const set = (part: Partial<typeof entry>): void => give({ type: 'setEntry', entry: { ...entry, ...part } });
  return (
    <details class="entry-controls">
      <summary>{text.title}</summary>
      <RadioRow
        label={text.newcomers}
        options={newcomerRules.map((rule) => [rule, text.newcomerRules[rule]])}
        chosen={entry.newcomers}
        choose={(newcomers) => set({ newcomers })}
      />
      <AdmissionChoice entry={entry} change={(next) => give({ type: 'setEntry', entry: next })} />
      <RadioRow
        label={text.arrival}
        options={arrivals.map((one) => [one, text.arrivals[one]])}
        chosen={entry.arrival}
        choose={(arrival) => set({ arrival })}
      />
      <Tick
        on={entry.observers}
        label={text.observers}
        note={text.observersNote}
        change={(observers) => set({ observers })}
      />
      <p class="hint">{text.returning}</p>
      <p class="hint">{text.trouble}</p>
    </details>
  );
}

/** The projector's picture, controlled from the console: live, frozen, or blank. */
export function ProjectorSteering({ source }: { readonly source: ViewSource }) {
  const { projector } = words.value.entry;
  const now = source.presence.value?.curtain ?? 'open';
  return (
    <div class="segments steering" role="group" aria-label={projector.title}>
      {curtains.map((curtain) => (
        <button
          key={curtain}
          type="button"
          aria-pressed={curtain === now}
          onClick={() => void source.draw(curtain)}
        >
          {projector.curtains[curtain]}
        </button>
      ))}
    </div>
  );
}
