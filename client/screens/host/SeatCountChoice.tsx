import type { OpenSessionBody, ScenarioListItem } from '#shared/wire/api.ts';
import { list, pick, words } from '../../text/language.ts';

interface Choice {
  readonly scenario: ScenarioListItem;
  /** Null: all of them. */
  readonly chosen: number | null;
  readonly choose: (part: Partial<OpenSessionBody>) => void;
}

/** The number of states, if the scenario allows fewer than it has. */
export function SeatCountChoice({ scenario, chosen, choose }: Choice) {
  const { packs } = words.value;
  const most = scenario.seats.length;
  const fewest = most - scenario.leaveOut.length;
  if (fewest === most) return null;
  const gone = scenario.leaveOut.slice(0, most - (chosen ?? most));
  const counts = Array.from({ length: most - fewest + 1 }, (_, more) => fewest + more);
  return (
    <div class="field">
      <label for="seat-count">{packs.seats}</label>
      <select
        id="seat-count"
        class="input"
        value={chosen ?? most}
        onChange={(event) => {
          const count = Number(event.currentTarget.value);
          choose({ seats: count === most ? null : count });
        }}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
      <small>
        {gone.length === 0 ? packs.seatsNote(fewest, most) : packs.without(namesIn(scenario, gone))}
      </small>
    </div>
  );
}

function namesIn({ seats }: ScenarioListItem, ids: readonly string[]): string {
  return list(seats.filter(({ id }) => ids.includes(id)).map(({ name }) => pick(name)));
}

/** The note beside a scenario's title: how many states, and whether it is fictional, real or the host's own. */
export function scenarioMeta({ seats, isForPrepared, own }: ScenarioListItem): string {
  const { meta } = words.value.packs;
  if (own !== null) return meta.own(seats.length, own.version);
  return isForPrepared ? meta.prepared(seats.length) : meta.fictional(seats.length);
}
