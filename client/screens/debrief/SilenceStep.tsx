import type { TalkedRound } from '#shared/session/findings/silence.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/** Silent rounds beside those with talk: means per round, and a table of all rounds where somebody can open it. */
export function SilenceStep({ view, source, onProjector = false }: StepProps) {
  return (
    <ShowFindings
      source={source}
      show={({ rounds }) => <Beside view={view} rounds={rounds} bare={onProjector} />}
    />
  );
}

interface Rounds {
  readonly view: View;
  readonly rounds: readonly TalkedRound[];
}

function Beside({ view, rounds, bare }: Rounds & { readonly bare: boolean }) {
  const { silence: speech } = words.value.debrief;
  const silent = rounds.filter((round) => round.silent);
  const talked = rounds.filter((round) => !round.silent);
  return (
    <>
      <div class="debrief-pair">
        <Means view={view} rounds={silent} title={speech.silent(numbers(silent))} />
        <Means view={view} rounds={talked} title={speech.talked(numbers(talked))} />
      </div>
      {!bare && (
        <details>
          <summary>{words.value.debrief.asTable}</summary>
          <Table rounds={rounds} />
        </details>
      )}
    </>
  );
}

function numbers(rounds: readonly TalkedRound[]): string {
  return words.value.list(rounds.map(({ round }) => `${round}`));
}

function Means({ view, rounds, title }: Rounds & { readonly title: string }) {
  const { silence: speech } = words.value.debrief;
  const seats = view.card.seats.length;
  const mean = (of: (round: TalkedRound) => number): number =>
    rounds.reduce((sum, round) => sum + of(round), 0) / Math.max(1, rounds.length);
  const share = (of: (round: TalkedRound) => number): string => `${Math.round((100 * mean(of)) / seats)}%`;
  return (
    <section class="debrief-card">
      <h2>{title}</h2>
      <dl>
        <Mean value={share((round) => round.cooperated)} name={speech.cooperated} />
        <Mean value={share((round) => round.securitized)} name={speech.securitized} />
        <Mean value={mean((round) => round.pledges).toFixed(1)} name={speech.pledges} />
        <Mean value={mean((round) => round.messages).toFixed(1)} name={speech.messages} />
        <Mean value={signedPoints(mean((round) => round.dial) / 1000)} name={speech.dial} />
      </dl>
    </section>
  );
}

function Mean({ value, name }: { readonly value: string; readonly name: string }) {
  return (
    <div>
      <dd class="num">{value}</dd>
      <dt>{name}</dt>
    </div>
  );
}

function Table({ rounds }: Pick<Rounds, 'rounds'>) {
  const { silence: speech } = words.value.debrief;
  return (
    <table class="debrief-table">
      <thead>
        <tr>
          {speech.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rounds.map((one) => (
          <tr key={one.round}>
            <th scope="row" class="num">
              {one.round} {one.silent && <small>{speech.silentMark}</small>}
            </th>
            <td class="num">{one.messages}</td>
            <td class="num">{one.pledges}</td>
            <td class="num">{one.cooperated}</td>
            <td class="num">{one.securitized}</td>
            <td class="num">{signedPoints(one.dial / 1000)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
