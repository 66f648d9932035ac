import type { View } from '#shared/session/views/tableView.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import { useNow } from '../../components/useNow.ts';
import type { Presence } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { clock } from '../../text/number.ts';
import { BookmarkKeys } from './BookmarkKeys.tsx';
import type { Bookmarks } from './useBookmarks.ts';
import type { Give } from './give.ts';
import { pauseNow } from './pauseNow.ts';
import { nextPhase, phasesOfRound } from './roundPhases.ts';
import { StepBack } from './StepBack.tsx';
import type { SeatNow } from './seatsNow.ts';
import { MoreTime } from './TimeControls.tsx';
import { roundsText } from '../../panels/roundsText.ts';

interface Props {
  readonly view: View;
  readonly presence: Presence | null;
  readonly seatsNow: readonly SeatNow[];
  readonly bookmarks: Bookmarks;
  readonly give: Give;
}

/** Clock, phase and the few buttons that move the session; irreversible actions need press and hold. */
export function Controls({ view, presence, seatsNow, bookmarks, give }: Props) {
  const { room } = words.value.host;
  const { phase } = view.table;
  return (
    <section class="controls">
      <Clock view={view} presence={presence} />
      {phase === 'lobby' && <StartButton seatsNow={seatsNow} give={give} />}
      {phase === 'lobby' && <Cancel give={give} />}
      {phase !== 'lobby' && phase !== 'ended' && (
        <>
          <PauseButton paused={view.table.paused} presence={presence} give={give} />
          <MoreTime view={view} give={give} />
          <PhaseSteps view={view} />
          <NextButton view={view} seatsNow={seatsNow} give={give} />
          <BookmarkKeys bookmarks={bookmarks} />
        </>
      )}
      {phase !== 'ended' && phase !== 'lobby' && (
        <div class="finish">
          <StepBack view={view} presence={presence} give={give} />
          <HoldButton
            label={room.end}
            again={room.again}
            describedBy="end-note"
            onDone={() => give({ type: 'endSession' })}
          />
          <p id="end-note" class="hint">
            {room.endNote}
          </p>
        </div>
      )}
    </section>
  );
}

function Clock({ view, presence }: Pick<Props, 'view' | 'presence'>) {
  const now = useNow();
  const { room } = words.value.host;
  const { table, card } = view;
  const phases = words.value.play.phases;
  const left = table.paused ? presence?.pausedRemainingMs : presence?.deadlineMs && presence.deadlineMs - now;
  const isTimed = typeof left === 'number';
  return (
    <div class="clock">
      {table.phase === 'lobby' || table.phase === 'ended' ? (
        <p class="big word">{phases[table.phase].name}</p>
      ) : (
        <>
          <p class={isTimed ? 'big num' : 'big word'} role="timer">
            {isTimed ? clock(left) : room.noClock}
          </p>
          <p class="sub num">
            {room.round(table.round, roundsText(card), phases[table.phase].name)}
            {table.paused && <b> · {room.paused}</b>}
          </p>
        </>
      )}
    </div>
  );
}

function StartButton({ seatsNow, give }: Pick<Props, 'seatsNow' | 'give'>) {
  const { room } = words.value.host;
  const empty = seatsNow.filter(({ standing }) => standing === 'empty').length;
  return (
    <>
      <button type="button" class="btn primary lg" onClick={() => give({ type: 'startSession' })}>
        {room.start}
      </button>
      <p class="hint">{room.startNote(empty)}</p>
    </>
  );
}

/** Cancels a session that was opened by mistake. */
function Cancel({ give }: Pick<Props, 'give'>) {
  const { room } = words.value.host;
  return (
    <div class="finish">
      <HoldButton
        label={room.cancel}
        again={room.again}
        describedBy="cancel-note"
        onDone={() => give({ type: 'cancelSession' })}
      />
      <p id="cancel-note" class="hint">
        {room.cancelNote}
      </p>
    </div>
  );
}

interface Pausing {
  readonly paused: boolean;
  readonly presence: Presence | null;
  readonly give: Give;
}

function PauseButton({ paused, presence, give }: Pausing) {
  const { room } = words.value.host;
  return (
    <button
      type="button"
      class="btn primary"
      onClick={() => (paused ? give({ type: 'resumeSession' }) : give(pauseNow(presence)))}
    >
      {paused ? room.resume : room.pause}
    </button>
  );
}

function PhaseSteps({ view }: Pick<Props, 'view'>) {
  const { room } = words.value.host;
  const phases = phasesOfRound(view);
  const place = phases.findIndex((phase) => phase === view.table.phase);
  return (
    <ol class="steps" aria-label={room.phases}>
      {phases.map((phase, index) => (
        <li
          key={phase}
          class={index < place ? 'past' : index === place ? 'now' : ''}
          aria-current={index === place ? 'step' : undefined}
        >
          {words.value.play.phases[phase].name}
          {index <= place && <span>{index < place ? room.done : room.now}</span>}
        </li>
      ))}
    </ol>
  );
}

function NextButton({ view, seatsNow, give }: Pick<Props, 'view' | 'seatsNow' | 'give'>) {
  const { room } = words.value.host;
  const { phase, round, paused } = view.table;
  const next = (): void => give({ type: 'closePhase', because: 'host' });
  if (phase === 'decision') {
    const unsealed = seatsNow.filter(({ seat }) => !seat.sealed).length;
    return (
      <div>
        <HoldButton
          label={room.revealNow}
          again={room.again}
          describedBy="reveal-note"
          onDone={next}
          disabled={paused}
        />
        <p id="reveal-note" class="hint">
          {room.revealNote(unsealed)}
        </p>
      </div>
    );
  }
  const following = nextPhase(view);
  const last = round >= view.card.plan.rounds;
  const label =
    following !== null
      ? room.next(words.value.play.phases[following].name)
      : last
        ? room.toEnding
        : room.nextRound;
  return (
    <button type="button" class="btn" onClick={next} disabled={paused}>
      {label}
    </button>
  );
}
