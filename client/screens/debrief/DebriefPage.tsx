import type { View } from '#shared/session/views/tableView.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Logo } from '../../components/Logo.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { StepBody } from './StepBody.tsx';
import { type DebriefWalk, useDebrief } from './useDebrief.ts';
import '../../styles/debrief.css';

interface PageProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly close: () => void;
  /** Goes to the charts of the session; null where there are none. */
  readonly analyse: (() => void) | null;
}

/** The debrief on a person's own device: one step per page, following the host, with a way back to earlier steps. */
export function DebriefPage({ view, source, close, analyse }: PageProps) {
  const { debrief } = words.value;
  const walk = useDebrief(view, source);
  const { step } = walk;
  const main = useRef<HTMLElement>(null);
  // Before the page is painted: a button that has just been disabled has already lost the focus.
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <div class="debrief-page">
      <header>
        <Logo size={24} />
        <span class="name">{debrief.title}</span>
        {step !== null && <Progress walk={walk} />}
        <span class="corner">
          <ThemeSwitch />
          <LanguageSwitch />
          <button type="button" class="btn quiet" onClick={close}>
            {debrief.close}
          </button>
        </span>
      </header>
      <main id="main" ref={main} tabIndex={0}>
        {step === null ? (
          <p class="debrief-soon" role="status">
            {debrief.soon}
          </p>
        ) : (
          <StepBody key={step} step={step} view={view} source={source} />
        )}
      </main>
      {step !== null && <Ways walk={walk} close={close} analyse={analyse} />}
    </div>
  );
}

function Progress({ walk: { all, step, open, go } }: { readonly walk: DebriefWalk }) {
  const { debrief } = words.value;
  const place = step === null ? 0 : all.indexOf(step) + 1;
  return (
    <nav class="debrief-path" aria-label={debrief.path}>
      <span class="num">{debrief.progress(place, all.length)}</span>
      <ol>
        {all.map((one) => (
          <li key={one}>
            <button
              type="button"
              disabled={!open.includes(one)}
              aria-current={one === step ? 'step' : undefined}
              title={debrief.steps[one].name}
              onClick={() => go(one)}
            >
              <span class="visually-hidden">{debrief.steps[one].name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface WaysProps extends Pick<PageProps, 'close' | 'analyse'> {
  readonly walk: DebriefWalk;
}

function Ways({ walk, close, analyse }: WaysProps) {
  const { debrief } = words.value;
  const { step, open, all, go } = walk;
  const place = step === null ? -1 : open.indexOf(step);
  const [before, after] = [open[place - 1], open[place + 1]];
  const isLast = step === all.at(-1);
  return (
    <footer>
      {walk.problem !== null && <p role="alert">{walk.problem}</p>}
      {walk.hostAt !== null && (
        <button type="button" class="btn primary" onClick={walk.follow}>
          {debrief.follow}
          <span class="visually-hidden"> {debrief.hostAt(debrief.steps[walk.hostAt].name)}</span>
        </button>
      )}
      <button type="button" class="btn" disabled={!before} onClick={() => before && go(before)}>
        {debrief.previous}
      </button>
      {isLast && analyse !== null && (
        <button type="button" class="btn" onClick={analyse}>
          {words.value.replay.analysis.open}
        </button>
      )}
      {isLast ? (
        <button type="button" class="btn primary" onClick={close}>
          {debrief.finish}
        </button>
      ) : (
        <button
          type="button"
          class={walk.hostAt === null ? 'btn primary' : 'btn'}
          disabled={!after}
          onClick={() => after && go(after)}
        >
          {debrief.next}
        </button>
      )}
    </footer>
  );
}
