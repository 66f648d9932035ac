import type { Family } from '#shared/model/actions.ts';
import '../styles/marks.css';

/** The mark of a family, which its shape identifies without its colour: disc, double ring, dashed lozenge; hold is an open dash. */
export function FamilyMark({ family, size = 18 }: { readonly family: Family; readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {family === 'cooperate' && <circle class="mark-coop" cx="10" cy="10" r="7" />}
      {family === 'blocs' && (
        <>
          <circle class="mark-bloc" cx="10" cy="10" r="7.2" />
          <circle class="mark-bloc-core" cx="10" cy="10" r="2.6" />
        </>
      )}
      {family === 'securitize' && <path class="mark-sec" d="M10 1.6L18.4 10L10 18.4L1.6 10Z" />}
      {family === 'none' && <path class="mark-none" d="M4 10H16" />}
    </svg>
  );
}

const RAYS =
  'M10 .8v2M10 17.2v2M.8 10h2M17.2 10h2M3.5 3.5l1.4 1.4M15.1 15.1l1.4 1.4M3.5 16.5l1.4-1.4M15.1 4.9l1.4-1.4';

interface LampProps {
  readonly state: 'off' | 'near' | 'lit';
  readonly size?: number;
}

/** A lamp of the predicament: an empty ring, half full, or full with rays. */
export function LampMark({ state, size = 18 }: LampProps) {
  const isLit = state === 'lit';
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle class={isLit ? 'mark-lamp is-lit' : 'mark-lamp'} cx="10" cy="10" r="5.4" />
      {state === 'near' && <path class="mark-lamp-half" d="M10 15.4A5.4 5.4 0 0 1 10 4.6Z" />}
      {isLit && <path class="mark-lamp" d={RAYS} />}
    </svg>
  );
}

/** Lines of fog: the mark of fragmentation. */
export function FogMark({ size = 18 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path class="mark-fog" d="M2 5h9M14 5h4M2 10h4M9 10h9M2 15h11M16 15h2" />
    </svg>
  );
}

const TAB_PATHS = {
  course: 'M3 12h6c4 0 5-7 11-7m-4-2 4 2-2 4M9 12c4 0 5 7 11 7m-2-4 2 4-4 2',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  orders: 'M7 3.5h10a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM9 9h6M9 13h6',
  agreements: 'M8 3.5h8v4H8zM6 5.5H4.5v15h15v-15H18M8.5 14l2.5 2.5 5-5.5',
  talk: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.5h5',
  why: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17M9.6 9.6c.2-3 5-2.8 4.8 0-.1 1.8-2.4 2-2.4 4M12 16.6v.2',
  brief: 'M6 3.5h9l4 4V20.5H6zM9 12h7M9 16h5M15 3.5v4h4',
  reveal:
    'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5',
  event: 'M12 3l9 16H3zM12 9v5M12 16.5v.2',
  index: 'M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11',
  analysis: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  ending: 'M5 21V4M5 4.5c4-2 8 2 14 0v9c-6 2-10-2-14 0',
} as const;
/** A tab with an icon. */
export type TabIcon = keyof typeof TAB_PATHS;

/** The icon of a tab. */
export function TabMark({ icon }: { readonly icon: TabIcon }) {
  return (
    <svg class="tab-mark" width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
      <path d={TAB_PATHS[icon]} />
    </svg>
  );
}
