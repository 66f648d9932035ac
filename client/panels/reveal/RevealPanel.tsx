import type { View } from '#shared/session/views/tableView.ts';
import { Dial } from '../../charts/Dial.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { dialState } from '../world/dialState.ts';
import { DialMove } from './DialMove.tsx';
import { headlinesOf } from './headlines.ts';
import { ObjectiveList } from '../brief/ObjectiveList.tsx';
import { OwnEffect } from './OwnEffect.tsx';
import { RevealPromises } from './RevealPromises.tsx';
import { RevealCards } from './RevealCards.tsx';
import { hasReached, type Reveal } from './useReveal.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import '../../styles/play-reveal.css';

interface RevealProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly reveal: Reveal;
}

/** The reveal beside the map: bets, cards counted and turned, the dial, three headlines, and the effects on the own state. */
export function RevealPanel({ view, source, reveal }: RevealProps) {
  const { step } = reveal;
  const speech = words.value.play.reveal;
  const isPhone = useMedia(PHONE);
  if (!view.table.reveal) return null;
  const isDone = step === 'done';
  return (
    <div class="reveal" data-step={step}>
      <header>
        <h2>{speech.title(view.table.reveal.round)}</h2>
        <button type="button" class="btn quiet" onClick={isDone ? reveal.again : reveal.skip}>
          {isDone ? speech.again : speech.skip}
        </button>
      </header>
      <Progress reveal={reveal} />
      {step === 'bets' && <Bets view={view} />}
      {step === 'promises' && <RevealPromises view={view} source={source} inFull={false} />}
      {isPhone && step === 'dial' && <RevealDial view={view} />}
      {hasReached(step, 'dial') && <Headlines view={view} reveal={reveal} />}
      {isDone && view.own && <OwnEffect view={view} source={source} />}
      {isDone && <RevealPromises view={view} source={source} inFull />}
      {isDone && <OwnObjectives view={view} reveal={reveal} />}
      {hasReached(step, 'count') && <RevealCards view={view} source={source} step={step} />}
    </div>
  );
}

function Progress({ reveal }: { readonly reveal: Reveal }) {
  const speech = words.value.play.reveal;
  const { step, steps } = reveal;
  if (step === 'done') return null;
  const index = steps.indexOf(step);
  return (
    <div class="reveal-progress">
      <ol aria-hidden="true">
        {steps.slice(0, -1).map((station, place) => (
          <li key={station} class={place < index ? 'is-past' : place === index ? 'is-now' : ''} />
        ))}
      </ol>
      <strong>{speech.steps[step]}</strong>
      <span class="visually-hidden">{speech.progress(index + 1, steps.length - 1)}</span>
    </div>
  );
}

function Bets({ view }: { readonly view: View }) {
  const { reveal: speech, dial } = words.value.play;
  const bets = view.table.reveal?.bets ?? [];
  return (
    <ul class="reveal-bets">
      {bets.map((count, band) => (
        <li key={band} class={count > 0 ? '' : 'is-none'}>
          <span>{dial.bands[band]}</span>
          <i style={{ width: `${count * 12}px` }} aria-hidden="true" />
          <b class="num">{speech.bets(count)}</b>
        </li>
      ))}
    </ul>
  );
}

function RevealDial({ view }: { readonly view: View }) {
  const trail = view.table.trail.direction;
  return <Dial trail={trail} state={dialState(view)} before={trail.at(-2)} />;
}

function Headlines({ view, reveal }: { readonly view: View; readonly reveal: Reveal }) {
  return (
    <section class="headlines">
      <DialMove view={view} />
      <ol>
        {headlinesOf(reveal.before, view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}

/** The own checklist with the changes of the round. */
function OwnObjectives({ view, reveal }: { readonly view: View; readonly reveal: Reveal }) {
  const own = view.own?.objectives;
  if (!own) return null;
  return (
    <section class="objectives-after">
      <h3>{words.value.objectives.afterRound}</h3>
      <ObjectiveList view={view} objectives={own} before={reveal.before?.own?.objectives ?? null} brief />
    </section>
  );
}
