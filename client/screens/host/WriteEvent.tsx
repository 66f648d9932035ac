import { MOST_EFFECTS } from '#shared/model/eventDeck.ts';
import { type SizedEffect, sizedEffects } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_EVENT_TITLE, MAX_EVENT_WORDS } from '#shared/session/vocabulary/injects.ts';
import { type Signal, useSignal } from '@preact/signals';
import { effectsLine } from '../../panels/events/eventWords.ts';
import { inBothLanguages } from '../../text/bothLanguages.ts';
import { type Language, words } from '../../text/language.ts';
import { fieldsOf } from './Announce.tsx';

/** An effect in preparation, in points. */
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
  readonly view: View;
}

/** An event in the host's own words, in one language or both, with up to three effects. */
export function WriteEvent({ when, bringIn, view }: Props) {
  const { tray } = words.value.events;
  const title = useSignal('');
  const text = useSignal('');
  const other = { title: useSignal(''), text: useSignal('') };
  const [own = 'en', second] = fieldsOf(view);
  const drafts = useSignal<readonly Draft[]>([]);
  const effects = drafts.value
    .filter(({ points }) => points !== 0)
    .map(({ kind, points }) => ({ kind, amount: Math.round(points * 10) * (MICRO_OF_POINT / 10) }));
  const send = async (): Promise<void> => {
    if (title.value.trim() === '') return;
    const typed = typedIn(own, [title.value, text.value], [other.title.value, other.text.value]);
    if (!(await bringIn({ from: 'host', text: null, effects }, typed))) return;
    title.value = '';
    text.value = '';
    other.title.value = '';
    other.text.value = '';
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
      <Words title={title} text={text} isBoth={second !== undefined} />
      {second !== undefined && <OtherLanguage of={second} title={other.title} text={other.text} />}
      <Effects drafts={drafts} />
      <p class="hint">{effectsLine(effects)}</p>
      <button type="submit" class="btn primary" disabled={title.value.trim() === ''}>
        {when === 'now' ? tray.bringNow : tray.bringNext}
      </button>
    </form>
  );
}

type Written = readonly [title: string, text: string];

/** The words to send: the own language's, and the other's if it has a title. */
function typedIn(own: Language, mine: Written, theirs: Written): string {
  const first = mine.join('\n');
  const second = theirs[0].trim() === '' ? '' : theirs.join('\n');
  return inBothLanguages(own === 'zh' ? { zh: first, en: second } : { en: first, zh: second });
}

interface OtherProps extends Pick<WordsProps, 'title' | 'text'> {
  readonly of: Language;
}

function OtherLanguage({ of, title, text }: OtherProps) {
  return (
    <details>
      <summary>{words.value.talk.control.inOther[of]}</summary>
      <Words title={title} text={text} isBoth other={of} />
    </details>
  );
}

interface WordsProps {
  readonly title: Signal<string>;
  readonly text: Signal<string>;
  /** Leaves space for the other language. */
  readonly isBoth: boolean;
  /** The other language, if these are the words in it. */
  readonly other?: Language;
}

function Words({ title, text, isBoth, other }: WordsProps) {
  const { tray } = words.value.events;
  const named = (label: string): string => (other === undefined ? label : tray.writtenIn[other](label));
  return (
    <>
      <label>
        {named(tray.writtenTitle)}
        <input
          class="input"
          value={title.value}
          maxLength={MAX_EVENT_TITLE}
          required={other === undefined}
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {named(tray.writtenText)}
        <textarea
          class="input"
          rows={3}
          value={text.value}
          maxLength={(isBoth ? MAX_EVENT_WORDS / 2 - 5 : MAX_EVENT_WORDS) - MAX_EVENT_TITLE - 1}
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

/** Sends the event to bring in, with the words of a written one; returns whether the server accepted it. */
export type BringIn = (what: CommandOf<'injectEvent'>['what'], typed?: string) => Promise<boolean>;
