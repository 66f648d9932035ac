import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Term } from '../../components/Term.tsx';
import { labelled, list, words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { LampMark } from '../marks.tsx';
import { lastRound } from './gauges.ts';
import { type Lamp, type LampTest, lampsOf, litCount, roundsLit } from './lamps.ts';
import '../../styles/play-gauges.css';

type Ask = ((subject: Subject) => void) | undefined;

interface LampsProps {
  readonly view: View;
  /** Makes every number a way to its causes, once a round has been played. */
  readonly onWhy?: Ask;
}

/** The four marks of the predicament beside a dial: the lamps at a glance, one tap away what each needs, how it went and why. */
export function FourLamps({ view, onWhy }: LampsProps) {
  const { lamps: speech } = words.value.course;
  const lamps = lampsOf(view);
  return (
    <details class="lamps">
      <summary>
        <span class="lamp-row" aria-hidden="true">
          {lamps.map(({ key, state }) => (
            <LampMark key={key} state={state} />
          ))}
        </span>
        <span>{speech.summary(litCount(lamps))}</span>
      </summary>
      <LampList view={view} onWhy={onWhy} />
    </details>
  );
}

/** The four lamps on the wall: a lamp and a word each, the word a way to its causes. */
export function LampsOnWall({ view, onWhy }: LampsProps) {
  const { lamps: speech } = words.value.course;
  return (
    <ul class="lamps-short" aria-label={speech.title}>
      {lampsOf(view).map((lamp) => (
        <li key={lamp.key} data-state={lamp.state}>
          <LampMark state={lamp.state} />
          <ShortName lamp={lamp} onWhy={lastRound(view) > 0 ? onWhy : undefined} />
        </li>
      ))}
    </ul>
  );
}

function ShortName({ lamp, onWhy }: { readonly lamp: Lamp; readonly onWhy: Ask }) {
  const { lamps: speech } = words.value.course;
  const name = (
    <>
      {speech.short[lamp.key]}
      <span class="visually-hidden">: {speech.states[lamp.state]}</span>
    </>
  );
  if (!onWhy) return <span>{name}</span>;
  const { gauge } = lamp.tests[0];
  return (
    <button
      type="button"
      title={labelled(speech.names[lamp.key], speech.states[lamp.state])}
      onClick={() => onWhy({ kind: 'indicator', indicator: gauge })}
    >
      {name}
    </button>
  );
}

/** The four lamps one below the other, each with its threshold, its history and the way to its causes. */
export function LampList({ view, onWhy }: LampsProps) {
  const { lamps: speech } = words.value.course;
  const { need, dial } = view.card.predicament;
  return (
    <div class="lamp-list">
      <ul aria-label={speech.title}>
        {lampsOf(view).map((lamp) => (
          <li key={lamp.key} data-state={lamp.state}>
            <LampMark state={lamp.state} />
            <p>
              <Term id={termOfLamp[lamp.key]}>{speech.names[lamp.key]}</Term>{' '}
              <b>{speech.states[lamp.state]}</b>
            </p>
            <Tests lamp={lamp} onWhy={lastRound(view) > 0 ? onWhy : undefined} />
            <History lamp={lamp} />
          </li>
        ))}
      </ul>
      <p class="panel-note">{speech.rule(need, wholePoints(dial))}</p>
    </div>
  );
}

const termOfLamp = {
  division: 'fullDivision',
  camps: 'opposedCamps',
  trust: 'brokenTrust',
  risk: 'soaringRisk',
} as const;

function Tests({ lamp, onWhy }: { readonly lamp: Lamp; readonly onWhy: Ask }) {
  return (
    <p class="lamp-tests num">
      {lamp.tests.map((test, index) => (
        <span key={test.gauge}>
          {index > 0 && ` ${words.value.course.lamps.or} `}
          <Test test={test} onWhy={onWhy} />
        </span>
      ))}
    </p>
  );
}

function Test({ test, onWhy }: { readonly test: LampTest; readonly onWhy: Ask }) {
  const { course, play } = words.value;
  const name = play.gauges[test.gauge];
  const [value, from] = [wholePoints(test.value), wholePoints(test.from)];
  const need = test.isDownwards ? course.lamps.downTo(from) : course.lamps.upTo(from);
  if (!onWhy)
    return (
      <>
        {name} <b>{value}</b> {need}
      </>
    );
  const title = play.gauges.why(name);
  return (
    <button
      type="button"
      class="mark-why"
      title={title}
      onClick={() => onWhy({ kind: 'indicator', indicator: test.gauge })}
    >
      {name} <b>{value}</b> {need}
      <span class="visually-hidden">, {title}</span>
    </button>
  );
}

/** A small lamp for each round for the eye, the rounds in words for the ear. */
function History({ lamp }: { readonly lamp: Lamp }) {
  const { lamps: speech } = words.value.course;
  const rounds = roundsLit(lamp);
  if (lamp.history.length < 2) return null;
  const spoken =
    rounds.length === 0
      ? speech.never
      : speech.litAfter(list(rounds.map((round) => (round === 0 ? speech.opening : String(round)))));
  return (
    <p class="lamp-history">
      <span aria-hidden="true">
        {lamp.history.map((state, round) => (
          <LampMark key={round} state={state} size={13} />
        ))}
      </span>
      <span>{spoken}</span>
    </p>
  );
}
