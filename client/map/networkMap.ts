import './map.css';
import { LiveMap } from './liveMap.ts';
import type { MapEvents, MapOptions, MapPicture } from './mapPicture.ts';

/** The map on a page. It draws only when something moves, and sleeps otherwise. */
export interface NetworkMap {
  /** Shows a picture, on the way from the one before; may be called at any time, also while still on the way. */
  update(picture: MapPicture, options: MapOptions): void;
  /** What is drawn, names included, once the map is at rest: a canvas of the size of its element. */
  copy(): Promise<HTMLCanvasElement>;
  /** Takes the map off the page and frees what it held. */
  destroy(): void;
  /** Frames drawn since the map was made; stands still while the map is at rest. */
  readonly framesDrawn: number;
}

/** Makes the network map inside an element that has a size of its own; resolves when it can be updated. */
export function createNetworkMap(host: HTMLElement, events: MapEvents): Promise<NetworkMap> {
  return LiveMap.start(host, events);
}
