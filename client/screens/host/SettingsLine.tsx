import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';

/**
 * The settings of this session in one line: its length, and whose trust is visible and which language is spoken if those are
 * restricted.
 */
export function SettingsLine({ view }: { readonly view: View }) {
  const { opening, play, shell, sight, moves } = words.value;
  const { plan, trustSeen, languages, talkLevel } = view.card;
  const facts = [
    shell.practice.planWords(plan.rounds, plan.minutes),
    ...(plan.earliestEnd === null ? [] : [play.hiddenEnd.settings]),
    ...(trustSeen === 'all' ? [] : [sight.settings]),
    ...(talkLevel === 'words' ? [] : [moves.level.settings[talkLevel]]),
    ...(languages === 'both' ? [] : [opening.languages.options[languages]]),
  ];
  return <p class="settings-line">{facts.join(' · ')}</p>;
}
