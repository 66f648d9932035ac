import { useId } from 'preact/hooks';
import { Notice } from '../../../components/Notice.tsx';
import type { View } from '#shared/session/views/tableView.ts';
import { FanProgress, GrownFanParts } from '../../../panels/whatIf/GrownFanParts.tsx';
import { RUNS } from '../../../panels/whatIf/inquiries.ts';
import { words } from '../../../text/language.ts';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly view: View;
  readonly inquiry: Inquiry;
}

/** The fan of continuations: asked for, growing, stopped or whole. */
export function FanPart({ view, inquiry }: Props) {
  const { fan: text, fault } = words.value.whatIf;
  const now = inquiry.fan.value;
  const title = useId();
  if (inquiry.branch.value.is !== 'branch') return null;
  return (
    <section class="what-if-fan" aria-labelledby={title}>
      <h2 id={title}>{text.title}</h2>
      {now.is === 'none' && (
        <>
          <p class="panel-note">{text.intro(RUNS)}</p>
          <button type="button" class="btn primary" onClick={inquiry.askFan}>
            {text.start(RUNS)}
          </button>
        </>
      )}
      {now.is === 'failed' && <Notice title={fault.title} text={fault.failed} />}
      <FanProgress now={now} stop={inquiry.stop} />
      {now.is === 'fan' && <GrownFanParts view={view} now={now} />}
    </section>
  );
}
