import type { EndingView, View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { seatName } from '../lookup.ts';
import { ObjectiveList, ObjectiveMark, objectiveReading } from '../brief/ObjectiveList.tsx';

interface RevealedProps {
  readonly view: View;
  readonly ending: EndingView;
  /** The seat whose objectives come first; null for a person without a seat. */
  readonly seat: string | null;
}

/** The secret objectives revealed at the end: the own ones first, then everybody's, in the order of the seats. */
export function ObjectivesRevealed({ view, ending, seat }: RevealedProps) {
  const { reveal: speech } = words.value.objectives;
  const mine = ending.seats.find((one) => one.seat === seat);
  return (
    <section class="objectives-revealed">
      <h3>{speech.title}</h3>
      {mine && <ObjectiveList view={view} objectives={mine.objectives} />}
      <p class="panel-note">{speech.note}</p>
      <details class="nation-table" open={!mine}>
        <summary>{speech.everybody}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{speech.state}</th>
              <th scope="col">{speech.both}</th>
            </tr>
          </thead>
          <tbody>
            {ending.seats.map((one) => (
              <tr key={one.seat}>
                <th scope="row">{seatName(view, one.seat)}</th>
                <Both objectives={one.objectives} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Both({ objectives }: Pick<EndingView['seats'][number], 'objectives'>) {
  const { objectives: speech, play } = words.value;
  return (
    <td>
      {objectives.map((objective) => (
        <p key={objective.id}>
          <ObjectiveMark done={objective.done} />
          <span>
            <b>{play.objectives[objective.id].name}</b> {objectiveReading(objective)}
            <span class="visually-hidden">{objective.done ? speech.reached : speech.missed}</span>
          </span>
        </p>
      ))}
    </td>
  );
}
