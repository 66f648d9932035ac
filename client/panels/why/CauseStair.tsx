import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { subjectKey } from '#shared/model/explain.ts';
import type { Explained } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { StairStep } from '../../charts/StairStep.tsx';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { type CauseLine, causesOf, familyOfReason, sentenceOf, stairOf, stairReach } from './causes.ts';
import { type Asked, type PlayState, showAgreement } from '../playState.ts';
import { agreementsOf, ownIndex, seatAt } from '../lookup.ts';
import { ForceBars } from '../course/ForceBars.tsx';
import { FamilyMark } from '../marks.tsx';
import { canReadTalk, showTalk } from '../showTalk.ts';
import { PayoffLines } from './PayoffLines.tsx';
import { subjectName, whyTitle } from './subjects.ts';
import { useAnswer } from '../useAnswer.ts';
import { WhyFilters } from './WhyFilters.tsx';

interface StairProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly asked: Asked;
  /** There is no map beside it whose states a cause could light. */
  readonly noMap?: boolean;
}

/** One number's change in one round: from, to, and its causes as a waterfall chart that ends at the total. */
export function CauseStair(props: StairProps) {
  const { view, source, ui, asked } = props;
  const { why } = words.value;
  const author = useSignal<number | null>(null);
  const asking = useAnswer<'why'>(
    source,
    { ask: 'why', round: asked.round, subject: subjectKey(asked.subject) },
    String(view.table.trail.direction.length),
  );
  const explanation = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
  const name = subjectName(view, asked.subject);
  const title = explanation ? whyTitle(view, asked.subject, explanation.to - explanation.from) : name;
  useSpokenAnswer(title, explanation);
  return (
    <>
      <button
        type="button"
        class="btn quiet why-back"
        onClick={() => {
          ui.asked.value = null;
          ui.lit.value = [];
        }}
      >
        <span aria-hidden="true">‹ </span>
        {why.back}
      </button>
      <h2>{title}</h2>
      {explanation && <FromTo explanation={explanation} />}
      {isDial(asked) && <ForceBars view={view} round={asked.round} />}
      <WhyFilters view={view} ui={ui} asked={asked} author={author} parts={explanation?.parts ?? []} />
      {explanation && <Causes {...props} explanation={explanation} author={author} />}
      {!explanation && <p class="panel-note">{standing(asking)}</p>}
    </>
  );
}

/** The dial is made of two forces: they stand above its causes. */
function isDial({ subject }: Asked): boolean {
  return subject.kind === 'indicator' && subject.indicator === 'direction';
}

/** The answer stands in another part of the page than the number that was asked about: its first line is said aloud. */
function useSpokenAnswer(title: string, explanation: Explained | null): void {
  useEffect(() => {
    if (explanation === null) return;
    const { why } = words.value;
    const [from, to] = tenthsOf(explanation);
    announce(`${title} ${points(from)} ${why.to} ${points(to)}`);
  }, [title, explanation]);
}

/** Before and after, in tenths. */
function tenthsOf({ from, to }: Explained): readonly [number, number] {
  return [Math.round(from / 1000), Math.round(to / 1000)];
}

function standing(asking: ReturnType<typeof useAnswer<'why'>>): string {
  const { why } = words.value;
  if (asking.state === 'answered' && !asking.answer.ok) return why.refused[asking.answer.refusal];
  return asking.state === 'failed' ? why.failed : why.asking;
}

function FromTo({ explanation }: { readonly explanation: Explained }) {
  const [from, to] = tenthsOf(explanation);
  return (
    <p class="from-to num">
      <b>{points(from)}</b> {words.value.why.to} <b>{points(to)}</b>
      <em>{signedPoints(to - from)}</em>
    </p>
  );
}

interface CausesProps extends StairProps {
  readonly explanation: Explained;
  readonly author: Signal<number | null>;
}

