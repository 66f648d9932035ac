import { subjectKey } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { AUTO_PAGE, type WallPage, wallPageText } from '#shared/wire/wallPage.ts';
import type { PlayState, Tab } from '../../panels/playState.ts';
import { pageName } from '../../panels/why/pageName.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly tab: Tab;
}

/** Puts what the host looks at on the wall beside the map, and names what is there. */
export function ShowOnWall({ view, source, ui, tab }: Props) {
  const { wall } = words.value.projector;
  const now = source.presence.value?.wall ?? AUTO_PAGE;
  const here = pageHere(view, ui, tab);
  const isHere = here !== null && wallPageText(here) === wallPageText(now);
  return (
    <div class="show-on-wall">
      {here !== null && !isHere && (
        <button type="button" class="btn" onClick={() => void source.show(here)}>
          {wall.put}
        </button>
      )}
      {now.show !== 'auto' && (
        <button type="button" class="btn" onClick={() => void source.show(AUTO_PAGE)}>
          {wall.back}
        </button>
      )}
      <p class="note" role="status">
        {isHere ? wall.isShown : now.show === 'auto' ? '' : wall.one(pageName(view, now))}
      </p>
      {tab === 'brief' && view.table.phase !== 'ended' && <p class="note">{wall.closed}</p>}
    </div>
  );
}

/** The open tab as a page of the wall; null for a tab that the wall cannot show. */
function pageHere(view: View, ui: PlayState, tab: Tab): WallPage | null {
  const [asked, seat] = [ui.asked.value, ui.looking.value];
  if (tab === 'why') {
    if (asked === null || !isOpenToAll(view, asked.subject)) return null;
    return { show: 'why', subject: subjectKey(asked.subject), round: asked.round };
  }
  if (tab === 'map' && seat !== null) return { show: 'state', seat };
  if (tab === 'talk' || tab === 'agreements') return { show: tab };
  return tab === 'brief' && view.table.phase === 'ended' ? { show: 'points' } : null;
}

/** Points, and trust in a session where each state reads only its own, must not be on the wall before the end. */
function isOpenToAll(view: View, subject: NonNullable<PlayState['asked']['value']>['subject']): boolean {
  if (view.table.phase === 'ended') return true;
  if (subject.kind === 'trust') return view.card.trustSeen !== 'own';
  return subject.kind !== 'seat' || subject.quantity !== 'score';
}
