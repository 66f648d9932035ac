import type { Field } from '#shared/model/world.ts';
import type { BlocView, View } from '#shared/session/views/tableView.ts';
import { list, pick, words } from '../../text/language.ts';
import type { PlayState, OrderInHand } from '../playState.ts';
import { fieldsToLink } from './orderInHand.ts';
import { blocName, blocsOf, seatAt, seatName } from '../lookup.ts';

interface PickerProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly draft: OrderInHand;
}

/** The bloc, side or subject of a card, if it needs one. */
export function BlocPicker(props: PickerProps) {
  switch (props.draft.action) {
    case 'join-functional':
      return <GroupChoice {...props} />;
    case 'join-exclusive':
      return <CampChoice {...props} />;
    case 'leave':
      return <LeaveChoice {...props} />;
    case 'bridge':
      return <LinkChoice {...props} />;
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
    case 'build-force':
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return null;
  }
}

interface Option {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly isOn: boolean;
  readonly choose: Partial<OrderInHand>;
}

function Choice({
  legend,
  options,
  ui,
  draft,
}: Omit<PickerProps, 'view'> & { readonly legend: string; readonly options: readonly Option[] }) {
  return (
    <fieldset class="targets">
      <legend>{legend}</legend>
      <div class="targets-list">
        {options.map((option) => (
          <button
            key={option.key}
            type="button"
            class={option.note ? 'chip has-note' : 'chip'}
            aria-pressed={option.isOn}
            onClick={() => {
              ui.draft.value = { ...draft, ...option.choose };
            }}
          >
            {option.label}
            {option.note && <small>{option.note}</small>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const fields: readonly Field[] = [0, 1, 2];

function GroupChoice({ view, ui, draft }: PickerProps) {
  const { orders } = words.value;
  const groups = view.table.blocs.filter((bloc) => bloc.kind === 'functional' && bloc.field === draft.field);
  return (
    <>
      <Choice
        ui={ui}
        draft={draft}
        legend={orders.targets.field}
        options={fields.map((field) => ({
          key: String(field),
          label: pick(view.card.fields[field]),
          isOn: draft.field === field,
          choose: { field, bloc: null },
        }))}
      />
      {groups.length > 0 && (
        <Choice
          ui={ui}
          draft={draft}
          legend={orders.targets.group}
          options={[
            {
              key: 'own',
              label: orders.ownSide,
              note: orders.ownSideFounds,
              isOn: draft.bloc === null,
              choose: { bloc: null },
            },
            ...groups.map((bloc) => blocOption(view, bloc, draft, blocName(view, bloc))),
          ]}
        />
      )}
    </>
  );
}

function CampChoice({ view, ui, draft }: PickerProps) {
  const { orders } = words.value;
  const camps = view.table.blocs.filter((bloc) => bloc.kind === 'exclusive');
  const mine = view.own ? blocsOf(view, view.own.seat).map((bloc) => bloc.id) : [];
  if (camps.length === 0) return null;
  return (
    <Choice
      ui={ui}
      draft={draft}
      legend={orders.targets.camp}
      options={[
        { key: 'own', label: orders.ownCamp, isOn: draft.bloc === null, choose: { bloc: null } },
        ...camps.map((bloc) => {
          const name = blocName(view, bloc);
          return blocOption(
            view,
            bloc,
            draft,
            mine.includes(bloc.id) ? orders.deepen(name) : orders.joinCamp(name),
          );
        }),
      ]}
    />
  );
}

function LeaveChoice({ view, ui, draft }: PickerProps) {
  const mine = view.own ? blocsOf(view, view.own.seat) : [];
  return (
    <Choice
      ui={ui}
      draft={draft}
      legend={words.value.orders.targets.leave}
      options={mine.map((bloc) => blocOption(view, bloc, draft, blocName(view, bloc)))}
    />
  );
}

/** A bridge may also link the rulebooks of two groups on one subject. */
function LinkChoice({ view, ui, draft }: PickerProps) {
  const { orders } = words.value;
  const open = fieldsToLink(view);
  if (open.length === 0) return null;
  return (
    <Choice
      ui={ui}
      draft={draft}
      legend={orders.coordinate}
      options={[
        { key: 'none', label: orders.noCoordinate, isOn: draft.field === null, choose: { field: null } },
        ...open.map((field) => ({
          key: String(field),
          label: pick(view.card.fields[field]),
          isOn: draft.field === field,
          choose: { field },
        })),
      ]}
    />
  );
}

function blocOption(view: View, bloc: BlocView, draft: OrderInHand, label: string): Option {
  const { orders } = words.value;
  const names = bloc.members.map((member) => seatName(view, seatAt(view, member)));
  return {
    key: String(bloc.id),
    label,
    note: names.length > 0 ? orders.members(list(names)) : orders.noMembers,
    isOn: draft.bloc === bloc.id,
    choose: { bloc: bloc.id },
  };
}
