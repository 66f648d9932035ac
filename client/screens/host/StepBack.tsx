import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { stepBackTarget } from '#shared/session/topics/rewinding.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';
import { undoneBy } from './undoing.ts';

interface Props {
  readonly view: View;
  readonly give: Give;
}

/** One round back: first what it undoes, then held. Nothing where there is no earlier round. */
export function StepBack({ view, give }: Props) {
  const { inbox, host } = words.value;
  const { phase, round } = view.table;
  const isOpen = useSignal(false);
  const target = stepBackTarget(phase, round);
  useEffect(() => {
    isOpen.value = false;
  }, [target]);
  if (target === null) return null;
  if (!isOpen.value)
    return (
      <button type="button" class="btn" onClick={() => (isOpen.value = true)}>
        {inbox.back.open(target)}
      </button>
    );
  return (
    <div class="step-back" role="group" aria-labelledby="step-back-title">
      <Preview view={view} target={target} />
      <HoldButton
        label={inbox.back.hold(target)}
        again={host.room.again}
        describedBy="step-back-undone"
        onDone={() => {
          isOpen.value = false;
          give({ type: 'stepBack' });
        }}
      />
      <button type="button" class="btn" onClick={() => (isOpen.value = false)}>
        {host.room.keep}
      </button>
    </div>
  );
}

function Preview({ view, target }: { readonly view: View; readonly target: number }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h2 id="step-back-title" ref={title} tabIndex={-1}>
        {words.value.inbox.back.title(target)}
      </h2>
      <ul id="step-back-undone">
        {undoneBy(view, target).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
