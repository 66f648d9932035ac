import type { View } from '#shared/session/views/tableView.ts';
import { Dashes } from '../../components/Dashes.tsx';
import type { Presence } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { roundsText } from '../../panels/roundsText.ts';
import { PhaseClock } from '../../components/PhaseClock.tsx';

interface HeadProps {
  readonly view: View;
  readonly presence: Presence | null;
  /** The host leads a replay. */
  readonly isLed: boolean;
}

/**
 * Above the column: the round, the phase, and the clock. Before the start and after the end, the scenario. A replay has no clock,
 * and says in its place what it is.
 */
export function ProjectorHead({ view, presence, isLed }: HeadProps) {
  const { play, replay } = words.value;
  const { table, card } = view;
  const isPlaying = table.phase !== 'lobby' && table.phase !== 'ended';
  return (
    <header>
      {isPlaying ? (
        <div>
          <Dashes at={table.round} of={card.plan.rounds} />
          <h1 class="num">{play.round(table.round, roundsText(card))}</h1>
          <p>{nowOf(view)}</p>
        </div>
      ) : (
        <div>
          <h1 class="title">{pick(card.title)}</h1>
          {table.phase === 'ended' && !isLed && <p>{nowOf(view)}</p>}
          {isLed && <p>{play.phases[table.phase].name}</p>}
        </div>
      )}
      {isLed && <p class="is-led">{replay.shared.onWall}</p>}
      {isPlaying && !isLed && <PhaseClock presence={presence} paused={table.paused} />}
    </header>
  );
}

function nowOf({ table }: View): string {
  const { play, projector } = words.value;
  if (table.paused) return play.paused;
  if (table.talk.silent && (table.phase === 'briefing' || table.phase === 'negotiation'))
    return projector.silent;
  return table.phase === 'decision' ? projector.choosing : play.phases[table.phase].now;
}
