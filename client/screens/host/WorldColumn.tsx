import type { View } from '#shared/session/views/tableView.ts';
import { DialPanel } from '../../panels/world/DialPanel.tsx';
import { eventWords } from '../../panels/events/eventWords.ts';
import { Gauges } from '../../panels/world/Gauges.tsx';
import { MapPane } from '../../panels/world/MapPane.tsx';
import { words } from '../../text/language.ts';

/** The world beside the console: what has happened, the map, the dial, the gauges. */
export function WorldColumn({ view }: { readonly view: View }) {
  const { room } = words.value.host;
  const happened = view.table.events.map((event) => eventWords(view, event));
  return (
    <>
      {happened.length > 0 && (
        <section class="happened">
          <h2>{room.event}</h2>
          {happened.map(({ title, text, whom }) => (
            <div key={title}>
              <b>{title}</b>
              {text !== null && <p>{text}</p>}
              {whom !== null && <p>{whom}</p>}
            </div>
          ))}
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
