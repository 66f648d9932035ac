import { pointOn } from './curve.ts';
import { reachOf } from './drawNodes.ts';
import { type Hindrance, type LabelAsk, type LabelPlace, placeLabels, type Spot } from './labelPlaces.ts';
import type { MapEvents, MapOptions, MapPicture } from './mapPicture.ts';
import { type NameEntry, type NameEvents, NameList } from './nameList.ts';
import { nameSize } from './nameSize.ts';
import type { Layout, SceneNode } from './layout.ts';
import { type Size, toScreen, type Camera } from './camera.ts';

/* A spot on the sheet that moves with its node. */
interface Anchor extends Spot {
  readonly seat: string;
}

/** Keeps the names beside their nodes: chooses sides when the picture or the zoom has changed, and otherwise only moves them. */
export class NameLayer {
  readonly #list: NameList;
  readonly #ring = document.createElement('span');
  #anchors = new Map<string, readonly Anchor[]>();
  #nodes = new Map<string, SceneNode>();
  #camped = new Set<string>();
  /** Blocs by the id of their name. */
  #camps = new Map<string, number>();
  #layout: Layout | null = null;
  #places = new Map<string, LabelPlace>();
  #placedScale = 1;
  #focused: string | null = null;

  constructor(frame: HTMLElement, events: MapEvents & Pick<NameEvents, 'onFocus'>) {
    this.#list = new NameList({
      onPress: (id) => {
        const camp = this.#camps.get(id);
        if (camp === undefined) events.onSeat(id);
        else events.onCamp(camp);
      },
      onFocus: (seat) => {
        this.#focused = seat;
        events.onFocus(seat);
      },
    });
    this.#ring.className = 'map-focus';
    this.#ring.hidden = true;
    frame.append(this.#list.element, this.#ring);
  }

  /** Takes the names of a picture; `settle` must follow. */
  update(picture: MapPicture, layout: Layout, options: MapOptions, host: Size): void {
    const dimmed = new Set(picture.dimmed);
    const { interactive } = options;
    const seats = picture.nodes.map((node): NameEntry => {
      const { seat: id, name, description, own, sealed } = node;
      return { id, name, description, kind: 'seat', own, sealed, dimmed: dimmed.has(id), interactive };
    });
    const camps = picture.blocs.filter(
      (bloc) => bloc.kind === 'exclusive' && bloc.name && bloc.members.length > 0,
    );
    const plain = { kind: 'camp', own: false, sealed: false, dimmed: false, interactive } as const;
    const notes = camps.map((bloc) => ({
      ...plain,
      id: campId(bloc.id),
      name: bloc.name,
      description: bloc.name,
    }));
    const size = nameSize(picture.nodes.length, host);
    this.#list.element.style.setProperty('--map-name-size', `${size.toFixed(1)}px`);
    this.#list.update([...seats, ...notes]);
    this.#layout = layout;
    this.#camps = new Map(camps.map(({ id }) => [campId(id), id]));
    this.#camped = new Set(camps.flatMap((bloc) => bloc.members));
    this.#nodes = new Map(layout.scene.nodes.map((node) => [node.seat, node]));
    this.#anchors = new Map(layout.scene.nodes.map((node) => [node.seat, [this.#anchorOf(node)]]));
    for (const bloc of camps) {
      const members = bloc.members.flatMap((seat) => this.#nodes.get(seat) ?? []);
      this.#anchors.set(
        campId(bloc.id),
        members.map((node) => this.#anchorOf(node)),
      );
    }
  }

  /** Chooses the best side for each name under a view. */
  settle(camera: Camera, host: Size): void {
    const sizes = this.#list.sizes();
    const asks = [...this.#anchors].map(([id, anchors]): LabelAsk => {
      const spots = anchors.map((anchor) => ({
        ...toScreen(camera, host, anchor),
        outer: anchor.outer * camera.scale,
      }));
      const node = this.#nodes.get(id);
      const worth = node ? node.radius + (node.own ? 100 : 0) + 20 * node.tone : 0;
      return { id, spots, ...(sizes.get(id) ?? { width: 0, height: 0 }), worth };
    });
    const isSeen = (spot: Spot): boolean =>
      spot.x > -40 && spot.y > -40 && spot.x < host.width + 40 && spot.y < host.height + 40;
    const seen = asks.filter((ask) => ask.spots.some(isSeen));
    this.#places = placeLabels(seen, this.#hindrances(camera, host), host);
    this.#placedScale = camera.scale;
    this.move(camera, host);
  }

  /** Takes the current positions of moving nodes. */
  follow(nodes: readonly SceneNode[]): void {
    const now = new Map(nodes.map((node) => [node.seat, node]));
    for (const [id, anchors] of this.#anchors)
      this.#anchors.set(
        id,
        anchors.map((anchor) => {
          const node = now.get(anchor.seat);
          return node ? { ...anchor, x: node.x, y: node.y } : anchor;
        }),
      );
  }

  /** Moves the names with the view, each on its side. */
  move(camera: Camera, host: Size): void {
    const growth = camera.scale - this.#placedScale;
    for (const [id, anchors] of this.#anchors) {
      const place = this.#places.get(id);
      const anchor = anchors[place?.spot ?? 0];
      if (!anchor) continue;
      const at = toScreen(camera, host, anchor);
      const { dx, dy, isCrowded } = place ?? { dx: 0, dy: 0, isCrowded: true };
      const far = Math.hypot(dx, dy) || 1;
      const push = (anchor.outer * growth) / far;
      this.#list.move(id, { x: at.x + dx * (1 + push), y: at.y + dy * (1 + push) }, isCrowded);
    }
    this.#moveRing(camera, host);
  }

  /** Shows a crowded name while the mouse rests on its node. */
  point(seat: string | null): void {
    this.#list.point(seat);
  }

  get #margin(): number {
    return this.#layout?.campMargin ?? 0;
  }

  #anchorOf(node: SceneNode): Anchor {
    const outer = this.#camped.has(node.seat) ? node.radius + this.#margin + 4 : reachOf(node);
    return { seat: node.seat, x: node.x, y: node.y, outer };
  }

  #moveRing(camera: Camera, host: Size): void {
    const node = this.#focused === null ? undefined : this.#nodes.get(this.#focused);
    this.#ring.hidden = node === undefined;
    if (!node) return;
    const at = toScreen(camera, host, node);
    const radius = Math.max(14, (node.radius + 9) * camera.scale + 4);
    this.#ring.style.width = `${2 * radius}px`;
    this.#ring.style.height = `${2 * radius}px`;
    this.#ring.style.transform = `translate(${at.x - radius}px, ${at.y - radius}px)`;
  }

  #hindrances(camera: Camera, host: Size): Hindrance[] {
    const found: Hindrance[] = [];
    for (const node of this.#nodes.values()) {
      const at = toScreen(camera, host, node);
      found.push({ ...at, radius: (reachOf(node) + 1) * camera.scale, weight: 260 });
      if (this.#camped.has(node.seat)) {
        const edge = (node.radius + this.#margin) * camera.scale;
        found.push({ ...at, radius: edge, weight: 40 });
      }
    }
    for (const link of this.#layout?.scene.links ?? [])
      for (let i = 1; i < 14; i += 1) {
        const at = toScreen(camera, host, pointOn(link.curve, i / 14));
        found.push({ ...at, radius: 3, weight: link.look.ghost > 0.5 ? 1 : 5 });
      }
    for (const arc of this.#layout?.scene.arcs ?? [])
      for (let i = 1; i < 14; i += 1)
        found.push({ ...toScreen(camera, host, pointOn(arc.curve, i / 14)), radius: 6, weight: 14 });
    return found;
  }
}

const campId = (bloc: number): string => `camp ${bloc}`;
