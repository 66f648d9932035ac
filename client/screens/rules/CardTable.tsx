import { actionIds, families, familyOf, type ActionId, type Family } from '#shared/model/actions.ts';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import { dealtIn } from '#shared/session/topics/deck.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { words } from '../../text/language.ts';
import { rulesWords } from './rulesWords.ts';
import '../../styles/play-gauges.css';

/** Cards that only states that can use them have in their deck. */
const byOccasion: readonly ActionId[] = ['leave', 'open-bloc', 'roll-back'];

/** Every card with its effect, its price in points and the round in which it is dealt, by family. */
export function CardTable() {
  const { table } = rulesWords();
  return (
    <div class="rules-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{table.card}</th>
            <th scope="col">{table.does}</th>
            <th scope="col">{table.cost}</th>
            <th scope="col">{table.from}</th>
          </tr>
        </thead>
        {families.map((family) => (
          <FamilyRows key={family} family={family} />
        ))}
      </table>
    </div>
  );
}

function FamilyRows({ family }: { readonly family: Family }) {
  const { orders } = words.value;
  const { table } = rulesWords();
  return (
    <tbody>
      {actionIds
        .filter((action) => familyOf[action] === family)
        .map((action) => (
          <tr key={action}>
            <th scope="row">
              <span>
                <FamilyMark family={family} size={16} />
                {orders.cards[action].name}
              </span>
            </th>
            <td>{orders.cards[action].line}</td>
            <td class="num">{Number((REFERENCE_PARAMETERS.cost[action] * 100).toFixed(1))}</td>
            <td class="num">{byOccasion.includes(action) ? table.always : dealtIn[action]}</td>
          </tr>
        ))}
    </tbody>
  );
}
