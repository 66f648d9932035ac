/** How large a window is: a laptop of the host, a phone, a projector. WebKitGTK makes no window narrower than 447. */
export const engineSizes = {
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  projector: { width: 1920, height: 1080 },
} as const;

/** A size that a window can have. */
export type EngineSize = keyof typeof engineSizes;

/** A window of a browser engine: what a test needs of it, whatever protocol drives it. */
export interface EngineWindow {
  goTo(address: string): Promise<void>;
  /** Runs a function in the page, which sees nothing from outside itself, and gives back what it returns, as JSON carries it. */
  evaluate<Answer>(work: (given: string) => Answer, given?: string): Promise<Answer>;
  /** Runs a script in the page, as a library is loaded. */
  load(script: string): Promise<void>;
  /** Moves the pointer to a point of the page and presses its main button. */
  pointerDown(x: number, y: number): Promise<void>;
  pointerUp(): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key by its name, such as `ArrowRight`. */
  key(name: EngineKey): Promise<void>;
  picture(): Promise<Uint8Array>;
  /** Errors that the page reported, where the protocol tells of them. */
  readonly complaints: readonly string[];
}

/** Keys that the tests press by name. */
export type EngineKey = 'ArrowRight' | 'Home' | 'Enter' | 'Escape';

/** A browser engine that runs; every window of it stands for a device of its own. */
export interface Engine {
  open(size: EngineSize): Promise<EngineWindow>;
  close(): Promise<void>;
}

/** The script that runs a function in the page: protocols differ in what they carry back, all carry a text. */
export function scriptOf(work: (given: string) => unknown, given: string): string {
  return `JSON.stringify((${String(work)})(${JSON.stringify(given)})) ?? 'null'`;
}
