import type { View } from '#shared/session/views/tableView.ts';
import { pick, words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { indexOf, shared, trustIn } from '../lookup.ts';
import { NumberRow } from '../world/NumberRow.tsx';

interface Props {
  readonly view: View;
  readonly ui: PlayState;
  readonly seat: string;
}

/** The trust of each other state in this one, in the fixed order of the seats; nothing if this viewer may not read it. */
export function TrustIn({ view, ui, seat }: Props) {
  const { state } = words.value.play;
  const index = indexOf(view, seat);
  const others = view.card.seats.flatMap(({ id, name }, other) => {
    const value = other === index ? null : trustIn(view, other, index);
    return value === null ? [] : [{ id, name: pick(name), value }];
  });
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{view.own?.seat === seat ? state.whoTrusts : state.whoTrustsIt}</h3>
      {others.map(({ id, name, value }) => (
        <NumberRow
          key={id}
          view={view}
          ui={ui}
          name={name}
          value={value}
          subject={{ kind: 'trust', of: id, in: seat }}
        />
      ))}
    </section>
  );
}

/** The links of a state, in the fixed order of the seats, for viewers without a seat. */
export function LinksOf({ view, ui, seat }: Props) {
  const index = indexOf(view, seat);
  return (
    <section>
      <h3>{words.value.play.state.links}</h3>
      {view.card.seats.map(({ id, name }, other) =>
        other === index ? null : (
          <NumberRow
            key={id}
            view={view}
            ui={ui}
            name={pick(name)}
            value={shared(view, view.table.link, index, other)}
            subject={{ kind: 'pair', quantity: 'link', a: seat, b: id }}
          />
        ),
      )}
    </section>
  );
}
