import type { Bilingual, Scenario } from '#shared/scenario/schema.ts';
import { list, pick } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { kitWords } from './kitWords.ts';

const quantities = ['regime', 'institutions', 'opacity', 'competition'] as const;

/**
 * The world before the first round: the commons, the blocs and their members, the restrictions. Shares in points out of a hundred.
 */
export function OpeningSheet({ scenario }: { readonly scenario: Scenario }) {
  const { opening: say } = kitWords();
  const { opening } = scenario;
  const name = (seat: string): string => pick(nameOf(scenario, seat));
  return (
    <>
      <dl class="kit-opening">
        {quantities.map((quantity) => (
          <div key={quantity}>
            <dt>{say[quantity]}</dt>
            <dd class="num">{wholePoints(opening[quantity] * 1000)}</dd>
          </div>
        ))}
      </dl>
      <ul class="kit-list">
        {opening.blocs.map((bloc) => (
          <li key={bloc.name.en}>
            {say.bloc(pick(bloc.name), bloc.members.length === 0 ? say.alone : list(bloc.members.map(name)))}
          </li>
        ))}
        {opening.restrictions.map(({ from, to, value }) => (
          <li key={`${from} ${to}`}>{say.restriction(name(from), name(to), wholePoints(value * 1000))}</li>
        ))}
      </ul>
    </>
  );
}

function nameOf(scenario: Scenario, id: string): Bilingual {
  return scenario.seats.find((seat) => seat.id === id)?.name ?? { en: id, zh: id };
}
