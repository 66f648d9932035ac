import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { DialPanel } from '../../panels/world/DialPanel.tsx';
import { eventWords } from '../../panels/events/eventWords.ts';
import { factorKeys, lastRound } from '../../panels/world/gauges.ts';
import { askWhy, type PlayState } from '../../panels/playState.ts';
import { GaugeList, Gauges } from '../../panels/world/Gauges.tsx';
import { MapPane } from '../../panels/world/MapPane.tsx';
import { SavePicture } from '../../panels/picture/SavePicture.tsx';
import { words } from '../../text/language.ts';

/** The world beside the console: events, the map, the dial, the gauges; every number leads to its causes. */
export function WorldColumn({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { room } = words.value.host;
  const round = lastRound(view);
  const ask = (subject: Subject): void => askWhy(ui, subject, round);
  const look = (seat: string): void => {
    ui.looking.value = ui.looking.value === seat ? null : seat;
  };
  return (
    <>
      <Happened view={view} />
      <section class="world">
        <h2>{room.map}</h2>
        <div class="world-map">
          <MapPane
            view={view}
            controls={false}
            events={{ onSeat: look, onCamp: () => undefined }}
            lit={ui.lit.value}
          />
        </div>
        <DialPanel view={view} onWhy={round > 0 ? ask : undefined} />
        <Gauges view={view} onWhy={round > 0 ? ask : undefined} open />
        <SavePicture view={view} />
        <GaugeList view={view} keys={factorKeys} onWhy={round > 0 ? ask : undefined} />
      </section>
    </>
  );
}

function Happened({ view }: { readonly view: View }) {
  const happened = view.table.events.map((event) => eventWords(view, event));
  if (happened.length === 0) return null;
  return (
    <section class="happened">
      <h2>{words.value.host.room.event}</h2>
      {happened.map(({ title, text, whom }) => (
        <div key={title}>
          <b>{title}</b>
          {text !== null && <p>{text}</p>}
          {whom !== null && <p>{whom}</p>}
        </div>
      ))}
    </section>
  );
}
