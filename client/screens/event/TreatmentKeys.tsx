import { contrastOf } from '#shared/session/vocabulary/treatments.ts';
import { words } from '../../text/language.ts';
import type { TreatmentsShown } from './useTreatments.ts';

/** The key that shows which table has which treatment; until it is pressed, the page does not know. */
export function TreatmentKeys({ shown }: { readonly shown: TreatmentsShown }) {
  const { manyTables, refusals } = words.value;
  const { treatments: text } = manyTables;
  const now = shown.now.value;
  return (
    <section class="treatments">
      <h2>{text.title}</h2>
      <p class="note">
        {now === null ? text.hidden : text.seed(text.settings[contrastOf(now.among)], now.seed)}
      </p>
      {shown.problem.value !== null && (
        <p role="alert">
          {refusals.notDone} {shown.problem.value}
        </p>
      )}
      <button
        type="button"
        class="btn"
        onClick={() => {
          if (now === null) void shown.show();
          else shown.hide();
        }}
      >
        {now === null ? text.show : text.hide}
      </button>
    </section>
  );
}
