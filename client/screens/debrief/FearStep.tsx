import type { Family } from '#shared/model/actions.ts';
import { families } from '#shared/model/actions.ts';
import type { Fear, FearAndDeed } from '#shared/session/findings/fear.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/** Fears and deeds: four counts that add up to all, the matrix, and every expectation by itself, the own ones first. */
export function FearStep({ view, source, onProjector }: StepProps) {
  return (
    <ShowFindings
      source={source}
      show={({ fear }) => (
        <>
          <Counts fear={fear} />
          <Matrix fear={fear} />
          {onProjector !== true && <Rows view={view} fear={fear} />}
        </>
      )}
    />
  );
}

function Counts({ fear }: { readonly fear: Fear }) {
  const { fear: speech } = words.value.debrief;
  const all = [
    [fear.asExpected, speech.asExpected],
    [fear.fearedInVain, speech.inVain],
    [fear.unforeseen, speech.unforeseen],
    [fear.otherwise, speech.otherwise],
  ] as const;
  return (
    <>
      <dl class="debrief-figures">
        {all.map(([count, name]) => (
          <div key={name}>
            <dd class="num">{count}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <p class="debrief-note num">{speech.of(fear.rows.length)}</p>
    </>
  );
}

/** Rows are what was expected, columns what was done; the diagonal, where both agree, has an outline. */
function Matrix({ fear }: { readonly fear: Fear }) {
  const { debrief, orders } = words.value;
  const { fear: speech } = debrief;
  const most = Math.max(1, ...fear.counts.flat());
  return (
    <table class="fear-matrix">
      <caption class="visually-hidden">{speech.table}</caption>
      <thead>
        <tr>
          <th scope="col">
            {speech.expected} ↓ {speech.done} →
          </th>
          {families.map((family) => (
            <Head key={family} family={family} scope="col" />
          ))}
        </tr>
      </thead>
      <tbody>
        {families.map((expected, row) => (
          <tr key={expected}>
            <Head family={expected} scope="row" />
            {families.map((done, column) => {
              const count = fear.counts[row]?.[column] ?? 0;
              return (
                <td
                  key={done}
                  class={expected === done ? 'num is-same' : 'num'}
                  style={{ '--share': `${count / most}` }}
                  aria-label={speech.cell(orders.families[expected], orders.families[done], count)}
                >
                  <span aria-hidden="true">{count === 0 ? '·' : count}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ family, scope }: { readonly family: Family; readonly scope: 'col' | 'row' }) {
  return (
    <th scope={scope}>
      <span>
        <FamilyMark family={family} />
        {words.value.orders.familiesShort[family]}
      </span>
    </th>
  );
}

function Rows({ view, fear }: { readonly view: View; readonly fear: Fear }) {
  const { fear: speech } = words.value.debrief;
  const own = fear.rows.filter(({ seat }) => seat === view.own?.seat);
  return (
    <>
      {own.length > 0 && <h2 class="debrief-sub">{speech.yours}</h2>}
      <List view={view} rows={own} />
      <details>
        <summary>{speech.all}</summary>
        <List view={view} rows={fear.rows} />
      </details>
    </>
  );
}

function List({ view, rows }: { readonly view: View; readonly rows: readonly FearAndDeed[] }) {
  const { debrief, orders } = words.value;
  const { row, verbs } = debrief.fear;
  return (
    <ul class="debrief-list">
      {rows.map((one) => (
        <li key={`${one.round}${one.seat}`}>
          <span class="eyebrow num">{debrief.round(one.round)}</span>
          <span>
            {row(
              seatName(view, one.seat),
              seatName(view, one.rival),
              verbs[one.expected],
              orders.cards[one.order.action].name,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
