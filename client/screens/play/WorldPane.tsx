import type { Subject } from '#shared/model/explain.ts';
import type { MapArc } from '../../map/mapPicture.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { arcsOf, litBy } from '../../panels/world/arcs.ts';
import { CommonRules } from '../../panels/world/CommonRules.tsx';
import type { PlayState } from '../../panels/playState.ts';
import { DialPanel } from '../../panels/world/DialPanel.tsx';
import { mostTargets, toggleTarget } from '../../panels/orders/orderInHand.ts';
import { Gauges } from '../../panels/world/Gauges.tsx';
import { colourOf, plays } from '../../panels/lookup.ts';
import { MapPane } from '../../panels/world/MapPane.tsx';
import { SeenRow } from '../../panels/world/SeenRow.tsx';
import { disclosed, type Reveal, turnedBy, turnOf } from '../../panels/reveal/useReveal.ts';

interface WorldProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly reveal: Reveal;
  readonly onWhy: (subject: Subject) => void;
  /** Arrows that lie on the map while no reveal runs. */
  readonly arcs?: readonly MapArc[] | undefined;
  /** Milliseconds from one picture to the next while no reveal runs. */
  readonly durationMs?: number | undefined;
}

/** The world: map, dial, gauges. While a reveal runs, map and numbers wait for their station. */
export function WorldPane({ view, ui, reveal, onWhy, arcs, durationMs }: WorldProps) {
  const isRevealing = view.table.phase === 'reveal' && reveal.step !== 'done';
  const shown = disclosed(view, reveal);
  const isTurning = isRevealing && reveal.step === 'dial';
  return (
    <section class="world">
      <MapOf
        view={view}
        shown={shown}
        ui={ui}
        reveal={reveal}
        isRevealing={isRevealing}
        arcs={arcs}
        durationMs={durationMs}
      />
      <div class="world-strip">
        <DialPanel
          view={shown}
          before={isTurning ? view.table.trail.direction.at(-2) : undefined}
          bets={isRevealing && hasBets(view) ? view.table.reveal?.bets : undefined}
          ownBet={view.own?.bet}
          onWhy={onWhy}
          bare
        />
        <div class="world-numbers">
          <Gauges view={shown} onWhy={onWhy}>
            <SeenRow view={shown} ui={ui} />
            <CommonRules view={shown} />
          </Gauges>
        </div>
      </div>
    </section>
  );
}

function hasBets(view: View): boolean {
  return view.table.reveal?.bets.some((count) => count > 0) ?? false;
}

interface MapOfProps extends Omit<WorldProps, 'onWhy'> {
  readonly shown: View;
  readonly isRevealing: boolean;
}

function MapOf({ view, shown, ui, reveal, isRevealing, arcs = [], durationMs = 1200 }: MapOfProps) {
  const draft = ui.draft.value;
  const family = draft ? colourOf(draft.action) : null;
  const isChoosing =
    plays(view) &&
    draft !== null &&
    family !== null &&
    mostTargets(view, draft.action) > 0 &&
    !view.own?.order;
  const canOrder = view.table.phase === 'decision' || view.table.phase === 'negotiation';
  const tap = (seat: string): void => {
    if (isChoosing && canOrder && seat !== view.own?.seat) ui.draft.value = toggleTarget(view, draft, seat);
    else if (ui.pointing.value) {
      const others = ui.lit.value.filter((one) => one !== seat);
      ui.lit.value = others.length < ui.lit.value.length ? others : [...others, seat];
    } else {
      ui.bloc.value = null;
      ui.looking.value = ui.looking.value === seat ? null : seat;
    }
  };
  const lookInto = (bloc: number): void => {
    ui.looking.value = null;
    ui.bloc.value = ui.bloc.value === bloc ? null : bloc;
  };
  const turn = isRevealing ? turnOf(reveal) : null;
  return (
    <MapPane
      view={shown}
      events={{ onSeat: tap, onCamp: lookInto }}
      chosen={draft && family && canOrder ? { seats: draft.targets, family } : null}
      lit={turn ? litBy(view, turn) : ui.lit.value}
      arcs={isRevealing ? arcsOf(view, turnedBy(reveal)) : arcs}
      durationMs={isRevealing ? 2600 : durationMs}
    />
  );
}
