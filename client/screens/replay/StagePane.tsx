import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import type { MapArc } from '../../map/mapPicture.ts';
import { CoursePicture } from '../../panels/course/CoursePicture.tsx';
import { colourOf, targetsOf } from '../../panels/lookup.ts';
import { WhyBelow } from '../../panels/why/WhyBelow.tsx';
import { DialPanel } from '../../panels/world/DialPanel.tsx';
import { Gauges } from '../../panels/world/Gauges.tsx';
import { MapPane } from '../../panels/world/MapPane.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

/** The map or the course, as chosen above it. */
export function StagePane({ view, isPlaying }: { readonly view: View; readonly isPlaying: boolean }) {
  const shown = useSignal<'map' | 'course'>('map');
  const { picture } = words.value.course;
  return (
    <>
      <div class="stage-tabs no-print" role="group" aria-label={picture.title}>
        {(['map', 'course'] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="btn"
            aria-pressed={shown.value === one}
            onClick={() => {
              shown.value = one;
            }}
          >
            {picture.tab[one]}
          </button>
        ))}
      </div>
      {shown.value === 'map' ? (
        <MapPane view={view} arcs={arcsOf(view)} durationMs={isPlaying ? 900 : 500} />
      ) : (
        <CoursePicture view={view} />
      )}
    </>
  );
}

interface NowProps {
  readonly view: View;
  readonly source: ViewSource;
}

/** Dial, marks, lamps and gauges at this place of the tape; the causes of the number that was asked about stand below. */
export function WorldNow({ view, source }: NowProps) {
  return (
    <WhyBelow view={view} source={source}>
      {(ask) => (
        <>
          <DialPanel view={view} onWhy={ask} />
          <Gauges view={view} onWhy={ask} open />
        </>
      )}
    </WhyBelow>
  );
}

/** While a round's orders lie open, the map shows at whom they were aimed. */
function arcsOf({ table, card }: View): readonly MapArc[] {
  if (table.reveal === null || (table.phase !== 'reveal' && table.phase !== 'review')) return [];
  return table.reveal.orders.flatMap((order, index) => {
    const family = colourOf(order.action);
    const from = card.seats[index]?.id;
    if (family === null || from === undefined) return [];
    return targetsOf(order).map((to) => ({ from, to, family }));
  });
}
