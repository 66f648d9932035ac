import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { reducedMotion, theme } from '../../components/theme.ts';
import type { MapArc, MapEvents, MapLayer, MapOptions, MapPicture } from '../../map/mapPicture.ts';
import type { NetworkMap } from '../../map/networkMap.ts';
import { loadedAgain } from '../../net/freshBuild.ts';
import { language, words } from '../../text/language.ts';
import { LayerSwitch } from './LayerSwitch.tsx';
import { LinkTable } from './LinkTable.tsx';
import type { ColouredFamily } from '../lookup.ts';
import { pictureOf } from './pictureOf.ts';
import { tiesOf } from './ties.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import '../../styles/play-map.css';

interface MapPaneProps {
  readonly view: View;
  /** The effect of a tap on a state or a camp; without it the map is only viewed. */
  readonly events?: MapEvents | undefined;
  readonly chosen?: { readonly seats: readonly string[]; readonly family: ColouredFamily } | null | undefined;
  /** Highlighted states, while the others dim; empty or absent highlights all. */
  readonly lit?: readonly string[] | undefined;
  readonly arcs?: readonly MapArc[] | undefined;
  /** Milliseconds from one picture to the next. */
  readonly durationMs?: number | undefined;
  /** Where the states stand; by default a ring on a phone held upright, else the sheet. */
  readonly layout?: MapOptions['layout'] | undefined;
  /** Layer switch and table view; off on a projector. */
  readonly controls?: boolean | undefined;
}

type Stand = 'loading' | 'ready' | 'failed' | 'lost';

/** A drawing that the device has taken away is made again by itself after this long. */
const AGAIN_AFTER_MS = 5000;

/** The network map of a view, with its layers and the same links as a table; the drawing code loads when first needed. */
export function MapPane(props: MapPaneProps) {
  const { view, events, controls = true } = props;
  const host = useRef<HTMLDivElement>(null);
  const { stand, attempt, again } = useStand();
  const layer = useSignal<MapLayer>('all');
  const asTable = useSignal(false);
  const withTies = useSignal(true);
  const isPhone = useMedia(`${PHONE} and (orientation: portrait)`);
  const picture = pictureFor(props, withTies.value);
  useMap({ host, stand, attempt, events }, picture, {
    layer: layer.value,
    layout: props.layout ?? (isPhone ? 'ring' : 'sheet'),
    theme: theme.value,
    reducedMotion: reducedMotion.value,
    durationMs: props.durationMs ?? 1200,
    interactive: events !== undefined,
    label: words.value.play.map.label,
  });
  const showTable = asTable.value || stand.value === 'failed';
  return (
    <section class="map-pane" aria-label={words.value.play.map.label}>
      <div class="map-host" ref={host} aria-hidden={showTable} inert={showTable} />
      <MapState stand={stand.value} again={again} />
      {showTable && <LinkTable view={view} />}
      {controls && (
        <LayerSwitch
          layer={layer}
          asTable={asTable}
          withTies={withTies}
          hasTies={tiesOf(view).length > 0}
          canDraw={stand.value !== 'failed'}
        />
      )}
    </section>
  );
}

function pictureFor({ view, chosen, lit, arcs }: MapPaneProps, withTies: boolean): MapPicture {
  const dimmed = lit?.length
    ? view.card.seats.map((seat) => seat.id).filter((seat) => !lit.includes(seat))
    : [];
  return pictureOf(view, {
    chosen: chosen ?? null,
    dimmed,
    arcs: arcs ?? [],
    withTies,
    language: language.value,
    speech: words.value.play.map,
  });
}

function MapState({ stand, again }: { readonly stand: Stand; readonly again: () => void }) {
  const { map } = words.value.play;
  if (stand === 'ready') return null;
  if (stand === 'lost')
    return (
      <div class="map-state" role="alert">
        <p>{map.lost}</p>
        <button type="button" class="btn" onClick={again}>
          {map.again}
        </button>
      </div>
    );
  return (
    <p class="map-state" role="status">
      {stand === 'loading' ? map.loading : map.failed}
    </p>
  );
}

interface Standing {
  readonly stand: Signal<Stand>;
  /** Another number makes a new map. */
  readonly attempt: number;
  readonly again: () => void;
}

/** The status of the map. A lost one is made again once by itself, because on a projector nobody presses the button. */
function useStand(): Standing {
  const stand = useSignal<Stand>('loading');
  const attempt = useSignal(0);
  const again = (): void => {
    stand.value = 'loading';
    attempt.value += 1;
  };
  const isDue = stand.value === 'lost' && attempt.value === 0;
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(again, AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDue]);
  return { stand, attempt: attempt.value, again };
}

interface Mounted extends Pick<Standing, 'stand' | 'attempt'> {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly events: MapEvents | undefined;
}

/** Keeps one map in the element and shows it each new picture; an unchanged one does not wake it. */
function useMap({ host, stand, attempt, events }: Mounted, picture: MapPicture, options: MapOptions): void {
  const map = useRef<NetworkMap | null>(null);
  const heard = useRef(events);
  heard.current = events;
  useEffect(() => {
    let isGone = false;
    const passed: MapEvents = {
      onSeat: (seat) => heard.current?.onSeat(seat),
      onCamp: (bloc) => heard.current?.onCamp(bloc),
      onLost: (isLost) => {
        if (!isGone) stand.value = isLost ? 'lost' : 'ready';
      },
    };
    void openMap(host.current, passed).then((opened) => {
      if (isGone) return opened?.destroy();
      map.current = opened;
      stand.value = opened ? 'ready' : 'failed';
    });
    return () => {
      isGone = true;
      map.current?.destroy();
      map.current = null;
    };
  }, [attempt]);
  const key = JSON.stringify([picture, options]);
  const isReady = stand.value === 'ready';
  useEffect(() => map.current?.update(picture, options), [key, isReady]);
}

/**
 * The map, or null if this device cannot draw it: the table replaces it. If its code is missing, the page is older than the
 * server's build and reloads itself.
 */
async function openMap(host: HTMLDivElement | null, events: MapEvents): Promise<NetworkMap | null> {
  if (!host) return null;
  const code = await import('../../map/networkMap.ts').catch(() => null);
  if (code === null) {
    await loadedAgain();
    return null;
  }
  try {
    return await code.createNetworkMap(host, events);
  } catch (cause) {
    console.warn('The map could not be drawn.', cause);
    return null;
  }
}
