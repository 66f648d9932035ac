import { type Signal, useSignal } from '@preact/signals';
import type { Command, CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_MESSAGE } from '#shared/session/vocabulary/talk.ts';
import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import { inBothLanguages } from '../../text/bothLanguages.ts';
import { language, pick, words } from '../../text/language.ts';
import { aptFor } from './acts.ts';
import type { GiveAll } from './useEvent.ts';

interface Props {
  readonly tables: readonly TableNow[];
  readonly give: GiveAll;
}

const saying: Command = {
  type: 'say',
  channel: { kind: 'announcement' },
  text: null,
  phrase: null,
  mentions: [],
};

/** One announcement to everybody at these tables, in the host's language and if wished in the other. */
export function AnnounceAll({ tables, give }: Props) {
  const { acts } = words.value.manyTables;
  const typed = useSignal({ en: '', zh: '' });
  const own = language.value;
  const apt = aptFor('announce', tables);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = inBothLanguages(typed.value);
    if (text === '' || apt.length === 0) return;
    const told = await give(acts.send, apt, saying, text);
    if (told.refused.length === 0) typed.value = { en: '', zh: '' };
  };
  return (
    <details>
      <summary>{acts.announce}</summary>
      <form onSubmit={(event) => void send(event)}>
        {[own, own === 'en' ? ('zh' as const) : ('en' as const)].map((one, place) => (
          <label key={one} class="field">
            <span>{place === 0 ? acts.announcement : acts.inOther[one]}</span>
            <input
              class="input"
              lang={one}
              maxLength={MAX_MESSAGE / 2 - 5}
              value={typed.value[one]}
              onInput={(event) => {
                typed.value = { ...typed.value, [one]: event.currentTarget.value };
              }}
            />
          </label>
        ))}
        <button type="submit" class="btn primary" disabled={apt.length === 0}>
          {acts.at(acts.send, apt.length)}
        </button>
        {apt.length === 0 && <p class="hint">{acts.none}</p>}
      </form>
    </details>
  );
}

type When = CommandOf<'injectEvent'>['when'];

/** One event of the scenario's deck for all these tables. */
export function InjectAll({ event, tables, give }: Props & { readonly event: GatheringNow }) {
  const { acts } = words.value.manyTables;
  const chosen = useSignal<string | null>(null);
  const when = useSignal<When>('nextRound');
  const apt = aptFor('inject', tables);
  const id = chosen.value ?? event.deck[0]?.id;
  if (id === undefined) return null;
  const bring = (submitted: Event): void => {
    submitted.preventDefault();
    const command: Command = { type: 'injectEvent', what: { from: 'deck', id }, when: when.value };
    void give(titleOf(event, id), apt, command);
  };
  return (
    <details>
      <summary>{acts.inject}</summary>
      <form onSubmit={bring}>
        <label class="field">
          <span>{acts.injectWhat}</span>
          <select class="input" value={id} onChange={(change) => (chosen.value = change.currentTarget.value)}>
            {event.deck.map((one) => (
              <option key={one.id} value={one.id}>
                {pick(one.title)}
              </option>
            ))}
          </select>
        </label>
        <WhenSwitch when={when} />
        <button type="submit" class="btn primary" disabled={apt.length === 0}>
          {acts.at(acts.bring, apt.length)}
        </button>
      </form>
    </details>
  );
}

function WhenSwitch({ when }: { readonly when: Signal<When> }) {
  const { acts } = words.value.manyTables;
  return (
    <div class="segments" role="group" aria-label={words.value.events.tray.when}>
      {(['now', 'nextRound'] as const).map((time) => (
        <button
          key={time}
          type="button"
          aria-pressed={when.value === time}
          onClick={() => (when.value = time)}
        >
          {acts[time]}
        </button>
      ))}
    </div>
  );
}

function titleOf({ deck }: GatheringNow, id: string): string {
  const found = deck.find((one) => one.id === id);
  return found === undefined ? id : pick(found.title);
}
