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

/** The own state, the position in the session, the task now, and the time. */
export function PlayHeader({ view, ui, presence }: HeaderProps) {
  const { play } = words.value;
  const { table, card } = view;
  const role = card.seats.find((seat) => seat.id === view.own?.seat);
  const phase = play.phases[table.phase];
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
        <RoundCount view={view} />
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

/** The round and the number of rounds; nothing once a hidden end has come, because its range then means nothing. */
function RoundCount({ view: { table, card } }: Pick<HeaderProps, 'view'>) {
  const { play } = words.value;
  const isHidden = card.plan.earliestEnd !== null;
  if (table.round === 0 || (isHidden && table.phase === 'ended')) return null;
  const all = play.round(table.round, roundsText(card));
  return (
    <>
      <b class="num round-long">{all}</b>
      <b class="num round-short" aria-hidden="true">
        {isHidden ? all : `${table.round}/${card.plan.rounds}`}
      </b>
      <Dashes at={table.round} of={card.plan.rounds} />
    </>
  );
}

/** The role of this person in a delegation of several. */
function ownRole(view: View): string | null {
  const self = ownPeople(view).length > 1 ? selfOf(view) : null;
  return self && words.value.delegation.roles[self.role];
}
