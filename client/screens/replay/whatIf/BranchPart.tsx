import { useEffect, useId, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { BesideChart } from '../../../charts/BesideChart.tsx';
import { announce } from '../../../components/Announcer.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { points, signedPoints } from '../../../text/number.ts';
import { CauseTable } from './CauseTable.tsx';
import { EndingsBeside } from './EndingsBeside.tsx';
import { faultSentence } from './faultSentence.ts';
import { LeftOutList } from './LeftOutList.tsx';
import type { BranchNow, Inquiry } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
  /** Shows the branch as a replay of its own. */
  readonly look: (branch: RecordedSource) => void;
}

/** The branch beside the record. */
export function BranchPart({ source, inquiry, look }: Props) {
  const { whatIf } = words.value;
  const now = inquiry.branch.value;
  if (now.is === 'none') return null;
  if (now.is === 'asked')
    return (
      <p class="panel-note" role="status">
        {whatIf.playing}
      </p>
    );
  const record = source.viewAt(source.length);
  if (now.is !== 'branch') return <Notice title={whatIf.fault.title} text={faultSentence(record, now)} />;
  const open = async (): Promise<void> => {
    const branch = await inquiry.openBranch();
    if (branch === null) announce(whatIf.fault.failed);
    else look(branch);
  };
  return <Answer key={now.head} record={record} source={source} answer={now} open={() => void open()} />;
}

interface AnswerProps {
  readonly record: View;
  readonly source: RecordedSource;
  readonly answer: Extract<BranchNow, { is: 'branch' }>;
  readonly open: () => void;
}

function Answer({ record, source, answer, open }: AnswerProps) {
  const { whatIf } = words.value;
  const place = useRef<HTMLElement>(null);
  const title = useId();
  const sentence = dialSentence(record, answer.view);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    announce(sentence);
  }, []);
  return (
    <section ref={place} class="what-if-branch" aria-labelledby={title}>
      <h2 id={title}>{whatIf.answer.title}</h2>
      <p class="what-if-says">{sentence}</p>
      <p>{stageSentence(record, answer.view)}</p>
      {record.table.ending === null && <p class="panel-note">{whatIf.answer.open}</p>}
      <button type="button" class="btn" onClick={open}>
        {whatIf.look.open}
      </button>
      <Paths record={record} branch={answer.view} round={answer.round} />
      <CauseTable view={record} causes={answer.causes} />
      <EndingsBeside record={record} branch={answer.view} />
      <LeftOutList view={record} source={source} leftOut={answer.leftOut} />
    </section>
  );
}

function endOf({ table }: View): number {
  return table.trail.direction.at(-1) ?? 0;
}

function dialSentence(record: View, branch: View): string {
  const { answer } = words.value.whatIf;
  const [was, is] = [endOf(record), endOf(branch)];
  return was === is ? answer.same(points(is)) : answer.dial(points(is), points(was), signedPoints(is - was));
}

function stageSentence(record: View, branch: View): string {
  const { whatIf, course } = words.value;
  const [was, is] = [record.table.stage, branch.table.stage];
  return was === is
    ? whatIf.answer.sameStage(course.picture[is])
    : whatIf.answer.stage(course.picture[is], course.picture[was]);
}

interface PathsProps {
  readonly record: View;
  readonly branch: View;
  readonly round: number;
}

function Paths({ record, branch, round }: PathsProps) {
  const { answer } = words.value.whatIf;
  return (
    <figure class="what-if-paths">
      <figcaption>
        <h3>{answer.path}</h3>
        <TwoLines />
      </figcaption>
      <BesideChart
        record={record.table.trail.direction}
        branch={branch.table.trail.direction}
        round={round}
        label={answer.pathLabel(points(endOf(record)), points(endOf(branch)))}
      />
      <PathTable record={record} branch={branch} />
    </figure>
  );
}

/** Which line is which. */
function TwoLines() {
  const { answer } = words.value.whatIf;
  return (
    <p class="what-if-lines" aria-hidden="true">
      <span>
        <svg width="34" height="10">
          <path class="path-line is-recorded" d="M1 5H33" />
        </svg>
        {answer.recorded}
      </span>
      <span>
        <svg width="34" height="10">
          <path class="path-line is-changed" d="M1 5H33" />
        </svg>
        {answer.changed}
      </span>
    </p>
  );
}

function PathTable({ record, branch }: Omit<PathsProps, 'round'>) {
  const { whatIf, play } = words.value;
  const [was, is] = [record.table.trail.direction, branch.table.trail.direction];
  const rounds = Math.max(was.length, is.length);
  return (
    <details class="what-if-table">
      <summary>{whatIf.answer.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{whatIf.round}</th>
            <th scope="col">{whatIf.answer.recorded}</th>
            <th scope="col">{whatIf.answer.changed}</th>
            <th scope="col">{whatIf.answer.difference}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rounds }, (_, round) => {
            const [one, other] = [was[round], is[round]];
            return (
              <tr key={round}>
                <th scope="row">{round === 0 ? play.ending.start : round}</th>
                <td class="num">{one === undefined ? '–' : points(one)}</td>
                <td class="num">{other === undefined ? '–' : points(other)}</td>
                <td class="num">
                  {one === undefined || other === undefined ? '–' : signedPoints(other - one)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
