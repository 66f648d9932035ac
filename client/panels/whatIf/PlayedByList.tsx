import type { View } from '#shared/session/views/tableView.ts';
import type { PlayedBy } from '../../source/whatIfDesk.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly playedBy: readonly PlayedBy[];
  /** One branch, and no fan in which others play as well. */
  readonly isOne?: boolean;
}

/** Which bot plays each state on, and for people how much of their cards it explains. */
export function PlayedByList({ view, playedBy, isOne = false }: Props) {
  const { fan, others } = words.value.whatIf;
  return (
    <details class="what-if-table">
      <summary>{fan.playedBy}</summary>
      <p class="panel-note">{isOne ? others.note : fan.fittedNote}</p>
      <ul class="what-if-players">
        {view.card.seats.map(({ id, name }, seat) => {
          const by = playedBy[seat];
          if (by === undefined) return null;
          return (
            <li key={id}>
              <b>{pick(name)}</b>
              <span>{whoPlays(by, isOne)}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function whoPlays({ character, isBot, part, agreement }: PlayedBy, isOne: boolean): string {
  const { whatIf, host } = words.value;
  const bot = host.bots[character];
  if (isBot) return whatIf.fan.ownBot(bot);
  const explains = Math.round(100 * agreement);
  return isOne
    ? whatIf.others.fitted(bot, explains)
    : whatIf.fan.fitted(bot, Math.round(100 * part), explains);
}
