/** A progress bar on the terminal with rate and time left; silent without a terminal. */
export interface Progress {
  /** Announces more games than were known. */
  readonly expect: (games: number) => void;
  readonly add: (games: number) => void;
  readonly stop: () => void;
}

const BAR = 24;
const REDRAW_MS = 200;

/** Starts counting games on a terminal such as `process.stderr`. */
export function showProgress(terminal: NodeJS.WriteStream = process.stderr): Progress {
  const isWatched = terminal.isTTY;
  const began = performance.now();
  let drawn = 0;
  let total = 0;
  let done = 0;
  const draw = (): void => {
    drawn = performance.now();
    terminal.write(`\r${lineOf(done, total, (drawn - began) / 1000)}\u001B[K`);
  };
  return {
    expect: (games) => {
      total += games;
    },
    add: (games) => {
      done += games;
      if (isWatched && performance.now() - drawn > REDRAW_MS) draw();
    },
    stop: () => {
      if (isWatched && done > 0) terminal.write('\r\u001B[K');
    },
  };
}

/** The text of a progress bar after this many seconds. */
export function lineOf(done: number, total: number, seconds: number): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  const bar = `${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}`;
  const rate = done / Math.max(seconds, 0.001);
  const left = done === 0 ? '' : `, ${clock((total - done) / rate)} left`;
  return `${bar} ${done} of ${total} games, ${rate.toFixed(0)}/s${left}`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The speed of play in one sentence: by wall clock, by worker and by second of processor time. */
export function rateSentence(
  games: number,
  seconds: number,
  workers: number,
  processorSeconds: number,
): string {
  const byClock = games / Math.max(seconds, 0.001);
  const core = games / Math.max(processorSeconds, 0.001);
  return `${games} games in ${seconds.toFixed(1)} s: ${byClock.toFixed(1)} games/s with ${workers} worker${workers === 1 ? '' : 's'}, ${core.toFixed(1)} games/s/core of processor time.`;
}
