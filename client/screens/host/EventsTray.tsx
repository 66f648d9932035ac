import '../../styles/host-events.css';
import { tones } from '#shared/model/eventDeck.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { type Signal, useSignal } from '@preact/signals';
import { outcomeSentence } from '../../components/refusalWords.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { PendingInjects } from './PendingInjects.tsx';
import { WriteEvent, type BringIn } from './WriteEvent.tsx';

type Command = CommandOf<'injectEvent'>;
type When = Command['when'];

interface Props {
  readonly view: View;
  readonly source: ViewSource;
}

/** The host's tray of events: the scenario's own by tone, or one written now; at once or with the next round. */
export function EventsTray({ view, source }: Props) {
  const { tray } = words.value.events;
  const wished = useSignal<When>('now');
  const status = useSignal<string | null>(null);
  const turn = useSignal(0);
  const open = openTimes(view);
  const when = open.includes(wished.value) ? wished.value : open[0];
  const send = async (command: Parameters<ViewSource['send']>[0], typed?: string): Promise<boolean> => {
    const problem = outcomeSentence(await source.send(command, typed));
    status.value = problem ?? (command.type === 'injectEvent' ? tray.done : null);
    turn.value += 1;
    return problem === null;
  };
  if (view.table.phase === 'ended') return null;
  return (
    <section class="events-tray" aria-labelledby="events-title">
      <h2 id="events-title">{tray.title}</h2>
      <p class="hint">{when === undefined ? tray.over : tray.note}</p>
      <PendingInjects
        view={view}
        source={source}
        turn={turn.value}
        takeBack={(number) => void send({ type: 'cancelInject', number })}
      />
      {when !== undefined && (
        <>
          <WhenSwitch view={view} open={open} when={when} choose={(next) => (wished.value = next)} />
          <Choices
            view={view}
            when={when}
            bringIn={async (what, typed) => send({ type: 'injectEvent', what, when }, typed)}
          />
        </>
      )}
      <p role="status">{status.value}</p>
    </section>
  );
}

/** Until when an event can still be brought in. */
function openTimes({ table, card }: View): readonly When[] {
  const times: When[] = [];
  const { phase, round } = table;
  if (phase === 'briefing' || phase === 'negotiation' || phase === 'decision') times.push('now');
  if (round < card.plan.rounds) times.push('nextRound');
  return times;
}

interface SwitchProps {
  readonly view: View;
  readonly open: readonly When[];
  readonly when: When;
  readonly choose: (when: When) => void;
}

function WhenSwitch({ view, open, when, choose }: SwitchProps) {
  const { tray } = words.value.events;
  const isPlaying = view.table.phase !== 'lobby';
  return (
    <>
      <div class="segments" role="group" aria-label={tray.when}>
        {(['now', 'nextRound'] as const).map((time) => (
          <button
            key={time}
            type="button"
            aria-pressed={when === time}
            disabled={!open.includes(time)}
            onClick={() => choose(time)}
          >
            {tray[time]}
          </button>
        ))}
      </div>
      {isPlaying && !open.includes('now') && <p class="hint">{tray.notNow}</p>}
      {!open.includes('nextRound') && <p class="hint">{tray.notNext}</p>}
    </>
  );
}

interface ChoicesProps {
  readonly view: View;
  readonly when: When;
  readonly bringIn: BringIn;
}

function Choices({ view, when, bringIn }: ChoicesProps) {
  const { tray, tones: named } = words.value.events;
  const chosen = useSignal<string | null>(null);
  return (
    <>
      {tones.map((tone) => {
        const events = view.card.events.filter((event) => event.tone === tone);
        if (events.length === 0) return null;
        return (
          <details key={tone}>
            <summary>{tray.group(named[tone], events.length)}</summary>
            <ul>
              {events.map((event) => (
                <Choice key={event.id} event={event} chosen={chosen} when={when} bringIn={bringIn} />
              ))}
            </ul>
          </details>
        );
      })}
      <details>
        <summary>{tray.write}</summary>
        <WriteEvent when={when} bringIn={bringIn} view={view} />
      </details>
    </>
  );
}

interface ChoiceProps extends Omit<ChoicesProps, 'view'> {
  readonly event: View['card']['events'][number];
  readonly chosen: Signal<string | null>;
}

function Choice({ event, chosen, when, bringIn }: ChoiceProps) {
  const isChosen = chosen.value === event.id;
  return (
    <li class={isChosen ? 'on' : undefined}>
      <button
        type="button"
        class="event-choice"
        aria-expanded={isChosen}
        onClick={() => (chosen.value = isChosen ? null : event.id)}
      >
        <b>{pick(event.title)}</b>
        <span>{pick(event.mechanism)}</span>
      </button>
      {isChosen && (
        <Confirm
          text={pick(event.text)}
          when={when}
          keep={() => (chosen.value = null)}
          confirm={() => {
            chosen.value = null;
            void bringIn({ from: 'deck', id: event.id });
          }}
        />
      )}
    </li>
  );
}

interface ConfirmProps {
  readonly text: string;
  readonly when: When;
  readonly keep: () => void;
  readonly confirm: () => void;
}

function Confirm({ text, when, keep, confirm }: ConfirmProps) {
  const { tray } = words.value.events;
  return (
    <div class="confirm">
      <p>{text}</p>
      <button type="button" class="btn primary" onClick={confirm}>
        {when === 'now' ? tray.bringNow : tray.bringNext}
      </button>
      <button type="button" class="btn" onClick={keep}>
        {tray.keep}
      </button>
    </div>
  );
}
