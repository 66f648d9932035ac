import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';

/** What this session was opened with, in one line: its length, and whose trust is seen and which language is spoken where that was narrowed. */
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
