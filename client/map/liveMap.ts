import { copyOfMap } from './copyOfMap.ts';
import type { Point } from './curve.ts';
import { listenForGestures } from './gestures.ts';
import { Lens } from './lens.ts';
import type { MapEvents, MapOptions, MapPicture } from './mapPicture.ts';
import { NameLayer } from './nameLayer.ts';
import { Painter } from './painter.ts';
import { type Palette, readPalette } from './palette.ts';
import { arrived, momentOf, type Passage } from './passage.ts';
import { campAt, seatUnderFinger } from './seatUnderFinger.ts';
import { type Layout, layoutOf, type Scene } from './layout.ts';
import { pixelRatio, resizeGame, type MapGame, startGame, watchGame } from './mapGame.ts';
import { breakingPairs, withoutPairs } from './tweenScene.ts';
import { underlayKey } from './underlayKey.ts';
import type { Size, Camera } from './camera.ts';

const SETTLE_MS = 160;
const IDLE_FRAMES = 3;
/** A tap within this distance of a node selects it. */
const FINGER_PX = 22;

interface Shown {
  readonly picture: MapPicture;
  readonly options: MapOptions;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly underlay: string;
}

/** The running map: the current picture, its view, and the transition from the previous picture. */
export class LiveMap {
  readonly #frame: HTMLElement;
  readonly #events: MapEvents;
  readonly #game: MapGame;
  readonly #painter: Painter;
  readonly #names: NameLayer;
  readonly #lens: Lens;
  readonly #resize: ResizeObserver;
  #shown: Shown | null = null;
  #drawn: Scene = { nodes: [], links: [], arcs: [], ties: [] };
  #passage: Passage | null = null;
  #startView: Camera | null = null;
  #stopGestures: (() => void) | null = null;
  #settling = 0;
  #idle = 0;
  #frames = 0;
  #copies: ((copy: HTMLCanvasElement) => void)[] = [];

  /** Puts an empty map into the host; resolves when Phaser runs. */
  static async start(host: HTMLElement, events: MapEvents): Promise<LiveMap> {
    const frame = document.createElement('div');
    frame.className = 'map-frame';
    host.append(frame);
    let map: LiveMap | null = null;
    const game = await startGame(frame, sizeOf(frame), pixelRatio(), () => map?.step());
    map = new LiveMap(frame, game, events);
    return map;
  }

