import type { Subject } from '#shared/model/explain.ts';
import type { ComponentChildren } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import type { PlayState } from '../playState.ts';
import { changeOf, gaugeOf, lastRound } from './gauges.ts';
import { seatView } from '../lookup.ts';

interface GaugeStripProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly onWhy: (subject: Subject) => void;
}

/** Always visible on a phone: dial, connectivity, trust, the others' trust in the own state, common rules. */
export function GaugeStrip({ view, ui, onWhy }: GaugeStripProps) {
  const { gauges } = words.value.play;
  const [direction, efficiency, trust] = [
    gaugeOf(view, 'direction'),
    gaugeOf(view, 'efficiency'),
    gaugeOf(view, 'meanTrust'),
  ];
  return (
    <nav class="strip" aria-label={gauges.label}>
      <StripItem
        name={gauges.short.direction}
        value={wholeSigned(direction.value)}
        change={changeOf(direction)}
        onTap={() => onWhy(direction.subject)}
      />
      <StripItem
        name={gauges.short.efficiency}
        value={wholePoints(efficiency.value)}
        change={changeOf(efficiency)}
        onTap={() => onWhy(efficiency.subject)}
      />
      <StripItem
        name={gauges.short.meanTrust}
        value={wholePoints(trust.value)}
        change={changeOf(trust)}
        onTap={() => onWhy(trust.subject)}
      />
      <SeenItem view={view} ui={ui} />
      <RulesItem view={view} onWhy={onWhy} />
    </nav>
  );
}

function SeenItem({ view, ui }: Pick<GaugeStripProps, 'view' | 'ui'>) {
  const own = view.own ? seatView(view, view.own.seat) : null;
  if (!own) return null;
  const open = (): void => {
    ui.looking.value = own.id;
  };
  return (
    <StripItem
      name={words.value.play.gauges.short.seen}
      value={wholePoints(own.trusted)}
      change={null}
      onTap={open}
    />
  );
}

function RulesItem({ view, onWhy }: Pick<GaugeStripProps, 'view' | 'onWhy'>) {
  const share = lastRound(view) > 0 ? wholePoints(view.table.trail.participation.at(-1) ?? 0) : '–';
  return (
    <StripItem
      name={words.value.play.gauges.short.rules}
      value={`${share}/${wholePoints(view.card.commitThreshold)}`}
      change={null}
      onTap={() => onWhy({ kind: 'world', quantity: 'regime' })}
    />
  );
}

interface StripItemProps {
  readonly name: ComponentChildren;
  readonly value: string;
  readonly change: Tenths | null;
  readonly onTap: () => void;
}

function StripItem({ name, value, change, onTap }: StripItemProps) {
  const isMoved = change !== null && Math.abs(change) >= 5;
  return (
    <button type="button" onClick={onTap}>
      <b class="num">
        {value}
        {isMoved && <i aria-hidden="true">{`${change > 0 ? '▲' : '▼'}${wholePoints(Math.abs(change))}`}</i>}
      </b>
      <span>{name}</span>
    </button>
  );
}

function wholeSigned(tenths: Tenths): string {
  return Math.round(tenths / 10) > 0 ? `+${wholePoints(tenths)}` : wholePoints(tenths);
}
