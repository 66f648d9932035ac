import type { View } from '#shared/session/views/tableView.ts';
import { Dashes } from '../../components/Dashes.tsx';
import type { Presence } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { roundsText } from '../../panels/roundsText.ts';
import { PhaseClock } from '../../components/PhaseClock.tsx';

interface HeadProps {
  readonly view: View;
  readonly presence: Presence | null;
}

/** Above the column: the round, the phase, and the clock. Before the start and after the end, the scenario. */
export function ProjectorHead({ view, presence }: HeadProps) {
  const { play } = words.value;
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
          {table.phase === 'ended' && <p>{nowOf(view)}</p>}
        </div>
      )}
      {isPlaying && <PhaseClock presence={presence} paused={table.paused} />}
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
