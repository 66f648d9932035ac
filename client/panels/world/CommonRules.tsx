import type { View } from '#shared/session/views/tableView.ts';
import { Term } from '../../components/Term.tsx';
import { words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { lastRound } from './gauges.ts';
import '../../styles/play-gauges.css';

/** The bar of common rules: the weight that committed last round against the threshold at which rules grow. */
export function CommonRules({ view }: { readonly view: View }) {
  const { rules } = words.value.play;
  const share = view.table.trail.participation.at(-1) ?? 0;
  const need = view.card.commitThreshold;
  const hasPlayed = lastRound(view) > 0;
  const said = view.table.talk.pledgedWeight;
  const verdict = !hasPlayed ? rules.none : share >= need ? rules.grew : rules.fell;
  return (
    <div class="rules" title={hasPlayed ? rules.reading(wholePoints(share), wholePoints(need)) : rules.none}>
      <span class="rules-name">
        <Term id="participation">{rules.name}</Term>
      </span>
      <span class="rules-share num">{hasPlayed ? rules.share(wholePoints(share)) : '–'}</span>
      <svg class="rules-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rules-ground" x="0" y="4" width="200" height="6" rx="3" />
        {hasPlayed && (
          <rect class="rules-fill" x="0" y="4" width={Math.min(200, share / 5)} height="6" rx="3" />
        )}
        {said > 0 && (
          <rect class="rules-said" x="1" y="1" width={Math.min(198, said / 5)} height="12" rx="4" />
        )}
        <path class="rules-need" d={`M${need / 5} 0V14`} />
      </svg>
      <span class="rules-verdict">
        {verdict}
        <span class="rules-needed num"> · {rules.need(wholePoints(need))}</span>
        {said > 0 && <span class="rules-pledged num"> · {words.value.talk.pledged(wholePoints(said))}</span>}
      </span>
    </div>
  );
}
