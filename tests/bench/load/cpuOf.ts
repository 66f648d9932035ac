import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel's times, ms; 100 a second on every usual Linux. */
const TICK_MS = 10;

/** CPU of a process and its children so far, those that have ended included, ms. Needs Linux. */
export function cpuOf(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.parent === pid);
  const own = statOf(`${pid}`);
  const living = children.reduce((sum, child) => sum + (statOf(child)?.ownTicks ?? 0), 0);
  return ((own?.ownTicks ?? 0) + (own?.endedTicks ?? 0) + living) * TICK_MS;
}

interface Stat {
  readonly parent: number;
  readonly ownTicks: number;
  /** Of children that have ended. */
  readonly endedTicks: number;
}

function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may contain spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (index: number): number => Number(fields[index]);
    return { parent: at(1), ownTicks: at(11) + at(12), endedTicks: at(13) + at(14) };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
