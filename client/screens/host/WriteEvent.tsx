import { type Signal, useSignal } from '@preact/signals';
import { MOST_EFFECTS } from '#shared/model/eventDeck.ts';
import { type SizedEffect, sizedEffects } from '#shared/model/world.ts';
import { MAX_EVENT_TITLE, MAX_EVENT_WORDS } from '#shared/session/vocabulary/injects.ts';
import { effectsLine } from '../../panels/events/eventWords.ts';
import { words } from '../../text/language.ts';
import type { BringIn } from './EventsTray.tsx';

/** An effect being written; points as people read them. */
interface Draft {
  readonly kind: SizedEffect;
  readonly points: number;
}

/** Micro-units of a point, and the largest size in points. */
const MICRO_OF_POINT = 10_000;
const MOST_POINTS = 20;

interface Props {
  readonly when: 'now' | 'nextRound';
  readonly bringIn: BringIn;
}

/** An event in the host's own words with up to three effects. */
export function WriteEvent({ when, bringIn }: Props) {
  const { tray } = words.value.events;
  const title = useSignal('');
  const text = useSignal('');
  const drafts = useSignal<readonly Draft[]>([]);
  const effects = drafts.value
    .filter(({ points }) => points !== 0)
    .map(({ kind, points }) => ({ kind, amount: Math.round(points * 10) * (MICRO_OF_POINT / 10) }));
  const send = async (): Promise<void> => {
    if (title.value.trim() === '') return;
    const typed = `${title.value}\n${text.value}`;
    if (!(await bringIn({ from: 'host', text: null, effects }, typed))) return;
    title.value = '';
    text.value = '';
    drafts.value = [];
  };
  return (
    <form
      class="write-event"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Words title={title} text={text} />
      <Effects drafts={drafts} />
      <p class="hint">{effectsLine(effects)}</p>
      <button type="submit" class="btn primary" disabled={title.value.trim() === ''}>
        {when === 'now' ? tray.bringNow : tray.bringNext}
      </button>
    </form>
  );
}

function Words({ title, text }: { readonly title: Signal<string>; readonly text: Signal<string> }) {
  const { tray } = words.value.events;
  return (
    <>
      <label>
        {tray.writtenTitle}
        <input
          class="input"
          value={title.value}
          maxLength={MAX_EVENT_TITLE}
          required
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {tray.writtenText}
        <textarea
          class="input"
          rows={3}
          value={text.value}
          maxLength={MAX_EVENT_WORDS - MAX_EVENT_TITLE - 1}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </label>
    </>
  );
}

function Effects({ drafts }: { readonly drafts: Signal<readonly Draft[]> }) {
  const { tray } = words.value.events;
  const change = (place: number, next: Partial<Draft>): void => {
    drafts.value = drafts.value.map((draft, index) => (index === place ? { ...draft, ...next } : draft));
  };
  const remove = (place: number): void => {
    drafts.value = drafts.value.filter((_, index) => index !== place);
  };
  return (
    <fieldset>
      <legend>{tray.effectsTitle(MOST_EFFECTS)}</legend>
      {drafts.value.map((draft, place) => (
        <EffectRow
          key={place}
          draft={draft}
          place={place + 1}
          change={(next) => change(place, next)}
          remove={() => remove(place)}
        />
      ))}
      {drafts.value.length < MOST_EFFECTS && (
        <button
          type="button"
          class="btn"
          onClick={() => (drafts.value = [...drafts.value, { kind: 'competition', points: 5 }])}
        >
          {tray.add}
        </button>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly draft: Draft;
  /** Counted from 1. */
  readonly place: number;
  readonly change: (next: Partial<Draft>) => void;
  readonly remove: () => void;
}

function EffectRow({ draft, place, change, remove }: RowProps) {
  const { tray, effects } = words.value.events;
  return (
    <div class="effect-row">
      <select
        class="input"
        aria-label={tray.what(place)}
        value={draft.kind}
        onChange={(event) => {
          const kind = sizedEffects.find((known) => known === event.currentTarget.value);
          if (kind !== undefined) change({ kind });
        }}
      >
        {sizedEffects.map((kind) => (
          <option key={kind} value={kind}>
            {effects[kind]}
          </option>
        ))}
      </select>
      <input
        class="input num"
        type="number"
        step={0.5}
        min={-MOST_POINTS}
        max={MOST_POINTS}
        value={draft.points}
        aria-label={tray.size(place)}
        onInput={(event) => change({ points: within(event.currentTarget.valueAsNumber) })}
      />
      <button type="button" class="btn quiet" aria-label={tray.remove(place)} onClick={remove}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

function within(points: number): number {
  return Number.isFinite(points) ? Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points)) : 0;
}
