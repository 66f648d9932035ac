import type { Point } from './curve.ts';

/** The requests of fingers, mouse and wheel to the map; places in CSS pixels from the top left of the frame. */
interface GestureEvents {
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, about: Point) => void;
  readonly onReset: () => void;
  readonly onTap: (at: Point) => void;
  readonly onHover: (at: Point | null) => void;
}

const TAP_SLACK = 7;
const DOUBLE_TAP_SLACK = 28;
const DOUBLE_TAP_MS = 320;

/**
 * Listens for pan, pinch, wheel, tap and double tap on the common wrapper of canvas and names, so that a finger on a name can
 * still pinch. Returns the way to stop listening.
 */
export function listenForGestures(frame: HTMLElement, events: GestureEvents): () => void {
  const gestures = new Gestures(frame, events);
  const stop = new AbortController();
  const { signal } = stop;
  frame.addEventListener('pointerdown', (event) => gestures.begin(event), { signal });
  frame.addEventListener('pointermove', (event) => gestures.move(event), { signal });
  frame.addEventListener('pointerup', (event) => gestures.end(event), { signal });
  frame.addEventListener('pointercancel', (event) => gestures.end(event), { signal });
  frame.addEventListener('pointerleave', () => events.onHover(null), { signal });
  frame.addEventListener('click', (event) => gestures.click(event), { signal, capture: true });
  frame.addEventListener('wheel', (event) => gestures.wheel(event), { signal, passive: false });
  return () => stop.abort();
}

class Gestures {
  readonly #frame: HTMLElement;
  readonly #events: GestureEvents;
  readonly #down = new Map<number, Point>();
  #hasMoved = false;
  #start: Point = { x: 0, y: 0 };
  #lastTap: (Point & { readonly time: number }) | null = null;

  constructor(frame: HTMLElement, events: GestureEvents) {
    this.#frame = frame;
    this.#events = events;
  }

  begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = this.#placeOf(event);
    if (this.#down.size === 0) {
      this.#hasMoved = false;
      this.#start = at;
    }
    this.#down.set(event.pointerId, at);
  }

  move(event: PointerEvent): void {
    const at = this.#placeOf(event);
    const before = this.#down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') this.#events.onHover(at);
      return;
    }
    if (!this.#hasMoved && this.#down.size === 1 && near(at, this.#start, TAP_SLACK)) return;
    if (!this.#hasMoved) for (const id of this.#down.keys()) this.#frame.setPointerCapture(id);
    this.#hasMoved = true;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, at);
    if (other) this.#pinch(before, at, other);
    else this.#events.onPan(at.x - before.x, at.y - before.y);
  }

  end(event: PointerEvent): void {
    const wasDown = this.#down.delete(event.pointerId);
    if (!wasDown || this.#hasMoved || event.type === 'pointercancel' || this.#down.size > 0) return;
    const at = this.#placeOf(event);
    const last = this.#lastTap;
    const isSoon = last !== null && event.timeStamp - last.time < DOUBLE_TAP_MS;
    const isSecond = isSoon && near(at, last, DOUBLE_TAP_SLACK);
    this.#lastTap = isSecond ? null : { ...at, time: event.timeStamp };
    const isOnName = event.target instanceof Element && event.target.closest('button') !== null;
    if (isSecond) this.#events.onReset();
    else if (!isOnName) this.#events.onTap(at);
  }

  /* A name that was dragged or pinched was not pressed; a key press (detail 0) always counts. */
  click(event: MouseEvent): void {
    if (!this.#hasMoved || event.detail === 0) return;
    event.stopPropagation();
    event.preventDefault();
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    this.#events.onZoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), this.#placeOf(event));
  }

  #pinch(before: Point, at: Point, other: Point): void {
    const old = Math.hypot(before.x - other.x, before.y - other.y) || 1;
    const now = Math.hypot(at.x - other.x, at.y - other.y);
    this.#events.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
    this.#events.onZoom(now / old, { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
  }

  #placeOf(event: MouseEvent): Point {
    const box = this.#frame.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

const near = (a: Point, b: Point, slack: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) < slack;
