import type { View } from '#shared/session/views/tableView.ts';
import { Dashes } from '../../components/Dashes.tsx';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Logo } from '../../components/Logo.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { ownPeople, selfOf } from '../../panels/brief/delegation.ts';
import type { PlayState } from '../../panels/playState.ts';
import type { Presence } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { PhaseClock } from '../../components/PhaseClock.tsx';
import { roundsText } from '../../panels/roundsText.ts';

interface HeaderProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly presence: Presence | null;
}

/** Who I am, where in the session we are, what to do now, and how long. */
export function PlayHeader({ view, ui, presence }: HeaderProps) {
  const { play } = words.value;
  const { table, card } = view;
  const role = card.seats.find((seat) => seat.id === view.own?.seat);
  const phase = play.phases[table.phase];
  const inRound = table.round > 0;
  return (
    <header class="play-head">
      <h1 class="visually-hidden">{pick(card.title)}</h1>
      <button
        type="button"
        class="play-me"
        onClick={() => {
          ui.tab.value = 'brief';
        }}
      >
        <Logo size={28} />
        <b>{role ? pick(role.name) : pick(card.title)}</b>
        <span>{ownRole(view) ?? (role ? pick(role.role) : '')}</span>
      </button>
      <p class="play-phase">
        {inRound && (
          <>
            <b class="num round-long">{play.round(table.round, roundsText(card))}</b>
            <b class="num round-short" aria-hidden="true">
              {table.round}/{roundsText(card)}
            </b>
            <Dashes at={table.round} of={card.plan.rounds} />
          </>
        )}
        <span>{table.paused ? play.paused : phase.now}</span>
      </p>
      <div class="play-tools">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <PhaseClock presence={presence} paused={table.paused} />
    </header>
  );
}

/** The role of this person in a delegation of several. */
function ownRole(view: View): string | null {
  const self = ownPeople(view).length > 1 ? selfOf(view) : null;
  return self && words.value.delegation.roles[self.role];
}
