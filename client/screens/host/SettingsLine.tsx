import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';

/**
 * The settings of this session in one line: its length, and whose trust is visible, what agreements can be and which language is
 * spoken if those are restricted.
 */
export function SettingsLine({ view }: { readonly view: View }) {
  const { opening, play, shell, sight, moves, agreements } = words.value;
  const { plan, trustSeen, pledgesOnly, languages, talkLevel } = view.card;
  const facts = [
    shell.practice.planWords(plan.rounds, plan.minutes),
    ...(plan.earliestEnd === null ? [] : [play.hiddenEnd.settings]),
    ...(trustSeen === 'all' ? [] : [sight.settings]),
    ...(pledgesOnly ? [agreements.pledgesOnly.settings] : []),
    ...(talkLevel === 'words' ? [] : [moves.level.settings[talkLevel]]),
    ...(languages === 'both' ? [] : [opening.languages.options[languages]]),
  ];
  return <p class="settings-line">{facts.join(' · ')}</p>;
}
