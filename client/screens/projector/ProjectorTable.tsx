import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { SteppedBack } from '../../components/SteppedBack.tsx';
import { CoursePicture } from '../../panels/course/CoursePicture.tsx';
import { arcsOf, litBy } from '../../panels/world/arcs.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { MapPane } from '../../panels/world/MapPane.tsx';
import { useBefore } from '../../panels/world/useBefore.ts';
import { disclosed, type Reveal, turnedBy, turnOf, useReveal } from '../../panels/reveal/useReveal.ts';
import type { Presence, ViewSource } from '../../source/viewSource.ts';
import { Instruments } from './Instruments.tsx';
import { MapLegend } from './MapLegend.tsx';
import { ProjectorFoot } from './ProjectorFoot.tsx';
import { ProjectorHead } from './ProjectorHead.tsx';
import { ProjectorLobby } from './ProjectorLobby.tsx';
import { ProjectorPages } from './ProjectorPages.tsx';
import type { WallChoice } from './useWallPage.ts';
import { whyPage } from './wallChoices.ts';

interface TableProps {
  readonly view: View;
  readonly presence: Presence | null;
  readonly source: ViewSource;
  /** The code by which newcomers join; null where nobody does. */
  readonly door: string | null;
  /** The picture is frozen, including a running reveal. */
  readonly isFrozen: boolean;
  /** What is beside the map. */
  readonly wall: WallChoice;
  /** The course is to stand in the place of the map. */
  readonly isCourse: boolean;
  /** In a led replay: the states to which the host points. A reveal stands at its end there. */
  readonly pointed?: readonly string[];
}

/**
 * The session on the projector, from the lobby to the end. The map keeps its place throughout; one column beside it contains the
 * clock, the instruments and everything to read, and a line beneath both says how to join and who has sealed.
 */
export function ProjectorTable(props: TableProps) {
  const { view, presence, source, door, isFrozen, wall, pointed } = props;
  const reveal = useReveal(view, useBefore(view), isFrozen, pointed !== undefined);
  const shown = disclosed(view, reveal);
  const isRevealing = view.table.phase === 'reveal' && reveal.step !== 'done';
  const isLobby = view.table.phase === 'lobby';
  return (
    <>
      <ProjectorHead view={view} presence={presence} isLed={pointed !== undefined} />
      <main id="main" tabIndex={-1}>
        {props.isCourse && !isLobby && !isRevealing ? (
          <CoursePicture view={view} onWhy={whyOn(view, wall)} onWall />
        ) : (
          <ProjectorMap
            view={view}
            shown={shown}
            reveal={reveal}
            isRevealing={isRevealing}
            wall={wall}
            pointed={pointed ?? []}
          />
        )}
      </main>
      <aside class={!isLobby && !isRevealing && wall.page.show !== 'auto' ? 'has-page' : undefined}>
        {isLobby && door !== null ? (
          <ProjectorLobby view={view} code={door} isStill={isFrozen} />
        ) : isLobby ? (
          <Instruments view={shown} isTurning={false} />
        ) : (
          <Reading {...props} shown={shown} reveal={reveal} isRevealing={isRevealing} />
        )}
      </aside>
      <ProjectorFoot view={view} code={door} />
      <SteppedBack view={view} isLive={source.status.value !== 'recorded'} onWall />
    </>
  );
}

/** Puts the causes of a number on the wall; there are no answers before the first round is resolved. */
function whyOn(view: View, wall: WallChoice): ((subject: Subject) => void) | undefined {
  const round = lastRound(view);
  if (round === 0) return undefined;
  return (subject) => wall.choose(whyPage(subject, round) ?? wall.page);
}

type ReadingProps = Omit<TableProps, 'presence' | 'door' | 'isCourse' | 'pointed'> &
  Omit<MapProps, 'wall' | 'pointed'>;

/** The column beside the map: the instruments and what there is to read. */
function Reading({ view, source, isFrozen, wall, shown, reveal, isRevealing }: ReadingProps) {
  return (
    <>
      <Instruments
        view={shown}
        isTurning={isRevealing && reveal.step === 'dial'}
        onWhy={isRevealing ? undefined : whyOn(view, wall)}
      />
      <ProjectorPages
        view={view}
        source={source}
        reveal={reveal}
        isRevealing={isRevealing}
        isStill={isFrozen}
        wall={wall}
      />
    </>
  );
}

interface MapProps {
  readonly view: View;
  readonly shown: View;
  readonly reveal: Reveal;
  readonly isRevealing: boolean;
  readonly wall: WallChoice;
  readonly pointed: readonly string[];
}

/**
 * The current map: in the lobby it lights taken states, in a reveal the states whose cards are turned. A click on a state opens
 * its page.
 */
function ProjectorMap({ view, shown, reveal, isRevealing, wall, pointed }: MapProps) {
  const turn = isRevealing ? turnOf(reveal) : null;
  const { page } = wall;
  const own = page.show === 'state' && !isRevealing ? [page.seat] : [];
  const chosen = pointed.length > 0 ? pointed : own;
  const taken = view.table.seats.filter((seat) => seat.delegates.length > 0).map((seat) => seat.id);
  return (
    <>
      <MapPane
        view={shown}
        controls={false}
        lit={turn ? litBy(view, turn) : view.table.phase === 'lobby' ? taken : chosen}
        events={{ onSeat: (seat) => wall.choose({ show: 'state', seat }), onCamp: () => undefined }}
        arcs={isRevealing ? arcsOf(view, turnedBy(reveal)) : []}
        durationMs={isRevealing ? 2600 : 1200}
      />
      <MapLegend />
    </>
  );
}
