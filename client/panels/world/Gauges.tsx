import { useSignal } from '@preact/signals';
import type { Subject } from '#shared/model/explain.ts';
import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Spark } from '../../charts/Spark.tsx';
import { Term } from '../../components/Term.tsx';
import type { TermId } from '../../components/termWords.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { changeOf, factorKeys, type Gauge, gaugeOf, type GaugeKey, trendKeys } from './gauges.ts';
import { FamilyMark, FogMark } from '../marks.tsx';
import '../../styles/play-gauges.css';

const termOfGauge: Readonly<Record<GaugeKey, TermId>> = {
  efficiency: 'connectivity',
  meanTrust: 'trust',
  direction: 'dial',
  blocIndex: 'blocFormation',
  securitizationIndex: 'securitization',
  fragmentationIndex: 'fragmentation',
  regime: 'regime',
  institutions: 'institutions',
  competition: 'competition',
  opacity: 'opacity',
  meanThreat: 'threat',
};

type Ask = (subject: Subject) => void;

interface GaugesProps {
  readonly view: View;
  /** Makes every row a link to its causes. */
  readonly onWhy?: Ask | undefined;
  /** Shows the trends from the start, as on a projector. */
  readonly open?: boolean | undefined;
  /** Rows after connectivity and trust. */
  readonly children?: ComponentChildren;
}

/** Connectivity and trust first; the three trends and the deeper factors one tap away. */
export function Gauges({ view, onWhy, open = false, children }: GaugesProps) {
  const isOpen = useSignal(open);
  const { gauges } = words.value.play;
  return (
    <section class="gauges" aria-label={gauges.label}>
      <GaugeList view={view} keys={['efficiency', 'meanTrust']} onWhy={onWhy} bright />
      {children}
      {(isOpen.value || open) && <GaugeList view={view} keys={trendKeys} onWhy={onWhy} />}
      {isOpen.value && !open && <GaugeList view={view} keys={factorKeys} onWhy={onWhy} />}
      {!open && (
        <button
          type="button"
          class="gauges-more"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? gauges.less : gauges.more}
        </button>
      )}
    </section>
  );
}

interface GaugeListProps {
  readonly view: View;
  readonly keys: readonly GaugeKey[];
  readonly onWhy?: Ask | undefined;
  readonly bright?: boolean;
  /** No row explains its words. */
  readonly bare?: boolean;
}

/** Some gauges, one row each: mark, name, spark line, value, change. */
export function GaugeList({ view, keys, onWhy, bright = false, bare = false }: GaugeListProps) {
  return (
    <ul class="gauge-list">
      {keys.map((key) => (
        <li key={key}>
          <GaugeRow gauge={gaugeOf(view, key)} onWhy={onWhy} bright={bright} />
          {onWhy && !bare && <Term id={termOfGauge[key]} />}
        </li>
      ))}
    </ul>
  );
}

function GaugeRow({
  gauge,
  onWhy,
  bright,
}: {
  readonly gauge: Gauge;
  readonly onWhy?: Ask | undefined;
  readonly bright: boolean;
}) {
  const inside = (
    <>
      <span class="gauge-name">
        <GaugeMark gauge={gauge.key} />
        {gauge.name}
      </span>
      {gauge.history.length > 1 ? <Spark values={gauge.history} bright={bright} /> : <span />}
      <b class="num">{gauge.key === 'direction' ? signedPoints(gauge.value) : points(gauge.value)}</b>
      <ChangeMark change={changeOf(gauge)} />
    </>
  );
  if (!onWhy) return <div class="gauge">{inside}</div>;
  return (
    <button
      type="button"
      class="gauge"
      title={words.value.play.gauges.why(gauge.name)}
      onClick={() => onWhy(gauge.subject)}
    >
      {inside}
    </button>
  );
}

/** The mark of a trend: the shape of its family, or lines of fog. */
export function GaugeMark({ gauge, size = 17 }: { readonly gauge: GaugeKey; readonly size?: number }) {
  if (gauge === 'blocIndex') return <FamilyMark family="blocs" size={size} />;
  if (gauge === 'securitizationIndex') return <FamilyMark family="securitize" size={size} />;
  return gauge === 'fragmentationIndex' ? <FogMark size={size} /> : null;
}

/** The change of a number in this round: an arrow to see, words to hear. Up is not good, down is not bad. */
export function ChangeMark({ change }: { readonly change: Tenths | null }) {
  const { gauges } = words.value.play;
  if (change === null) return <span class="change" />;
  const amount = points(Math.abs(change));
  const spoken = change > 0 ? gauges.up(amount) : change < 0 ? gauges.down(amount) : gauges.same;
  return (
    <span class="change num">
      <span aria-hidden="true">{change === 0 ? '=' : `${change > 0 ? '▲' : '▼'} ${amount}`}</span>
      <span class="visually-hidden">{spoken}</span>
    </span>
  );
}
