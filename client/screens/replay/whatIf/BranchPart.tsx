import { useEffect, useId, useRef } from 'preact/hooks';
import type { NamedBranch } from '#shared/run/branchTree.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../../components/Announcer.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { PlayedByList } from '../../../panels/whatIf/PlayedByList.tsx';
import { TwoPaths } from '../../../panels/whatIf/TwoPaths.tsx';
import { dialSentence, stageSentence } from '../../../panels/whatIf/answerSentences.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import type { BranchNow } from '../../../panels/whatIf/inquiries.ts';
import { words } from '../../../text/language.ts';
import { headOfSource, type KeptBranches } from './branchTools.ts';
import { KeepBranch } from './BranchTree.tsx';
import { CauseTable } from './CauseTable.tsx';
import { changeSentence } from './changeSentence.ts';
import { EndingsBeside } from './EndingsBeside.tsx';
import { faultSentence } from './faultSentence.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { TwoMaps } from './TwoMaps.tsx';
import { type Inquiry, openedBranch } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
  /** Where branches are kept; null where a branch itself is looked at. */
  readonly kept: KeptBranches | null;
  /** The saved branch that is asked again; null for a new question. */
  readonly saved: NamedBranch | null;
  /** Shows the branch as a replay of its own. */
  readonly look: (branch: RecordedSource) => void;
}

/** The branch beside the record. */
export function BranchPart({ source, inquiry, kept, saved, look }: Props) {
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
  const open = (): void => {
    inquiry.stop();
    const branch = openedBranch(now.text, now.round, source.viewer.peek());
    if (branch === null) announce(whatIf.fault.failed);
    else look(branch);
  };
  return (
    <Answer
      key={now.head}
      record={record}
      source={source}
      kept={kept}
      isOther={saved !== null && saved.change === inquiry.change.value && saved.head !== now.head}
      answer={now}
      open={open}
    />
  );
}

interface AnswerProps extends Pick<Props, 'source' | 'kept'> {
  readonly record: View;
  readonly answer: Extract<BranchNow, { is: 'branch' }>;
  /** Today's rules made another branch than the one that was saved. */
  readonly isOther: boolean;
  readonly open: () => void;
}

function Answer({ record, source, kept, isOther, answer, open }: AnswerProps) {
  const { whatIf } = words.value;
  const place = useRef<HTMLElement>(null);
  const title = useId();
  const sentence = dialSentence(record, answer.view);
  const { change } = answer;
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    announce(sentence);
  }, []);
  return (
    <section ref={place} class="what-if-branch" aria-labelledby={title}>
      <h2 id={title}>{whatIf.answer.title}</h2>
      {isOther && <p class="panel-note">{whatIf.tree.other}</p>}
      <p class="what-if-says">{sentence}</p>
      <p>{stageSentence(record, answer.view)}</p>
      {record.table.ending === null && <p class="panel-note">{whatIf.answer.open}</p>}
      {kept !== null && (
        <KeepBranch
          kept={kept}
          made={{ parent: headOfSource(source), change, head: answer.head }}
          usual={changeSentence(record, change)}
        />
      )}
      <button type="button" class="btn" onClick={open}>
        {whatIf.look.open}
      </button>
      {answer.playedBy.length > 0 && <PlayedByList view={record} playedBy={answer.playedBy} isOne />}
      <TwoPaths record={record} branch={answer.view} round={answer.fromRound} />
      <TwoMaps source={source} answer={answer} />
      <CauseTable view={record} causes={answer.causes} />
      <EndingsBeside record={record} branch={answer.view} />
      <LeftOutList view={record} source={source} leftOut={answer.leftOut} />
    </section>
  );
}
