import type { Bloc } from './world.ts';

/** Whether two blocs are the same one in two courses of the world: of one kind and side, and of one field if they share technology. */
export function isSameCircle(a: Bloc, b: Bloc): boolean {
  if (a.kind !== b.kind || a.side !== b.side) return false;
  return a.kind === 'exclusive' || (b.kind === 'functional' && a.field === b.field);
}
