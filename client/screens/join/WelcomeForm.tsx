import { type Signal, useSignal } from '@preact/signals';
import { isAskedFirst } from '#shared/session/vocabulary/entry.ts';
import type { JoinCard } from '#shared/wire/api.ts';
import { Notice } from '../../components/Notice.tsx';
import { RulesLink } from '../../components/RulesLink.tsx';
import { SeatChoice, type ChoosableSeat } from '../../components/SeatChoice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pressAnswered, pressKey } from '../../net/presses.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { keepSeatPass } from '../../net/tokens.ts';
import { asOneText, firstWords, language, pick } from '../../text/language.ts';
import { go } from '../../lib/address.ts';
import { JoinProblem } from './JoinProblem.tsx';
import { NameField } from './NameField.tsx';
import { suggestedName } from './pseudonyms.ts';

/** The option to be placed by the host, among the states. */
const WAIT = 'wait';

function useTaking(card: JoinCard) {
  const name = useSignal(suggestedName(card.languages === 'both' ? language.peek() : card.languages));
  const seat = useSignal<string | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    const typed = name.value.trim() || null;
    const isWaiting = seat.value === WAIT;
    const wish = isWaiting ? { seat: null, name: typed, wait: true } : { seat: seat.value, name: typed };
    const press = `seat ${card.code}`;
    const taken = await api.takeSeat(card.code, { ...wish, key: pressKey(press) });
    busy.value = false;
    if (taken.ok || taken.failure.code !== 'offline') pressAnswered(press);
    if (!taken.ok) {
      problem.value = taken.failure.code;
      return;
    }
    keepSeatPass(taken.value);
    go(`/play/${taken.value.code}`);
  };
  return { name, seat, busy, problem, submit };
}

/** The host, the activity, a name, a state, one button. */
export function WelcomeForm({ card, again }: { readonly card: JoinCard; readonly again: () => void }) {
  const { join } = firstWords.value.shell;
  const { entry } = firstWords.value;
  const { name, seat, busy, problem, submit } = useTaking(card);
  const over = card.cancelled ? 'sessionCancelled' : card.phase === 'ended' ? 'sessionEnded' : null;
  if (over !== null) return <JoinProblem code={over} session={card.code} again={again} />;
  if (!card.isOpen) return <Notice title={entry.closed} text={entry.closedNote} />;
  return (
    <form onSubmit={(event) => void submit(event)} aria-busy={busy.value}>
      <Invitation card={card} />
      <div class="choices">
        <NameField name={name} />
        <SeatWish card={card} seat={seat} />
        {problem.value !== null && (
          <JoinProblem
            code={problem.value}
            session={card.code}
            again={() => {
              problem.value = null;
              again();
            }}
          />
        )}
        <div class="act">
          <button type="submit" class="btn primary lg" disabled={busy.value}>
            {busy.value ? join.taking : isAskedFirst(card.entry) ? entry.comeIn : join.take}
          </button>
          <p class="end">{join.end}</p>
          <p class="end">
            {card.keepDays === null ? join.keptForever : join.keptDays(card.keepDays)}{' '}
            <a href={pathTo('/privacy')}>{join.privacy}</a>
          </p>
          <RulesLink />
          <TalkNotes card={card} />
        </div>
      </div>
    </form>
  );
}

/** What people should know about talk before they take a seat. */
function TalkNotes({ card }: { readonly card: JoinCard }) {
  const { join } = firstWords.value.shell;
  return (
    <>
      {card.talkLevel !== 'words' && <p class="end">{join.level[card.talkLevel]}</p>}
      {card.hostReadsTalk && <p class="end">{join.hostReads}</p>}
      {card.privateTalkOpens && <p class="end">{join.privateOpens}</p>}
    </>
  );
}

/** How this person gets a seat: by choice if the host allows it. */
function SeatWish({ card, seat }: { readonly card: JoinCard; readonly seat: Signal<string | null> }) {
  const { entry } = firstWords.value;
  const { arrival, admission } = card.entry;
  if (arrival === 'wait') return <p class="note">{asOneText(entry.placedByHost, entry.waitNote)}</p>;
  const isAsked = admission === 'byHost';
  const asked = isAsked && <p class="note">{entry.admittedByHost}</p>;
  if (arrival === 'given') return asked || <p class="note">{entry.givenByServer}</p>;
  return (
    <>
      {asked}
      <SeatChoice
        givenNote={firstWords.value.shell.join.giveMeNote}
        wait={isAsked ? undefined : { id: WAIT, label: entry.waitChoice, note: entry.waitNote }}
        seats={card.seats.map(choosable)}
        chosen={seat.value}
        onChoose={(next) => {
          seat.value = next;
        }}
      />
      {isAsked && seat.value !== null && <p class="note">{entry.wishNote}</p>}
    </>
  );
}

function Invitation({ card }: { readonly card: JoinCard }) {
  const { join } = firstWords.value.shell;
  const people = card.seats.reduce((sum, seat) => sum + seat.people, 0);
  return (
    <section class="invitation">
      <h1>{join.title(pick(card.scenario.title))}</h1>
      <p class="meta num">
        {[
          join.meta(card.rounds, card.minutes),
          card.round > 0 ? join.running(card.round) : join.here(people),
        ].join(' · ')}
      </p>
      <p class="summary">{pick(card.scenario.summary)}</p>
      <h2 class="visually-hidden">{join.doing}</h2>
      <ol>
        {join.lines.map((line, place) => (
          <li key={place}>
            <b aria-hidden="true">{place + 1}</b>
            <span>{line}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function choosable(seat: JoinCard['seats'][number]): ChoosableSeat {
  const { join } = firstWords.value.shell;
  const note = seat.bot ? join.withBot : seat.people > 0 ? join.withPeople(seat.people) : null;
  return { id: seat.id, name: seat.name, role: seat.role, note, full: seat.full };
}
