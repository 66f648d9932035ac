import type { ComponentChildren } from 'preact';
import type { Subject } from '#shared/model/explain.ts';
import { fragmentationPaths } from '#shared/model/layers.ts';
import { type SecurityMeasure, symptoms, type TrendRound } from '#shared/session/findings/kinds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Spark } from '../../charts/Spark.tsx';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { Fold } from '../Fold.tsx';
import type { PlayState } from '../playState.ts';
import { blocName, seatAt, seatNames } from '../lookup.ts';
import '../../styles/course.css';

type Place = 'panel' | 'debrief' | 'wall';
type Ask = ((subject: Subject) => void) | undefined;

interface KindsProps {
  readonly view: View;
  readonly trends: readonly TrendRound[];
  readonly onWhy?: Ask;
  /**
   * In a panel each trend opens by itself; in the debrief all lie open, and only the title of the step stands above them; on the wall
   * nothing opens or closes.
   */
  readonly place?: Place;
  /** Keeps what was opened in a panel when the panel returns. */
  readonly ui?: PlayState | undefined;
}

/** The three trends, each opened into its kinds. */
export function TrendKinds({ view, trends, onWhy, place = 'panel', ui }: KindsProps) {
  const title = place === 'debrief' ? 'h2' : 'h4';
  return (
    <div class="kinds">
      <Kind name="blocs" place={place} ui={ui}>
        <BlocKinds trends={trends} onWhy={onWhy} />
      </Kind>
      <Kind name="security" place={place} ui={ui}>
        <Measures view={view} trends={trends} />
      </Kind>
      <Kind name="fragments" place={place} ui={ui}>
        <Fragments trends={trends} onWhy={onWhy} title={title} />
        <Rulebooks view={view} title={title} />
      </Kind>
    </div>
  );
}

interface KindProps extends Required<Pick<KindsProps, 'place'>>, Pick<KindsProps, 'ui'> {
  readonly name: 'blocs' | 'security' | 'fragments';
  readonly children: ComponentChildren;
}

function Kind({ name, place, ui, children }: KindProps) {
  const title = words.value.course.kinds[name];
  if (place === 'wall')
    return (
      <section class="kind">
        <h3>{title}</h3>
        {children}
      </section>
    );
  if (ui)
    return (
      <Fold ui={ui} name={`kinds ${name}`} class="kind">
        <summary>{title}</summary>
        {children}
      </Fold>
    );
  return (
    <details class="kind" open={place === 'debrief'}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

type PartProps = Pick<KindsProps, 'trends' | 'onWhy'>;

interface TitleProps {
  /** The level of headings: under the title of a step, or in the panel. */
  readonly title: 'h2' | 'h4';
}

function BlocKinds({ trends, onWhy }: PartProps) {
  const { kinds } = words.value.course;
  const subject: Subject = { kind: 'indicator', indicator: 'blocIndex' };
  return (
    <ul>
      {(['functional', 'purposive'] as const).map((kind) => (
        <Row
          key={kind}
          name={kinds[kind]}
          history={trends.map((trend) => trend[kind])}
          shown={String(trends.at(-1)?.[kind] ?? 0)}
          subject={subject}
          onWhy={onWhy}
        />
      ))}
    </ul>
  );
}

function Measures({ view, trends }: Pick<KindsProps, 'view' | 'trends'>) {
  const { kinds } = words.value.course;
  const of = (trend: TrendRound | undefined, kind: SecurityMeasure['kind']): readonly SecurityMeasure[] =>
    trend?.measures.filter((measure) => measure.kind === kind) ?? [];
  return (
    <>
      <ul>
        {(['moderate', 'pan'] as const).map((kind) => {
          const now = of(trends.at(-1), kind);
          const all = trends.reduce((sum, trend) => sum + of(trend, kind).length, 0);
          const states =
            now.length === 0 ? kinds.noMeasures : seatNames(view, [...new Set(now.map(({ seat }) => seat))]);
          return (
            <li key={kind}>
              <div class="kind-row">
                <span>{kinds[kind]}</span>
                <Spark values={trends.map((trend) => of(trend, kind).length * 30)} />
                <b class="num">{now.length}</b>
              </div>
              <p class="panel-note">
                {kinds.usedBy(states)} · <span class="num">{kinds.total(all)}</span>
              </p>
            </li>
          );
        })}
      </ul>
      <p class="panel-note">{kinds.line}</p>
    </>
  );
}

function Fragments({ trends, onWhy, title: Title }: PartProps & TitleProps) {
  const { kinds } = words.value.course;
  const tenths = (micro: number): number => Math.round(micro / 1000);
  return (
    <>
      <Title class="part-title">{kinds.paths}</Title>
      <ul>
        {fragmentationPaths.map((path) => (
          <Row
            key={path}
            name={kinds[path]}
            history={trends.map(({ paths }) => tenths(paths[path]))}
            shown={points(tenths(trends.at(-1)?.paths[path] ?? 0))}
            subject={{ kind: 'path', path }}
            onWhy={onWhy}
          />
        ))}
      </ul>
      <Title class="part-title">{kinds.symptoms}</Title>
      <ul>
        {symptoms.map((symptom) => (
          <Row
            key={symptom}
            name={kinds[symptom]}
            history={trends.map((trend) => tenths(trend.symptoms[symptom]))}
            shown={points(tenths(trends.at(-1)?.symptoms[symptom] ?? 0))}
            subject={{ kind: 'indicator', indicator: symptom }}
            onWhy={onWhy}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly history: readonly number[];
  readonly shown: string;
  readonly subject: Subject;
  readonly onWhy: Ask;
}

function Row({ name, history, shown, subject, onWhy }: RowProps) {
  const inside = (
    <>
      <span>{name}</span>
      {history.length > 1 ? <Spark values={history} /> : <span />}
      <b class="num">{shown}</b>
    </>
  );
  if (!onWhy)
    return (
      <li>
        <div class="kind-row">{inside}</div>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        class="kind-row"
        title={words.value.play.gauges.why(name)}
        onClick={() => onWhy(subject)}
      >
        {inside}
      </button>
    </li>
  );
}

/** The rulebooks of groups, and who is in which. */
function Rulebooks({ view, title: Title }: Pick<KindsProps, 'view'> & TitleProps) {
  const { kinds } = words.value.course;
  const groups = view.table.blocs.filter(({ kind, members }) => kind === 'functional' && members.length > 1);
  return (
    <>
      <Title class="part-title">{kinds.rulebooks}</Title>
      {groups.length === 0 && <p class="panel-note">{kinds.noRulebooks}</p>}
      <ul class="rulebooks">
        {groups.map((bloc) => (
          <li key={bloc.id}>
            <b>{blocName(view, bloc)}</b>
            {bloc.coordinated && ` · ${kinds.coordinated}`}
            <p>
              {seatNames(
                view,
                bloc.members.map((member) => seatAt(view, member)),
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