function Causes({ view, source, ui, asked, explanation, author, noMap = false }: CausesProps) {
  const { why } = words.value;
  const parts = explanation.parts.filter((part) => author.value === null || part.author === author.value);
  const causes = causesOf(parts);
  const stair = stairOf(explanation, causes, 12);
  if (causes.length === 0) return <p class="panel-note">{why.nothing}</p>;
  const reach = stairReach(stair.lines, stair.smaller);
  const isScore = asked.subject.kind === 'seat' && asked.subject.quantity === 'score';
  const total = stair.up - stair.down;
  return (
    <>
      {isScore && author.value === null && <PayoffLines causes={causes} total={total} />}
      <ol class="causes">
        {stair.lines.map((line) => (
          <CauseRow
            key={`${line.reason}-${line.bloc}-${line.event}`}
            view={view}
            ui={ui}
            line={line}
            sentence={sentenceOf(view, line, explanation.events, asked.subject)}
            reach={reach}
            noMap={noMap}
          />
        ))}
        {stair.smaller && (
          <li class="cause is-small">
            <span />
            <span>{why.smaller(stair.smaller.count)}</span>
            <b class="num">{signedPoints(stair.smaller.tenths)}</b>
            <StairStep start={stair.smaller.start} step={stair.smaller.tenths} reach={reach} />
          </li>
        )}
      </ol>
      <CauseSum up={stair.up} down={stair.down} />
      <Reckoning view={view} explanation={explanation} />
      <BetweenThem view={view} source={source} ui={ui} asked={asked} />
      <ToMap ui={ui} />
    </>
  );
}

/** Where the number lies between two states: the ways to what they said to each other and to what they promised. */
function BetweenThem({ view, source, ui, asked: { subject } }: StairProps) {
  const { why } = words.value;
  const pair =
    subject.kind === 'trust'
      ? [subject.of, subject.in]
      : subject.kind === 'pair'
        ? [subject.a, subject.b]
        : [];
  const [a, b] = pair;
  if (a === undefined || b === undefined) return null;
  const promised = agreementsOf(view).findLast(({ parties }) => parties.includes(a) && parties.includes(b));
  return (
    <p class="why-onward">
      {canReadTalk(view, source, a, b) && (
        <button type="button" class="btn" onClick={() => showTalk(view, ui, a, b)}>
          {why.theirTalk}
        </button>
      )}
      {promised === undefined ? (
        <span class="panel-note">{why.noPromises}</span>
      ) : (
        <button type="button" class="btn" onClick={() => showAgreement(ui, promised.id)}>
          {why.theirPromises}
        </button>
      )}
    </p>
  );
}

/** How the parts were found, and what stands among them without its cause. */
function Reckoning({ view, explanation }: Pick<CausesProps, 'view' | 'explanation'>) {
  const { why, sight } = words.value;
  const isHidden = explanation.parts.some(({ reason }) => reason === 'undisclosed');
  return (
    <>
      <p class="panel-note">{explanation.method === 'exact' ? why.exact : why.leaveOneOut}</p>
      {view.table.trust.length === 0 && isHidden && <p class="panel-note">{sight.why}</p>}
    </>
  );
}

function CauseSum({ up, down }: { readonly up: number; readonly down: number }) {
  const { why } = words.value;
  return (
    <p class="cause-sum">
      <span>{why.total}</span>
      <span class="num">{why.totalSplit(points(up), points(down))}</span>
      <b class="num">{signedPoints(up - down)}</b>
    </p>
  );
}

/** On a phone the highlighted states are a tab away. */
function ToMap({ ui }: { readonly ui: PlayState }) {
  if (ui.lit.value.length === 0) return null;
  const show = (): void => {
    ui.tab.value = 'map';
  };
  return (
    <button type="button" class="btn to-map" onClick={show}>
      {words.value.why.showsOnMap}
    </button>
  );
}

interface RowProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly line: CauseLine;
  readonly sentence: string;
  readonly reach: readonly [number, number];
  readonly noMap: boolean;
}

function CauseRow({ view, ui, line, sentence, reach, noMap }: RowProps) {
  const family = familyOfReason(line.reason);
  const seats = lightOf(view, line);
  const isLit = seats.length > 0 && seats.join() === ui.lit.value.join();
  return (
    <li>
      <button
        type="button"
        class="cause"
        aria-pressed={isLit}
        disabled={seats.length === 0 || noMap}
        onClick={() => {
          ui.lit.value = isLit ? [] : seats;
        }}
      >
        {family ? <FamilyMark family={family} size={16} /> : <span />}
        <span>{sentence}</span>
        <b class="num">{signedPoints(line.tenths)}</b>
        <StairStep start={line.start} step={line.tenths} reach={reach} />
      </button>
    </li>
  );
}

/** The states behind a cause: its authors, or the members of its bloc. */
function lightOf(view: View, line: CauseLine): readonly string[] {
  if (line.authors.length > 0) return line.authors.map((author) => seatAt(view, author));
  const bloc = view.table.blocs.find((candidate) => candidate.id === line.bloc);
  if (bloc) return bloc.members.map((member) => seatAt(view, member));
  const own = ownIndex(view);
  return line.reason === 'cost' || line.reason === 'rent' ? [seatAt(view, own)].filter(Boolean) : [];
}
