import { subjectKey } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { AUTO_PAGE, type WallPage, wallPageText } from '#shared/wire/wallPage.ts';
import type { PlayState, Tab } from '../../panels/playState.ts';
import { pageName } from '../../panels/why/pageName.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { useWallCentre } from '../../panels/useWallCentre.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly tab: Tab;
}

/** Puts what the host looks at on the wall beside the map, or the course in place of the map, and names what is there. */
export function ShowOnWall({ view, source, ui, tab }: Props) {
  const { wall } = words.value.projector;
  const { centre, turn } = useWallCentre(source);
  const now = source.presence.value?.wall ?? AUTO_PAGE;
  const isShown = (page: WallPage): boolean => wallPageText(page) === wallPageText(now);
  const here = pagesHere(view, ui, tab);
  const isHere = here.some(isShown);
  return (
    <div class="show-on-wall">
      {here
        .filter((page) => !isShown(page))
        .map((page) => (
          <button key={wallPageText(page)} type="button" class="btn" onClick={() => void source.show(page)}>
            {here.length > 1 ? wall.putNamed(pageName(view, page)) : wall.put}
          </button>
        ))}
      {now.show !== 'auto' && (
        <button type="button" class="btn" onClick={() => void source.show(AUTO_PAGE)}>
          {wall.back}
        </button>
      )}
      <button type="button" class="btn" aria-pressed={centre === 'course'} onClick={turn}>
        {wall.course}
      </button>
      <p class="note" role="status">
        {isHere && here.length === 1
          ? wall.isShown
          : now.show === 'auto'
            ? ''
            : wall.one(pageName(view, now))}
      </p>
      {tab === 'brief' && view.table.phase !== 'ended' && <p class="note">{wall.closed}</p>}
    </div>
  );
}

/** The open tab as pages of the wall; none for a tab that the wall cannot show. */
function pagesHere(view: View, ui: PlayState, tab: Tab): readonly WallPage[] {
  const [asked, seat] = [ui.asked.value, ui.looking.value];
  if (tab === 'why') {
    if (asked === null) return [{ show: 'trends' }, { show: 'factors' }];
    return isOpenToAll(view, asked.subject)
      ? [{ show: 'why', subject: subjectKey(asked.subject), round: asked.round }]
      : [];
  }
  if (tab === 'map' && seat !== null) return [{ show: 'state', seat }];
  if (tab === 'talk' || tab === 'agreements') return [{ show: tab }];
  return tab === 'brief' && view.table.phase === 'ended' ? [{ show: 'points' }, { show: 'compare' }] : [];
}

/** Points, and trust in a session where each state reads only its own, must not be on the wall before the end. */
function isOpenToAll(view: View, subject: NonNullable<PlayState['asked']['value']>['subject']): boolean {
  if (view.table.phase === 'ended') return true;
  if (subject.kind === 'trust') return view.card.trustSeen !== 'own';
  return subject.kind !== 'seat' || subject.quantity !== 'score';
}
