import { familyOf } from '#shared/model/actions.ts';
import type { RoundSummary } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { LineMark } from '../../panels/course/LineMark.tsx';
import { type MeasureKinds, useMeasures } from '../../panels/course/useMeasures.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { askWhy, type PlayState } from '../../panels/playState.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** What was played, round by round, the latest first: events, every state's order, and the dial's change. Omits sealed orders. */
export function PlayedOrders({ view, source, ui }: Props) {
  const { eyes } = words.value;
  const resolved = view.table.trail.direction.length - 1;
  const key = `${resolved} ${view.table.phase}`;
  const measures = useMeasures(view, source);
  const rounds = useLookedUp<'rounds'>(source, { ask: 'rounds' }, key) ?? [];
  return (
    <section class="played">
      <h2>{eyes.tab.now}</h2>
      {rounds.length === 0 && <p class="note">{eyes.nothingPlayed}</p>}
      {rounds.toReversed().map((summary, index) => (
        <Round
          key={summary.round}
          view={view}
          ui={ui}
          summary={summary}
          measures={measures(summary.round)}
          isOpen={index === 0}
        />
      ))}
    </section>
  );
}

interface RoundProps extends Pick<Props, 'view' | 'ui'> {
  readonly summary: RoundSummary;
  readonly measures: MeasureKinds;
  readonly isOpen: boolean;
}

function Round({ view, ui, summary, measures, isOpen }: RoundProps) {
  const { eyes, play } = words.value;
  const { round, events, orders } = summary;
  const dial = view.table.trail.direction;
  return (
    <details open={isOpen} id={`played-${round}`}>
      <summary>{eyes.round(round)}</summary>
      <button
        type="button"
        class="dial-asked"
        title={play.gauges.why(play.gauges.direction)}
        onClick={() => askWhy(ui, { kind: 'indicator', indicator: 'direction' }, round)}
      >
        {play.gauges.direction}{' '}
        <b class="num">{eyes.fromTo(signedPoints(dial[round - 1] ?? 0), signedPoints(dial[round] ?? 0))}</b>
      </button>
      {events.map((event) => (
        <p key={`${event.id} ${event.number}`}>{eventWords(view, event).title}</p>
      ))}
      <ul>
        {view.card.seats.map(({ id }) => {
          const order = orders[id];
          return order === undefined ? null : (
            <li key={id}>
              <FamilyMark family={familyOf[order.action]} size={16} />
              <b>{seatName(view, id)}</b>
              <span>
                {orderPhrase(view, order)} <LineMark measures={measures} seats={[id]} />
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
