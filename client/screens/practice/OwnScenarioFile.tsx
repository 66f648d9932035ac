import { useSignal } from '@preact/signals';
import { FileButton } from '../../components/FileButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScenarioFaults } from '../../components/ScenarioFaults.tsx';
import type { BroughtHere, StandIn } from '../../net/standIn.ts';
import { words } from '../../text/language.ts';

interface Props {
  /** What keeps the scenario on this device. */
  readonly keeper: Pick<StandIn, 'bring'>;
  /** It is kept and can be chosen. */
  readonly onKept: (id: string) => Promise<void>;
}

type Came = { readonly file: string; readonly of: Extract<BroughtHere, { readonly outcome: 'faulty' }> };

/** Where the program is a folder of files: a scenario of one's own, checked and kept on this device. */
export function OwnScenarioFile({ keeper, onKept }: Props) {
  const { packs, folder, refusals } = words.value;
  const faulty = useSignal<Came | null>(null);
  const isUnreadable = useSignal(false);
  const take = async (file: File): Promise<void> => {
    const text = await file.text().catch(() => null);
    isUnreadable.value = text === null;
    faulty.value = null;
    if (text === null) return;
    const came = await keeper.bring(text);
    if (came.outcome === 'faulty') faulty.value = { file: file.name, of: came };
    else await onKept(came.id);
  };
  return (
    <div class="own-file">
      <FileButton label={packs.choose} accept=".json,application/json" take={take} />
      <p class="note">{folder.ownNote}</p>
      <div role="status">
        {isUnreadable.value && <Notice title={refusals.notDone} text={packs.unreadable} />}
        {faulty.value !== null && <ScenarioFaults file={faulty.value.file} answer={faulty.value.of} />}
      </div>
    </div>
  );
}
