import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { type PersonSheet, personSheets } from '#shared/export/sheets.ts';
import { parseLog } from '#shared/log/parse.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { RadioRow } from '../../components/RadioRow.tsx';
import { useKinds } from '../../panels/course/useKinds.ts';
import { useAnswer } from '../../panels/useAnswer.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { words } from '../../text/language.ts';
import { ClassPage } from './ClassPage.tsx';
import { PersonPage } from './PersonPage.tsx';
import { sheetWords } from './sheetWords.ts';
import '../../styles/kit.css';
import '../../styles/sheets.css';

interface Props {
  readonly source: RecordedSource;
  readonly close: () => void;
  /** What lies ahead was hidden in the replay, and the end lay ahead. */
  readonly isEndHidden: boolean;
}

/** Whose sheets are shown: everybody's, the class's alone, or one person's. */
type Whose = 'all' | 'class' | { readonly person: string };

/** Sheets to read and to print: one for the class and one a person, by pseudonym unless names are chosen. [decision 0093] */
export function SheetsPages({ source, close, isEndHidden }: Props) {
  const speech = sheetWords();
  const names = useSignal(false);
  const whose = useSignal<Whose>('all');
  const view = useOpenEnd(source);
  const people = useMemo(() => sheetsOf(source.text, names.value), [source, names.value]);
  const whyNone = view === null ? null : whyNoSheets(view, people, isEndHidden);
  const areThere = view !== null && whyNone === null;
  return (
    <div class="kit sheets">
      <header class="kit-tools no-print">
        <button type="button" class="btn" onClick={close}>
          {speech.back}
        </button>
        {areThere && (
          <Choices people={people ?? []} names={names} choose={(chosen) => (whose.value = chosen)} />
        )}
        <LanguageSwitch />
        {areThere && (
          <button type="button" class="btn primary" onClick={() => print()}>
            {speech.print}
          </button>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <h1 class="visually-hidden">{speech.title}</h1>
        {whyNone !== null && <p role={people === null ? 'alert' : 'status'}>{whyNone}</p>}
        {areThere && <Papers view={view} source={source} people={people ?? []} whose={whose.value} />}
      </main>
    </div>
  );
}

/** The view of the end as everybody sees it; the replay finds its own place and eyes again afterwards. */
function useOpenEnd(source: RecordedSource): View | null {
  useLayoutEffect(() => {
    const [position, viewer] = [source.position.peek(), source.viewer.peek()];
    source.viewer.value = { kind: 'observer' };
    source.position.value = source.length;
    return () => {
      source.viewer.value = viewer;
      source.position.value = position;
    };
  }, [source]);
  const isThere = source.position.value === source.length && source.viewer.value.kind === 'observer';
  return isThere ? source.view.value : null;
}

/** Why there are no sheets to print; null if there are. */
function whyNoSheets(view: View, people: readonly PersonSheet[] | null, isEndHidden: boolean): string | null {
  const speech = sheetWords();
  if (isEndHidden) return speech.endHidden;
  if (people === null) return speech.failed;
  const { ending } = view.table;
  return ending === null || ending.because === 'cancelled' || lastRound(view) === 0 ? speech.notYet : null;
}

/** The sheets of the people; null if the record cannot be told. */
function sheetsOf(text: string, names: boolean): readonly PersonSheet[] | null {
  const log = parseLog(text);
  return log.ok ? personSheets(log.value, { names }) : null;
}

interface ChoicesProps extends WhoseProps {
  readonly names: Signal<boolean>;
}

/** By which names people stand on the sheets, and whose sheets are shown. */
function Choices({ people, names, choose }: ChoicesProps) {
  const { exports } = words.value;
  return (
    <>
      <RadioRow
        label={sheetWords().people}
        options={[
          [false, exports.pseudonyms],
          [true, exports.names],
        ]}
        chosen={names.value}
        choose={(chosen) => (names.value = chosen)}
      />
      <WhoseChoice people={people} choose={choose} />
    </>
  );
}

interface WhoseProps {
  readonly people: readonly PersonSheet[];
  readonly choose: (whose: Whose) => void;
}

function WhoseChoice({ people, choose }: WhoseProps) {
  const speech = sheetWords();
  return (
    <label class="sheet-whose">
      {speech.show}{' '}
      <select
        class="input"
        onChange={({ currentTarget: { value } }) =>
          choose(value === 'all' || value === 'class' ? value : { person: value })
        }
      >
        <option value="all">{speech.all}</option>
        <option value="class">{speech.classOnly}</option>
        {people.map(({ who: { person, name } }) => (
          <option key={person} value={person}>
            {name === null ? person : `${person} · ${name}`}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PapersProps extends Pick<Props, 'source'> {
  readonly view: View;
  readonly people: readonly PersonSheet[];
  readonly whose: Whose;
}

function Papers({ view, source, people, whose }: PapersProps) {
  const speech = sheetWords();
  const asking = useAnswer<'paid'>(source, { ask: 'paid' }, 'end');
  const kinds = useKinds(view, source);
  const { ending } = view.table;
  if (ending === null || asking.state !== 'answered' || kinds === null)
    return <p role="status">{speech.opening}</p>;
  if (!asking.answer.ok) return <p role="status">{speech.notYet}</p>;
  const shared = { view, paid: asking.answer.answer, badges: kinds.badges };
  const shown = people.filter(
    ({ who }) => whose === 'all' || (typeof whose === 'object' && whose.person === who.person),
  );
  return (
    <>
      {typeof whose !== 'object' && <ClassPage {...shared} ending={ending} people={people.length} />}
      {shown.map((sheet) => (
        <PersonPage key={sheet.who.person} {...shared} sheet={sheet} />
      ))}
    </>
  );
}
