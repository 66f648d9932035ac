import type { Subject } from '#shared/model/explain.ts';
import type { ComponentChildren } from 'preact';
import { Dial } from '../../charts/Dial.tsx';
import { SCALE_END } from '../../charts/dialGeometry.ts';
import { CommonRules } from '../../panels/world/CommonRules.tsx';
import { GaugeList } from '../../panels/world/Gauges.tsx';
import { LampsOnWall } from '../../panels/world/FourLamps.tsx';
import { ThreeMarks } from '../../panels/world/ThreeMarks.tsx';
import { trendKeys } from '../../panels/world/gauges.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { dialState } from '../../panels/world/dialState.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface InstrumentsProps {
  readonly view: View;
  /** The reveal is turning the needle: its previous position is marked. */
  readonly isTurning: boolean;
  /** Makes every number a link to its causes; absent while nothing can be asked. */
  readonly onWhy?: ((subject: Subject) => void) | undefined;
}

/** The dial with its band, the common rules and the gauges: always in the same place, always of the same height. */
export function Instruments({ view, isTurning, onWhy }: InstrumentsProps) {
  const { gauges } = words.value.play;
  return (
    <section class="instruments" aria-label={gauges.label}>
      <Direction view={view} isTurning={isTurning} onWhy={onWhy} />
      <ThreeMarks view={view} short onWhy={onWhy} />
      <CommonRules view={view} />
      <GaugeList view={view} keys={['efficiency', 'meanTrust']} onWhy={onWhy} bright bare />
      <GaugeList view={view} keys={trendKeys} onWhy={onWhy} bare />
    </section>
  );
}

function Direction({ view, isTurning, onWhy }: InstrumentsProps) {
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
      <div class="beside-dial">
        <Reading onWhy={onWhy}>
          <b class="num">{signedPoints(now)}</b>
          <strong>{dialState(view)}</strong>
          {view.table.locked ? (
            <small>{locked}</small>
          ) : (
            Math.abs(now) > SCALE_END && <small>{dial.beyond}</small>
          )}
        </Reading>
        <LampsOnWall view={view} onWhy={onWhy} />
      </div>
    </div>
  );
}

interface ReadingProps extends Pick<InstrumentsProps, 'onWhy'> {
  readonly children: ComponentChildren;
}

function Reading({ onWhy, children }: ReadingProps) {
  const { gauges } = words.value.play;
  if (!onWhy) return <p class="reading">{children}</p>;
  return (
    <button
      type="button"
      class="reading"
      title={gauges.why(gauges.direction)}
      onClick={() => onWhy({ kind: 'indicator', indicator: 'direction' })}
    >
      {children}
    </button>
  );
}
