import type { View } from '#shared/session/tableView.ts';
import { DialPanel } from '../../panels/DialPanel.tsx';
import { Gauges } from '../../panels/Gauges.tsx';
import { MapPane } from '../../panels/MapPane.tsx';
import { pick, words } from '../../text/language.ts';

/** The world beside the console: what has happened, the map, the dial, the gauges. */
export function WorldColumn({ view }: { readonly view: View }) {
  const { room } = words.value.host;
  const happened = view.card.events.find(({ id }) => id === view.table.event?.id);
  return (
    <>
      {happened && (
        <section class="happened">
          <h2>{room.event}</h2>
          <b>{pick(happened.title)}</b>
          <p>{pick(happened.text)}</p>
        </section>
      )}
      <section class="world">
        <h2>{room.map}</h2>
        <div class="world-map">
          <MapPane view={view} controls={false} />
        </div>
        <DialPanel view={view} />
        <Gauges view={view} open />
      </section>
    </>
  );
}
