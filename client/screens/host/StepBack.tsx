import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { stepBackTarget } from '#shared/session/topics/rewinding.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import type { Presence } from '../../source/viewSource.ts';
import { asOneText, words } from '../../text/language.ts';
import type { Give } from './give.ts';
import { pauseNow } from './pauseNow.ts';
import { undoneBy } from './undoing.ts';

interface Props {
  readonly view: View;
  readonly presence: Presence | null;
  readonly give: Give;
}

/** The dialog is closed, open over a clock that it has stopped, or open over a clock that was already stopped or absent. */
type Asking = 'no' | 'stopped' | 'asIs';

/** Steps one round back: a dialog lists what that undoes and stops the clock meanwhile. Absent without an earlier round. */
export function StepBack({ view, presence, give }: Props) {
  const { inbox } = words.value;
  const { phase, round, paused, seconds } = view.table;
  const asking = useSignal<Asking>('no');
  const target = stepBackTarget(phase, round);
  useEffect(() => {
    asking.value = 'no';
  }, [target]);
  if (target === null) return null;
  const open = (): void => {
    const runs = !paused && seconds !== null;
    if (runs) give(pauseNow(presence));
    asking.value = runs ? 'stopped' : 'asIs';
  };
  return (
    <>
      <button type="button" class="btn" aria-haspopup="dialog" onClick={open}>
        {inbox.back.open(target)}
      </button>
      {asking.value !== 'no' && <StepBackDialog view={view} target={target} asking={asking} give={give} />}
    </>
  );
}

interface DialogProps extends Pick<Props, 'view' | 'give'> {
  readonly target: number;
  readonly asking: Signal<Asking>;
}

function StepBackDialog({ view, target, asking, give }: DialogProps) {
  const { inbox, host } = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const hasStopped = asking.value === 'stopped';
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => {
    asking.value = 'no';
    if (hasStopped) give({ type: 'resumeSession' });
  };
  const goBack = (): void => {
    give({ type: 'stepBack' });
    close();
  };
  return (
    <dialog
      ref={dialog}
      class="step-back"
      aria-labelledby="step-back-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <WhatChanges view={view} target={target} hasStopped={hasStopped} />
      <div class="step-back-acts">
        <button type="button" class="btn" onClick={close}>
          {host.room.keep}
        </button>
        <HoldButton
          label={inbox.back.hold(target)}
          again={host.room.again}
          describedBy="step-back-undone"
          onDone={goBack}
        />
      </div>
    </dialog>
  );
}

interface ChangesProps extends Pick<DialogProps, 'view' | 'target'> {
  readonly hasStopped: boolean;
}

function WhatChanges({ view, target, hasStopped }: ChangesProps) {
  const { back } = words.value.inbox;
  return (
    <>
      <h2 id="step-back-title">{back.title(target)}</h2>
      <ul id="step-back-undone" tabIndex={0}>
        {undoneBy(view, target).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{asOneText(hasStopped ? back.stopped : back.standing, back.told)}</p>
    </>
  );
}
