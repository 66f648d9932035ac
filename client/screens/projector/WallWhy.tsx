import { type Subject, subjectKey } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Explained } from '#shared/session/views/questions.ts';
import { StairStep } from '../../charts/StairStep.tsx';
import { FamilyMark } from '../../panels/marks.tsx';
import {
  causesOf,
  type CauseLine,
  familyOfReason,
  sentenceOf,
  stairOf,
  stairReach,
} from '../../panels/why/causes.ts';
import { subjectName, whyTitle } from '../../panels/why/subjects.ts';
import { useAnswer } from '../../panels/useAnswer.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';

/** Causes with a line of their own; the smaller ones share one line. */
const MOST_LINES = 10;

interface WhyProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly subject: Subject;
  readonly round: number;
}

/** Why a number changed in a round, on the wall: from, to, and its causes as a waterfall chart that ends at the total. */
export function WallWhy({ view, source, subject, round }: WhyProps) {
  const { why } = words.value;
  const question = { ask: 'why', round, subject: subjectKey(subject) } as const;
  const asking = useAnswer<'why'>(source, question, String(view.table.trail.direction.length));
  const name = subjectName(view, subject);
  const explained = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
  if (explained === null)
    return (
      <section class="wall-page">
        <h2>{name}</h2>
        <p role="status">{standing(asking)}</p>
      </section>
    );
  return (
    <section class="wall-page">
      <p class="told-by">{why.roundChip(round)}</p>
      <h2>{whyTitle(view, subject, explained.to - explained.from)}</h2>
      <Stair view={view} explained={explained} subject={subject} />
    </section>
  );
}

function standing(asking: ReturnType<typeof useAnswer<'why'>>): string {
  const { why } = words.value;
  if (asking.state === 'answered' && !asking.answer.ok) return why.refused[asking.answer.refusal];
  return asking.state === 'failed' ? why.failed : why.asking;
}

function Stair({
  view,
  explained,
  subject,
}: Pick<WhyProps, 'view' | 'subject'> & { readonly explained: Explained }) {
  const { why } = words.value;
  const stair = stairOf(explained, causesOf(explained.parts), MOST_LINES);
  const reach = stairReach(stair.lines, stair.smaller);
  return (
    <>
      <p class="wall-from-to num">
        {points(stair.from)} {why.to} {points(stair.to)} <b>{signedPoints(stair.to - stair.from)}</b>
      </p>
      {stair.lines.length === 0 && <p>{why.nothing}</p>}
      <ol class="wall-causes">
        {stair.lines.map((line) => (
          <Cause
            key={`${line.reason}-${line.bloc}-${line.event}`}
            view={view}
            line={line}
            explained={explained}
            subject={subject}
            reach={reach}
          />
        ))}
        {stair.smaller && (
          <li>
            <span />
            <span>{why.smaller(stair.smaller.count)}</span>
            <b class="num">{signedPoints(stair.smaller.tenths)}</b>
            <StairStep start={stair.smaller.start} step={stair.smaller.tenths} reach={reach} />
          </li>
        )}
      </ol>
    </>
  );
}

interface CauseProps extends Pick<WhyProps, 'view' | 'subject'> {
  readonly line: CauseLine;
  readonly explained: Explained;
  readonly reach: readonly [number, number];
}

function Cause({ view, line, explained, subject, reach }: CauseProps) {
  const family = familyOfReason(line.reason);
  return (
    <li>
      {family ? <FamilyMark family={family} size={16} /> : <span />}
      <span>{sentenceOf(view, line, explained.events, subject)}</span>
      <b class="num">{signedPoints(line.tenths)}</b>
      <StairStep start={line.start} step={line.tenths} reach={reach} />
    </li>
  );
}