  private constructor(frame: HTMLElement, game: MapGame, events: MapEvents) {
    this.#frame = frame;
    this.#game = game;
    this.#events = events;
    this.#lens = new Lens(sizeOf(frame), pixelRatio());
    this.#painter = new Painter(game.scene);
    this.#names = new NameLayer(frame, { ...events, onFocus: (seat) => this.#focus(seat) });
    this.#resize = new ResizeObserver(() => this.#fitHost());
    this.#resize.observe(frame);
    const onFrame = (): void => {
      this.#frames += 1;
      this.#giveCopies();
    };
    watchGame(game.game, { onFrame, onRestore: () => this.#rebake(), onLost: events.onLost });
    document.addEventListener('visibilitychange', this.#wake);
    void document.fonts.ready.then(() => this.#settleNames());
  }

  /** Frames drawn since the map was made. */
  get framesDrawn(): number {
    return this.#frames;
  }

  /** Shows a picture with a transition from the previous one. */
  update(picture: MapPicture, options: MapOptions): void {
    const last = this.#shown;
    if (last && JSON.stringify([last.picture, last.options]) === JSON.stringify([picture, options])) return;
    this.#adopt(options);
    const layout = layoutOf(picture, options, this.#lens.size);
    const palette = last && last.options.theme === options.theme ? last.palette : readPalette(this.#frame);
    const underlay = underlayKey(picture, options);
    this.#shown = { picture, options, layout, palette, underlay };
    const isSameSheet = last?.options.layout === options.layout;
    const isInstant = last === null || options.reducedMotion || options.durationMs <= 0;
    this.#startView = isInstant || !isSameSheet ? null : this.#lens.camera;
    if (!isSameSheet) this.#lens.reset();
    this.#lens.fit(layout.box, options, picture.nodes.length);
    if (last?.underlay !== underlay) this.#bake(!isInstant);
    this.#passage = isInstant ? arrived(layout.scene) : this.#depart(last.picture, this.#shown);
    this.#names.update(picture, layout, options, this.#lens.size);
    this.#settleNames();
    this.#wake();
  }

  /** A copy of what is drawn, names included, once the map is at rest. */
  copy(): Promise<HTMLCanvasElement> {
    return new Promise((resolve) => {
      this.#copies.push(resolve);
      this.#wake();
    });
  }

  /** Removes the map from the page and frees its resources. */
  destroy(): void {
    clearTimeout(this.#settling);
    this.#resize.disconnect();
    this.#stopGestures?.();
    document.removeEventListener('visibilitychange', this.#wake);
    this.#game.game.loop.wake();
    this.#game.game.destroy(true);
    this.#frame.remove();
  }

  /** One frame: advances all transitions; after a few still frames the loop sleeps. */
  step(): void {
    this.#idle += 1;
    const shown = this.#shown;
    let camera = this.#lens.camera;
    if (shown && this.#passage) {
      const moment = momentOf(this.#passage, performance.now());
      this.#drawn = moment.scene;
      this.#painter.draw(moment.scene, shown.palette, {
        curves: this.#passage.breaking,
        share: moment.breakShare,
      });
      this.#painter.fade(moment.share);
      if (this.#startView) camera = this.#lens.from(this.#startView, moment.share);
      this.#names.follow(moment.scene.nodes);
      this.#names.move(camera, this.#lens.size);
      if (moment.isOver) this.#passage = null;
      this.#idle = 0;
    }
    this.#painter.look(camera, this.#lens.ratio);
    if (this.#idle > IDLE_FRAMES) this.#game.game.loop.sleep();
  }

  /* The one way to get a frame drawn. */
  readonly #wake = (): void => {
    this.#idle = 0;
    this.#game.game.loop.wake();
  };

  #adopt(options: MapOptions): void {
    this.#frame.dataset['theme'] = options.theme;
    this.#frame.classList.toggle('interactive', options.interactive);
    const canvas = this.#game.game.canvas;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', options.label ?? this.#frame.parentElement?.ariaLabel ?? '');
    if (options.interactive) this.#stopGestures ??= this.#listen();
    else {
      this.#stopGestures?.();
      this.#stopGestures = null;
    }
  }

  #depart(before: MapPicture, { picture, options, layout }: Shown): Passage {
    const broken = new Set(breakingPairs(before, picture));
    const breaking = this.#drawn.links.filter((link) => broken.has(link.pair)).map((link) => link.curve);
    const from = withoutPairs(this.#drawn, broken);
    return { from, to: layout.scene, durationMs: options.durationMs, breaking, startedMs: null };
  }

  #bake(isSoft: boolean): void {
    const shown = this.#shown;
    if (!shown) return;
    const { camera, size: host, ratio } = this.#lens;
    const { picture, layout, options, palette } = shown;
    this.#painter.bake(picture, layout, options, palette, { camera, host, ratio }, isSoft);
  }

  /* The pixels of a frame can be read only while it is being drawn. */
  #giveCopies(): void {
    if (this.#copies.length === 0 || this.#passage !== null || this.#idle < IDLE_FRAMES) return;
    const copy = copyOfMap(this.#frame, this.#game.game.canvas);
    for (const give of this.#copies.splice(0)) give(copy);
  }

  #rebake(): void {
    this.#bake(false);
    this.#wake();
  }

  #listen(): () => void {
    return listenForGestures(this.#frame, {
      onPan: (dx, dy) => this.#moved(() => this.#lens.pan(dx, dy)),
      onZoom: (factor, about) => this.#moved(() => this.#lens.zoom(factor, about)),
      onReset: () => this.#moved(() => this.#lens.reset()),
      onTap: (at) => this.#tap(at),
      onHover: (at) => {
        const seat = at === null ? null : this.#seatAt(at);
        this.#frame.classList.toggle('over-seat', seat !== null);
        this.#names.point(seat);
      },
    });
  }

  #moved(change: () => void): void {
    const before = this.#lens.camera;
    change();
    if (before === this.#lens.camera) return;
    this.#startView = null;
    this.#names.move(this.#lens.camera, this.#lens.size);
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.#settle(), SETTLE_MS);
    this.#wake();
  }

  /* When the hand has come to rest the ground is baked sharp and each name may change sides. */
  #settle(): void {
    this.#settleNames();
    this.#rebake();
  }

  #settleNames(): void {
    this.#names.settle(this.#lens.camera, this.#lens.size);
  }

  #fitHost(): void {
    const size = sizeOf(this.#frame);
    const ratio = pixelRatio();
    const { width, height } = this.#lens.size;
    if (size.width === width && size.height === height && ratio === this.#lens.ratio) return;
    this.#lens.size = size;
    this.#lens.ratio = ratio;
    resizeGame(this.#game.game, size, ratio);
    const shown = this.#shown;
    if (!shown) return;
    const layout = layoutOf(shown.picture, shown.options, size);
    this.#shown = { ...shown, layout };
    this.#lens.fit(layout.box, shown.options, shown.picture.nodes.length);
    this.#startView = null;
    this.#passage = arrived(layout.scene);
    this.#names.update(shown.picture, layout, shown.options, size);
    this.#settle();
  }

  #focus(seat: string | null): void {
    const node = this.#shown?.layout.scene.nodes.find((one) => one.seat === seat);
    if (node) this.#moved(() => this.#lens.reveal(node));
    this.#names.move(this.#lens.camera, this.#lens.size);
  }

  #tap(at: Point): void {
    const seat = this.#seatAt(at);
    if (seat !== null) return this.#events.onSeat(seat);
    const camp = campAt(this.#shown, this.#lens.onSheet(at));
    if (camp !== null) this.#events.onCamp(camp);
  }

  #seatAt(at: Point): string | null {
    const nodes = this.#shown?.layout.scene.nodes ?? [];
    return seatUnderFinger(nodes, this.#lens.onSheet(at), FINGER_PX / this.#lens.camera.scale);
  }
}

const sizeOf = (frame: HTMLElement): Size => ({
  width: Math.max(1, frame.clientWidth),
  height: Math.max(1, frame.clientHeight),
});
