import type { MarkGroup } from './marks.ts';

const SHAPES: Readonly<Record<MarkGroup, string>> = {
  rounds: 'M7 2a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  world: 'M7 1l6 6-6 6-6-6z',
  agreements: 'M2.5 2h9v10h-9zM4.5 7l2 2 3.5-4',
  blocs: 'M5 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM9 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  host: 'M7 1.5l6 11H1z',
  bookmarks: 'M3.5 1h7v12L7 9.8 3.5 13z',
  moments: 'M7 1l1.8 4 4.2.4-3.2 2.8 1 4.3L7 10.2 3.2 12.5l1-4.3L1 5.4 5.2 5z',
};

/** The shape of a group of marks: ring, lozenge, ticked page, two rings, triangle, star, ribbon. */
export function MarkShape({ group, size = 14 }: { readonly group: MarkGroup; readonly size?: number }) {
  return (
    <svg class={`mark-shape is-${group}`} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path d={SHAPES[group]} />
    </svg>
  );
}
