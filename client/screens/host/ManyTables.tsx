import { MOST_TABLES, placings, TABLE_SIZES } from '#shared/wire/gatherings.ts';
import { RadioRow } from '../../components/RadioRow.tsx';
import { words } from '../../text/language.ts';
import { TreatmentChoice } from './TreatmentChoice.tsx';
import { type ManyTablesForm, namesIn, tableCountOf } from './useManyTables.ts';

/** One table, or an event of many: how people get to a table, how many sit there, how many tables. */
export function ManyTables({ form }: { readonly form: ManyTablesForm }) {
  const { open } = words.value.manyTables;
  const { isMany } = form.wish.value;
  return (
    <>
      <RadioRow
        label={open.how}
        options={[
          [false, open.one],
          [true, open.many],
        ]}
        chosen={isMany}
        choose={(next) => form.change({ isMany: next })}
      />
      {isMany && <EventChoices form={form} />}
    </>
  );
}

function EventChoices({ form }: { readonly form: ManyTablesForm }) {
  const { open } = words.value.manyTables;
  const { placing } = form.wish.value;
  return (
    <div class="many-tables">
      <p class="note">{open.note}</p>
      <label class="field">
        <span>{open.placing}</span>
        <select
          class="input"
          value={placing}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            form.change({ placing: placings.find((one) => one === typed) ?? placing });
          }}
        >
          {placings.map((one) => (
            <option key={one} value={one}>
              {open.placings[one]}
            </option>
          ))}
        </select>
        <small>{`${open.placingNotes[placing]} ${open.late}`}</small>
      </label>
      {placing === 'list' && <NameList form={form} />}
      <div class="table-counts">
        {placing === 'fill' && <SizeChoice form={form} />}
        <CountChoice form={form} />
      </div>
      <TreatmentChoice form={form} />
    </div>
  );
}

function NameList({ form }: { readonly form: ManyTablesForm }) {
  const { open } = words.value.manyTables;
  const { names } = form.wish.value;
  const lines = namesIn(names);
  return (
    <label class="field">
      <span>{open.names}</span>
      <textarea
        class="input"
        rows={6}
        value={names}
        onInput={(event) => form.change({ names: event.currentTarget.value })}
      />
      <small>{open.namesNote(lines.flat().length, lines.length)}</small>
    </label>
  );
}

function SizeChoice({ form }: { readonly form: ManyTablesForm }) {
  const [least, most] = TABLE_SIZES;
  return (
    <label class="field">
      <span>{words.value.manyTables.open.size}</span>
      <select
        class="input"
        value={form.wish.value.size}
        onChange={(event) => form.change({ size: Number(event.currentTarget.value) })}
      >
        {Array.from({ length: most - least + 1 }, (_, index) => least + index).map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}

function CountChoice({ form }: { readonly form: ManyTablesForm }) {
  const { open } = words.value.manyTables;
  const isFilled = form.wish.value.placing === 'fill';
  return (
    <label class="field">
      <span>{open.count}</span>
      <select
        class="input"
        value={tableCountOf(form.wish.value) ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          form.change({ tables: value === '' ? null : Number(value) });
        }}
      >
        {isFilled && <option value="">{open.asNeeded}</option>}
        {Array.from({ length: MOST_TABLES }, (_, index) => index + 1).map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}
