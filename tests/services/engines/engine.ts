/** The size of a window: the host's laptop, a phone, a projector. WebKitGTK makes no window narrower than 447. */
export const engineSizes = {
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  projector: { width: 1920, height: 1080 },
} as const;

/** A size that a window can have. */
export type EngineSize = keyof typeof engineSizes;

/** A window of a browser engine: what a test needs of it, whatever the protocol. */
export interface EngineWindow {
  goTo(address: string): Promise<void>;
  /** Runs a function in the page, which uses nothing from outside itself, and returns its result as JSON. */
  evaluate<Answer>(work: (given: string) => Answer, given?: string): Promise<Answer>;
  /** Runs a script in the page, as loading a library does. */
  load(script: string): Promise<void>;
  /** Moves the pointer to a point of the page and presses its main button. */
  pointerDown(x: number, y: number): Promise<void>;
  pointerUp(): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  /** Presses a key by its name, such as `ArrowRight`. */
  key(name: EngineKey): Promise<void>;
  picture(): Promise<Uint8Array>;
  /** Errors that the page reported, if the protocol delivers them. */
  readonly complaints: readonly string[];
}

/** Keys that the tests press by name. */
export type EngineKey = 'ArrowRight' | 'Home' | 'Enter' | 'Escape';

/** A running browser engine; every window of it acts as a device of its own. */
export interface Engine {
  open(size: EngineSize): Promise<EngineWindow>;
  close(): Promise<void>;
}

/** The script that runs a function in the page: protocols differ in the types they return, but all return text. */
export function scriptOf(work: (given: string) => unknown, given: string): string {
  return `JSON.stringify((${String(work)})(${JSON.stringify(given)})) ?? 'null'`;
}
