import type { Plan } from '#shared/scenario/schema.ts';
import { roundPhases } from '#shared/session/vocabulary/phases.ts';
import { words } from '../../text/language.ts';
import { kitWords } from './kitWords.ts';
import { runOfShow } from './runOfShow.ts';

/** Minute by minute the events and the facilitator's tasks, and the length of a round's phases. */
export function ShowTable({ plan }: { readonly plan: Plan }) {
  const { show } = kitWords();
  return (
    <>
      <table class="kit-table">
        <thead>
          <tr>
            <th scope="col">{show.minutes}</th>
            <th scope="col">{show.part}</th>
            <th scope="col">{show.doing}</th>
          </tr>
        </thead>
        <tbody>
          {runOfShow(plan).map(({ part, from, to }) => (
            <tr key={part}>
              <td class="num">{`${from}–${to}`}</td>
              <th scope="row">{show.parts[part]}</th>
              <td>{show.does[part](plan.rounds - 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{show.seconds}</h3>
      <ul class="kit-seconds">
        {roundPhases.map((phase) => (
          <li key={phase}>
            {words.value.play.phases[phase].name} <b class="num">{plan.seconds[phase]}</b>
          </li>
        ))}
      </ul>
      {plan.firstRoundExtraSeconds > 0 && <p>{show.extra(plan.firstRoundExtraSeconds)}</p>}
    </>
  );
}
