import type { ObjectiveView, OwnView, View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { seatNames } from '../lookup.ts';
import '../../styles/objectives.css';

interface ListProps {
  readonly view: View;
  readonly objectives: OwnView['objectives'];
  /** Their state before the round, to show its changes; null if this device did not see it. */
  readonly before?: OwnView['objectives'] | null;
  /** Omits the sentences that explain what is required. */
  readonly brief?: boolean;
}

/** The two objectives of a seat as a checklist: the requirement, the progress, and whether it is met. */
export function ObjectiveList({ view, objectives, before, brief }: ListProps) {
  return (
    <ul class="objectives">
      {objectives.map((objective, index) => (
        <Objective
          key={objective.id}
          view={view}
          objective={objective}
          before={before?.[index]}
          brief={brief ?? false}
        />
      ))}
    </ul>
  );
}

interface ObjectiveProps {
  readonly view: View;
  readonly objective: ObjectiveView;
  readonly before: ObjectiveView | undefined;
  readonly brief: boolean;
}

function Objective({ view, objective, before, brief }: ObjectiveProps) {
  const { objectives: speech, play } = words.value;
  const { id, done, reached } = objective;
  const earlier = before?.id === id ? before.reached : null;
  const change = reached === null || earlier === null ? 0 : reached - earlier;
  return (
    <li class={done ? 'is-done' : ''}>
      <ObjectiveMark done={done} />
      <strong>{play.objectives[id].name}</strong>
      <em>{stateOf(view, objective)}</em>
      {!brief && <span class="objective-line">{play.objectives[id].line}</span>}
      <Bar objective={objective} />
      <span class="objective-reading num">
        {objectiveReading(objective)}
        {missingOf(objective)}
        {change !== 0 && <b>{speech.change(changeOf(id, change))}</b>}
      </span>
      <Note view={view} objective={objective} />
    </li>
  );
}

/** A circle that is filled and ticked once an objective is met. */
export function ObjectiveMark({ done }: { readonly done: boolean }) {
  return (
    <svg
      class={done ? 'objective-mark is-done' : 'objective-mark'}
      width="22"
      height="22"
      viewBox="0 0 22 22"
      aria-hidden="true"
    >
      <circle cx="11" cy="11" r="9.2" />
      {done && <path d="M6.6 11.4l3 3 5.8-6.4" />}
    </svg>
  );
}

function Bar({ objective }: { readonly objective: ObjectiveView }) {
  const { reached, goal, barred } = objective;
  const share = Math.max(0, Math.min(1, (reached ?? 0) / goal));
  return (
    <div class={barred ? 'objective-bar is-barred' : 'objective-bar'} aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** Whose numbers count, and what prevents it. */
function Note({ view, objective }: { readonly view: View; readonly objective: ObjectiveView }) {
  const { objectives: speech } = words.value;
  const { id, about, barred, reached } = objective;
  if (reached === null) return <small>{words.value.sight.objective}</small>;
  const others = about.length === 0 ? '' : speech.about[id](seatNames(view, about));
  const bar = barred ? barOf(objective) : '';
  if (others === '' && bar === '') return null;
  return (
    <small>
      {others} {bar}
    </small>
  );
}

function barOf({ id }: ObjectiveView): string {
  const { barred } = words.value.objectives;
  return id === 'non-aligned' || id === 'camp-leader' ? barred[id] : '';
}

function stateOf({ table }: View, { done }: ObjectiveView): string {
  const { objectives: speech } = words.value;
  if (done) return speech.reached;
  return table.phase === 'ended' ? speech.missed : speech.open;
}

/** The missing amount, if it is a measured number. */
export function missingOf({ id, reached, goal, done }: ObjectiveView): string {
  if (reached === null || done || id === 'rule-maker' || reached >= goal) return '';
  return ` · ${words.value.objectives.missing(points(goal - reached))}`;
}

/** *42.0 of 45.0* in the words of the objective; deeds are whole numbers. */
export function objectiveReading({ id, reached, goal }: ObjectiveView): string {
  if (reached === null) return words.value.sight.untilEnd;
  const { readings } = words.value.objectives;
  return id === 'rule-maker'
    ? readings[id](`${reached / 10}`, `${goal / 10}`)
    : readings[id](points(reached), points(goal));
}

function changeOf(id: ObjectiveView['id'], change: number): string {
  return id === 'rule-maker' ? `+${change / 10}` : signedPoints(change);
}
