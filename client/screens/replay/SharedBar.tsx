import type { PlayState } from '../../panels/playState.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { words } from '../../text/language.ts';
import { phaseLine } from './LineNow.tsx';
import type { Shared } from './useShared.ts';

interface BarProps {
  readonly shared: Shared;
  readonly source: RecordedSource;
  readonly ui: PlayState;
}

/** Who leads the replay, and the way to follow, to look around, and for the host to lead. */
export function SharedBar({ shared, source, ui }: BarProps) {
  const { role, mayLead } = shared;
  if (role === 'alone' && !mayLead) return null;
  return (
    <section class="shared-bar no-print" aria-label={words.value.replay.shared.label} data-role={role}>
      <p role="status">{sentence(shared, source)}</p>
      {role === 'leads' ? <Leading shared={shared} ui={ui} /> : <Following shared={shared} />}
    </section>
  );
}

function Leading({ shared, ui }: Pick<BarProps, 'shared' | 'ui'>) {
  const { shared: text } = words.value.replay;
  const isPointing = ui.pointing.value;
  const point = (): void => {
    ui.pointing.value = !isPointing;
    if (isPointing) ui.lit.value = [];
  };
  const stop = (): void => {
    if (isPointing) point();
    shared.stop();
  };
  return (
    <>
      {!shared.isOffTable && (
        <button type="button" class="btn" aria-pressed={isPointing} onClick={point}>
          {text.point}
        </button>
      )}
      <button type="button" class="btn" onClick={stop}>
        {text.stop}
      </button>
    </>
  );
}

function Following({ shared }: Pick<BarProps, 'shared'>) {
  const { shared: text } = words.value.replay;
  const { role, mayLead } = shared;
  return (
    <>
      {role === 'follows' && (
        <button type="button" class="btn" onClick={shared.lookAround}>
          {text.lookAround}
        </button>
      )}
      {role === 'looksAround' && (
        <button type="button" class="btn primary" onClick={shared.followAgain}>
          {text.followAgain}
        </button>
      )}
      {mayLead && (
        <button type="button" class="btn" onClick={shared.lead}>
          {text.lead}
        </button>
      )}
    </>
  );
}

function sentence({ role, isOffTable, hostAt }: Shared, source: RecordedSource): string {
  const { shared: text } = words.value.replay;
  if (role === 'leads' && isOffTable) return text.leadsOffTable;
  if (role !== 'looksAround') return text[role];
  return hostAt === null ? text.hostElsewhere : text.hostAt(phaseLine(source.viewAt(hostAt)));
}
