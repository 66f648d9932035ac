import { Dial } from '../../charts/Dial.tsx';
import { SCALE_END } from '../../charts/dialGeometry.ts';
import { CommonRules } from '../../panels/world/CommonRules.tsx';
import { GaugeList } from '../../panels/world/Gauges.tsx';
import { trendKeys } from '../../panels/world/gauges.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { dialState } from '../../panels/world/dialState.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface InstrumentsProps {
  readonly view: View;
  /** The reveal is turning the needle: where it stood before is marked. */
  readonly isTurning: boolean;
}

/** The dial with its band, the common rules and the gauges: always in the same place, always as tall. */
export function Instruments({ view, isTurning }: InstrumentsProps) {
  const { gauges } = words.value.play;
  return (
    <section class="instruments" aria-label={gauges.label}>
      <Direction view={view} isTurning={isTurning} />
      <CommonRules view={view} />
      <GaugeList view={view} keys={['efficiency', 'meanTrust']} bright />
      <GaugeList view={view} keys={trendKeys} />
    </section>
  );
}

function Direction({ view, isTurning }: InstrumentsProps) {
  const { dial, locked } = words.value.play;
  const { trail } = view.table;
  const now = trail.direction.at(-1) ?? 0;
  return (
    <div class="direction">
      <div>
        <Dial
          trail={trail.direction}
          state={dialState(view)}
          before={isTurning ? trail.direction.at(-2) : undefined}
        />
        <p class="dial-ends">
          <span>{dial.predicament}</span>
          <span>{dial.governance}</span>
        </p>
      </div>
      <p class="reading">
        <b class="num">{signedPoints(now)}</b>
        <strong>{dialState(view)}</strong>
        {view.table.locked ? (
          <small>{locked}</small>
        ) : (
          Math.abs(now) > SCALE_END && <small>{dial.beyond}</small>
        )}
      </p>
    </div>
  );
}
