import type { PersonSheet } from '#shared/export/sheets.ts';
import type { Badge } from '#shared/session/findings/badges.ts';
import type { Paid } from '#shared/session/findings/paid.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { objectiveReading } from '../../panels/brief/ObjectiveList.tsx';
import { colourOf, orderPhrase, seatName } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { list, pick, words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { sheetWords } from './sheetWords.ts';

interface Props {
  readonly view: View;
  readonly sheet: PersonSheet;
  readonly paid: readonly Paid[];
  readonly badges: readonly Badge[];
}

/** The page of one person: what the state did and what came of it, promises, objectives, roles, own words. */
export function PersonPage({ view, sheet, paid, badges }: Props) {
  const speech = sheetWords();
  const { person, name, seat, role } = sheet.who;
  const state = seat === null ? speech.noSeat : seatName(view, seat);
  const part = role === null ? '' : ` · ${words.value.delegation.roles[role]}`;
  return (
    <article class="kit-sheet sheet-page">
      <header>
        <h2>{name === null ? person : speech.named(name, person)}</h2>
        <p class="kit-meta">
          {state}
          {part} · {pick(view.card.title)}
        </p>
      </header>
      {seat !== null && (
        <>
          <Did view={view} sheet={sheet} rounds={paid.find((one) => one.seat === seat)?.rounds ?? []} />
          <Promises sheet={sheet} />
          <Objectives view={view} seat={seat} />
          <Badges badges={badges.filter((badge) => badge.seat === seat)} />
        </>
      )}
      <Part sheet={sheet} />
      <OwnWords sheet={sheet} />
      <p class="sheet-foot">{speech.foot}</p>
    </article>
  );
}

interface DidProps extends Pick<Props, 'view' | 'sheet'> {
  readonly rounds: Paid['rounds'];
}

function Did({ view, sheet, rounds }: DidProps) {
  const speech = sheetWords();
  return (
    <section>
      <h3>{speech.didTitle}</h3>
      {rounds.length === 0 && <p>{speech.didNothing}</p>}
      {rounds.length > 0 && (
        <table class="kit-table sheet-numbers">
          <thead>
            <tr>
              <th scope="col">{speech.order}</th>
              <th scope="col">{speech.own}</th>
              <th scope="col">{speech.world}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ round, order, own, world }) => (
              <tr key={round}>
                <th scope="row">
                  <FamilyMark family={colourOf(order.action) ?? 'none'} /> {words.value.debrief.round(round)}{' '}
                  · {orderPhrase(view, order)}
                  {sheet.sealed.includes(round) && <small> · {speech.mine}</small>}
                </th>
                <td class="num">{signedPoints(own / 1000)}</td>
                <td class="num">{signedPoints(world / 1000)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rounds.length > 0 && <p class="sheet-note">{speech.didNote}</p>}
    </section>
  );
}

function Promises({ sheet: { kept, broken } }: Pick<Props, 'sheet'>) {
  const speech = sheetWords();
  return (
    <section>
      <h3>{speech.promises}</h3>
      <p>{kept + broken === 0 ? speech.noPromises : speech.kept(kept, broken)}</p>
    </section>
  );
}

function Objectives({ view, seat }: { readonly view: View; readonly seat: string }) {
  const speech = sheetWords();
  const result = view.table.ending?.seats.find((one) => one.seat === seat);
  if (result === undefined) return null;
  return (
    <section>
      <h3>{speech.objectives}</h3>
      <ul class="kit-list">
        {result.objectives.map((objective) => (
          <li key={objective.id}>
            <b>{words.value.play.objectives[objective.id].name}</b> {objectiveReading(objective)} ·{' '}
            {objective.done ? speech.reached : speech.missed}
          </li>
        ))}
      </ul>
      <p>{speech.scored(points(result.score), result.par === null ? null : points(result.par))}</p>
    </section>
  );
}

function Badges({ badges }: { readonly badges: readonly Badge[] }) {
  const { badges: speech } = words.value.course;
  if (badges.length === 0) return null;
  return (
    <section>
      <h3>{sheetWords().badges}</h3>
      <ul class="kit-list">
        {badges.map(({ badge, rounds }) => (
          <li key={badge}>
            <b>{speech.names[badge]}</b> {speech.deeds[badge]} {speech.rounds(list(rounds.map(String)))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({ sheet }: Pick<Props, 'sheet'>) {
  const speech = sheetWords();
  return (
    <section>
      <h3>{speech.part}</h3>
      <p>{speech.partLine(sheet.messages, sheet.offers, sheet.signatures)}</p>
      {sheet.unnamed !== null && sheet.unnamed.quizAsked > 0 && (
        <p>{speech.quiz(sheet.unnamed.quizRight, sheet.unnamed.quizAsked)}</p>
      )}
    </section>
  );
}

function OwnWords({ sheet: { word, reflection, unnamed } }: Pick<Props, 'sheet'>) {
  const speech = sheetWords();
  return (
    <section>
      <h3>{speech.words}</h3>
      {word === null && reflection === null && (
        <p>{unnamed === null ? speech.wordsUnnamed : speech.noWords}</p>
      )}
      <dl class="sheet-words">
        {word !== null && (
          <div>
            <dt>{speech.word}</dt>
            <dd>{word}</dd>
          </div>
        )}
        {reflection !== null && (
          <div>
            <dt>{speech.reflection}</dt>
            <dd>{reflection}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
