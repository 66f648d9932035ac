import { useEffect, useMemo } from 'preact/hooks';
import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import { CancelledPage } from '../../components/CancelledPage.tsx';
import { ConnectionLine } from '../../components/ConnectionLine.tsx';
import { useSessionLanguage } from '../../components/useSessionLanguage.ts';
import { Logo } from '../../components/Logo.tsx';
import { hostPassOf } from '../../net/tokens.ts';
import { openSource } from '../../source/live.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { ProjectorDebrief } from '../debrief/ProjectorDebrief.tsx';
import { LedWall } from './LedWall.tsx';
import { ProjectorControls } from './ProjectorControls.tsx';
import { ProjectorTable } from './ProjectorTable.tsx';
import { useWallCentre } from '../../panels/useWallCentre.ts';
import { type WallChoice, useWallPage } from './useWallPage.ts';
import { useDoorCode } from './useDoorCode.ts';
import { type CurtainControl, useCurtain } from './useCurtain.ts';
import '../../styles/projector.css';
import '../../styles/wall-pages.css';
import { pathTo } from '../../net/ownAddress.ts';

/**
 * The screen for the whole class. It joins as a watcher, or with the pass of the host who opened it; both receive only what is
 * public, so it cannot show a secret by mistake.
 */
export function ProjectorScreen({ code }: { readonly code: string }) {
  const source = useMemo(() => openSource(code, hostPassOf(code)), [code]);
  useEffect(() => () => source.close(), [source]);
  useSessionLanguage(source.view.value?.card.languages);
  const curtain = useCurtain(source);
  const wall = useWallPage(source.view.value, source);
  const centre = useWallCentre(source);
  const { projector } = words.value;
  const { view, presence } = curtain.shown.value;
  const led = presence?.lead ?? null;
  const step = led === null ? (view?.table.debrief?.step ?? null) : null;
  const status = source.status.value;
  if (status === 'gone') return <Gone />;
  if (view?.table.ending?.because === 'cancelled') return <CancelledPage />;
  return (
    <div class="projector" data-phase={view?.table.phase ?? 'opening'}>
      <ConnectionLine status={status} />
      <Picture
        code={code}
        source={source}
        shown={curtain.shown.value}
        step={step}
        isFrozen={curtain.isFrozen.value}
        wall={wall}
        isCourse={centre.centre === 'course'}
      />
      {curtain.isFrozen.value && <p class="projector-frozen">{projector.frozen}</p>}
      {curtain.isBlank.value && (
        <button type="button" class="projector-blank" onClick={curtain.blank} aria-label={projector.show} />
      )}
      <ProjectorControls
        curtain={curtain}
        view={step === null && led === null ? view : null}
        wall={wall}
        centre={centre}
      />
    </div>
  );
}

interface PictureProps {
  readonly code: string;
  readonly source: ViewSource;
  readonly shown: CurtainControl['shown']['value'];
  readonly step: DebriefStep | null;
  readonly isFrozen: boolean;
  readonly wall: WallChoice;
  readonly isCourse: boolean;
}

/** The picture under the curtain: the replay that the host leads, the debrief's step, or the table. */
function Picture({ code, source, shown, step, isFrozen, wall, isCourse }: PictureProps) {
  const { view, presence } = shown;
  const door = useDoorCode(code);
  const led = presence?.lead ?? null;
  if (view === null) return <Opening text={words.value.projector.opening} />;
  if (led !== null) return <LedWall code={code} place={led} isFrozen={isFrozen} />;
  if (step !== null) return <ProjectorDebrief view={view} source={source} step={step} isStill={isFrozen} />;
  return (
    <ProjectorTable
      view={view}
      presence={presence}
      source={source}
      door={door}
      isFrozen={isFrozen}
      wall={wall}
      isCourse={isCourse}
    />
  );
}

function Gone() {
  const { play, shell } = words.value;
  return (
    <PlainPage title={play.waiting.gone} text={play.waiting.goneNote}>
      <a class="btn" href={pathTo('/')}>
        {shell.toHome}
      </a>
    </PlainPage>
  );
}

function Opening({ text }: { readonly text: string }) {
  return (
    <main id="main" class="projector-opening" tabIndex={-1} aria-live="polite">
      <Logo size={96} />
      <p>{text}</p>
    </main>
  );
}
