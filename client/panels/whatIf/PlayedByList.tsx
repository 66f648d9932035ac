import type { View } from '#shared/session/views/tableView.ts';
import type { PlayedBy } from '../../source/whatIfDesk.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly playedBy: readonly PlayedBy[];
}

/** Which bot plays each state on, and for people how much of their cards it explains. */
export function PlayedByList({ view, playedBy }: Props) {
  const { whatIf, host } = words.value;
  return (
    <details class="what-if-table">
      <summary>{whatIf.fan.playedBy}</summary>
      <p class="panel-note">{whatIf.fan.fittedNote}</p>
      <ul class="what-if-players">
        {view.card.seats.map(({ id, name }, seat) => {
          const by = playedBy[seat];
          if (by === undefined) return null;
          const bot = host.bots[by.character];
          return (
            <li key={id}>
              <b>{pick(name)}</b>
              <span>
                {by.isBot
                  ? whatIf.fan.ownBot(bot)
                  : whatIf.fan.fitted(bot, Math.round(100 * by.part), Math.round(100 * by.agreement))}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
