import { useEffect, useId, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../../components/Announcer.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { TwoPaths } from '../../../panels/whatIf/TwoPaths.tsx';
import { dialSentence, stageSentence } from '../../../panels/whatIf/answerSentences.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import type { BranchNow } from '../../../panels/whatIf/inquiries.ts';
import { words } from '../../../text/language.ts';
import { CauseTable } from './CauseTable.tsx';
import { EndingsBeside } from './EndingsBeside.tsx';
import { faultSentence } from './faultSentence.ts';
import { LeftOutList } from './LeftOutList.tsx';
import type { Inquiry } from './useWhatIf.ts';

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
      <TwoPaths record={record} branch={answer.view} round={answer.round} />
      <CauseTable view={record} causes={answer.causes} />
      <EndingsBeside record={record} branch={answer.view} />
      <LeftOutList view={record} source={source} leftOut={answer.leftOut} />
    </section>
  );
}
