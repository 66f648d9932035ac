import type { View } from '#shared/session/views/tableView.ts';
import { Dashes } from '../../components/Dashes.tsx';
import { Logo } from '../../components/Logo.tsx';
import { Qr } from '../../components/Qr.tsx';
import { useJoinAddress } from '../../components/useJoinAddress.ts';
import { arcsOf, litBy } from '../../panels/world/arcs.ts';
import { DialPanel } from '../../panels/world/DialPanel.tsx';
import { Gauges } from '../../panels/world/Gauges.tsx';
import { CommonRules } from '../../panels/world/CommonRules.tsx';
import { MapPane } from '../../panels/world/MapPane.tsx';
import { useBefore } from '../../panels/world/useBefore.ts';
import { disclosed, type Reveal, turnedBy, turnOf, useReveal } from '../../panels/reveal/useReveal.ts';
import type { Presence } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { PhaseClock } from '../play/PhaseClock.tsx';
import { spokenCode } from '../shell/joinCode.ts';
import { MapLegend } from './MapLegend.tsx';
import { ProjectorFoot } from './ProjectorFoot.tsx';

interface TableProps {
  readonly view: View;
  readonly presence: Presence | null;
  readonly code: string;
  /** The picture stands still, a running reveal with it. */
  readonly isFrozen: boolean;
}

/** The running session on the wall: clock and phase, the map, the dial with the gauges, and beneath it what is going on now. */
export function ProjectorTable({ view, presence, code, isFrozen }: TableProps) {
  const reveal = useReveal(view, useBefore(view), isFrozen);
  const shown = disclosed(view, reveal);
  const isRevealing = view.table.phase === 'reveal' && reveal.step !== 'done';
  const isTurning = isRevealing && reveal.step === 'dial';
  const bets = view.table.reveal?.bets ?? [];
  return (
    <>
      <ProjectorHead view={view} presence={presence} />
      <main id="main" tabIndex={-1}>
        <ProjectorMap view={view} shown={shown} reveal={reveal} isRevealing={isRevealing} />
        <MapLegend />
        <ProjectorFoot view={view} reveal={reveal} isRevealing={isRevealing} />
      </main>
      <aside>
        <DialPanel
          view={shown}
          before={isTurning ? view.table.trail.direction.at(-2) : undefined}
          bets={isRevealing && bets.some((count) => count > 0) ? bets : undefined}
          bare
        />
        <Gauges view={shown} open>
          <CommonRules view={shown} />
        </Gauges>
        {view.table.phase !== 'ended' && <JoinCorner code={code} />}
      </aside>
    </>
  );
}

function ProjectorHead({ view, presence }: Pick<TableProps, 'view' | 'presence'>) {
  const { play, projector, shell } = words.value;
  const { table, card } = view;
  const now = table.phase === 'decision' ? projector.choosing : play.phases[table.phase].now;
  return (
    <header>
      <span class="brand">
        <Logo size={34} />
        {shell.name}
      </span>
      {table.phase !== 'ended' && (
        <>
          <Dashes at={table.round} of={card.plan.rounds} />
          <h1 class="num">{play.round(table.round, card.plan.rounds)}</h1>
        </>
      )}
      <p>{table.paused ? play.paused : now}</p>
      <PhaseClock presence={presence} paused={table.paused} />
    </header>
  );
}

interface MapProps {
  readonly view: View;
  readonly shown: View;
  readonly reveal: Reveal;
  readonly isRevealing: boolean;
}

function ProjectorMap({ view, shown, reveal, isRevealing }: MapProps) {
  const turn = isRevealing ? turnOf(reveal) : null;
  return (
    <MapPane
      view={shown}
      controls={false}
      lit={turn ? litBy(view, turn) : []}
      arcs={isRevealing ? arcsOf(view, turnedBy(reveal)) : []}
      durationMs={isRevealing ? 2600 : 1200}
    />
  );
}

/** The way in for latecomers, small, in every phase. */
function JoinCorner({ code }: { readonly code: string }) {
  const { projector } = words.value;
  const { url, where } = useJoinAddress(code);
  return (
    <section class="join-corner">
      <Qr url={url} label={projector.qr(url)} />
      <p>
        {projector.joinAt(where)}
        <b class="num">{spokenCode(code)}</b>
      </p>
    </section>
  );
}
