import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import {
  branchFileText,
  depthOf,
  MOST_BRANCHES,
  MOST_NAME,
  type NamedBranch,
  readBranchFile,
  withBranch,
  withoutBranch,
} from '#shared/run/branchTree.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../../components/Announcer.tsx';
import { FileButton } from '../../../components/FileButton.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { saveFile } from '../../../lib/saveFile.ts';
import { words } from '../../../text/language.ts';
import type { KeptBranches } from './branchTools.ts';
import { changeSentence } from './changeSentence.ts';
import { Act } from './OrderList.tsx';

interface Props {
  readonly view: View;
  readonly kept: KeptBranches;
  /** Hash of the record or branch to which the page puts its question. */
  readonly base: string;
  /** Hash of the branch that is shown as the answer; null while there is none. */
  readonly shown: string | null;
  /** Asks a branch again, as the answer. */
  readonly open: (branch: NamedBranch) => void;
  /** Puts the next question to a branch; null to the record. */
  readonly buildOn: (branch: NamedBranch | null) => void;
}

/** The branches of the record as a tree with names: opened again, built on, deleted, saved into a file. */
export function BranchTree(props: Props) {
  const { view, kept, base } = props;
  const { tree: text } = words.value.whatIf;
  const title = useId();
  const all = kept.branches.value;
  const remove = ({ head, name }: NamedBranch): void => {
    kept.branches.value = withoutBranch(kept.branches.peek(), head);
    if (!kept.branches.peek().some((one) => one.head === base)) props.buildOn(null);
    announce(text.deleted(name));
  };
  return (
    <section class="what-if-tree" aria-labelledby={title}>
      <h2 id={title}>{text.title}</h2>
      {all.length === 0 && <p class="panel-note">{text.none}</p>}
      {all.length > 0 && (
        <ul>
          <li data-base={base === kept.head ? '' : undefined}>
            <p>
              <b>{text.record}</b>
            </p>
            {base === kept.head ? (
              <small>{text.here}</small>
            ) : (
              <Act label={text.askOf(text.record)} text={text.ask} press={() => props.buildOn(null)} />
            )}
          </li>
          {all.map((branch) => (
            <Row key={branch.head} {...props} branch={branch} remove={remove} />
          ))}
        </ul>
      )}
      <TreeFile view={view} kept={kept} />
    </section>
  );
}

interface RowProps extends Props {
  readonly branch: NamedBranch;
  readonly remove: (branch: NamedBranch) => void;
}

function Row({ kept, base, shown, branch, open, buildOn, remove }: RowProps) {
  const { tree: text } = words.value.whatIf;
  const { name, head, change } = branch;
  const sentence = changeSentence(kept.record.viewAt(kept.record.length), change);
  const isBase = base === head;
  return (
    <li
      data-depth={Math.min(4, depthOf(kept.branches.value, head) + 1)}
      data-base={isBase ? '' : undefined}
      aria-current={shown === head ? 'true' : undefined}
    >
      <p>
        <b>{name}</b>
        {!sentence.startsWith(name) && <small>{sentence}</small>}
        {isBase && <small>{text.here}</small>}
      </p>
      <span class="what-if-acts">
        <Act label={text.openOf(name)} text={text.open} press={() => open(branch)} />
        {!isBase && <Act label={text.askOf(name)} text={text.ask} press={() => buildOn(branch)} />}
        <Act label={text.deleteOf(name)} text={text.delete} press={() => remove(branch)} />
      </span>
    </li>
  );
}

/** Saves the branches into a file, and opens them again. */
function TreeFile({ view, kept }: Pick<Props, 'view' | 'kept'>) {
  const { tree: text } = words.value.whatIf;
  const fault = useSignal<string | null>(null);
  const save = (): void => {
    const file = branchFileText(kept.head, kept.branches.peek());
    saveFile(`crossroads-${view.card.id}-branches.json`, new Blob([file], { type: 'application/json' }));
  };
  const take = async (file: File): Promise<void> => {
    const read = readBranchFile(await file.text(), kept.head);
    fault.value = read.ok ? null : text.faults[read.failure.code];
    if (!read.ok) return;
    kept.branches.value = read.value;
    announce(text.opened(read.value.length));
  };
  return (
    <>
      <p class="what-if-acts">
        {kept.branches.value.length > 0 && (
          <button type="button" class="btn" onClick={save}>
            {text.save}
          </button>
        )}
        <FileButton label={text.load} accept=".json,application/json" take={take} />
      </p>
      {fault.value !== null && <Notice title={text.notOpened} text={fault.value} />}
    </>
  );
}

interface KeepProps {
  readonly kept: KeptBranches;
  /** What is kept once it has a name. */
  readonly made: Omit<NamedBranch, 'name'>;
  /** The name unless somebody writes another. */
  readonly usual: string;
}

function shortened(name: string): string {
  return name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1)}…` : name;
}

/** Keeps the shown branch under a name. */
export function KeepBranch({ kept, made, usual }: KeepProps) {
  const { tree: text } = words.value.whatIf;
  const known = kept.branches.value.find(({ head }) => head === made.head);
  const name = useSignal(known?.name ?? shortened(usual));
  const id = useId();
  if (known === undefined && kept.branches.value.length >= MOST_BRANCHES)
    return <p class="panel-note">{text.full(MOST_BRANCHES)}</p>;
  const keep = (event: Event): void => {
    event.preventDefault();
    const given = name.peek().trim();
    if (given === '') return;
    const others = kept.branches.peek();
    kept.branches.value = withBranch(others, { ...made, name: given });
    announce(text.keptAs(given));
  };
  return (
    <form class="what-if-keep" onSubmit={keep}>
      <label for={id}>{text.name}</label>
      <input
        id={id}
        class="input"
        maxLength={MOST_NAME}
        value={name.value}
        onInput={({ currentTarget }) => (name.value = currentTarget.value)}
      />
      <button type="submit" class="btn" disabled={name.value.trim() === '' || name.value === known?.name}>
        {known === undefined ? text.keep : text.rename}
      </button>
    </form>
  );
}
