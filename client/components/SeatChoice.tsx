import type { Bilingual } from '#shared/scenario/schema.ts';
import { pick, firstWords } from '../text/language.ts';

/** A state that can be chosen. */
export interface ChoosableSeat {
  readonly id: string;
  readonly name: Bilingual;
  readonly role: Bilingual;
  /** The note beside its role: how many people sit there, or that a bot plays it. */
  readonly note: string | null;
  readonly full: boolean;
}

interface Choice {
  /** The explanation of being given a state. */
  readonly givenNote: string;
  readonly seats: readonly ChoosableSeat[];
  /** A last option: leave the choice to the host. */
  readonly wait?: { readonly id: string; readonly label: string; readonly note: string } | undefined;
  /** Null: be given one. */
  readonly chosen: string | null;
  readonly onChoose: (seat: string | null) => void;
}

/** Chooses a state, or leaves the choice to the table. Full states are counted, not listed. */
export function SeatChoice({ givenNote, wait, seats, chosen, onChoose }: Choice) {
  const { join } = firstWords.value.shell;
  const open = seats.filter((seat) => !seat.full);
  const full = seats.length - open.length;
  const now = open.find((seat) => seat.id === chosen);
  return (
    <fieldset class="field seat-choice">
      <legend>{join.yourState}</legend>
      <div class="options">
        <SeatOption id={null} label={join.giveMe} chosen={chosen} onChoose={onChoose} />
        {open.map((seat) => (
          <SeatOption
            key={seat.id}
            id={seat.id}
            label={pick(seat.name)}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
        {wait && <SeatOption id={wait.id} label={wait.label} chosen={chosen} onChoose={onChoose} />}
        {full > 0 && <span class="chip full">{join.taken(full)}</span>}
      </div>
      <p class="role" aria-live="polite">
        {now
          ? [pick(now.role), now.note].filter(Boolean).join(' · ')
          : wait?.id === chosen
            ? wait.note
            : givenNote}
      </p>
    </fieldset>
  );
}

interface Option {
  readonly id: string | null;
  readonly label: string;
  readonly chosen: string | null;
  readonly onChoose: (seat: string | null) => void;
}

function SeatOption({ id, label, chosen, onChoose }: Option) {
  return (
    <label class={id === chosen ? 'chip on' : 'chip'}>
      <input
        type="radio"
        name="seat"
        class="visually-hidden"
        checked={id === chosen}
        onChange={() => onChoose(id)}
      />
      {label}
    </label>
  );
}
