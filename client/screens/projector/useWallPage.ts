import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { AUTO_PAGE, type WallPage, wallPageText } from '#shared/wire/wallPage.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { wallChoices, wallKeys } from './wallChoices.ts';

/** What the wall shows beside the map, and the function to choose it there. */
export interface WallChoice {
  readonly page: WallPage;
  readonly choose: (page: WallPage) => void;
}

/**
 * The page of the wall: the host's choice at the console, or one made on the wall itself by a click or a key. In the host's own
 * browser both are the same; elsewhere a choice at the wall holds until the host chooses again or a phase begins.
 */
export function useWallPage(view: View | null, source: ViewSource): WallChoice {
  const local = useSignal<WallPage | null>(null);
  const given = source.presence.value?.wall ?? AUTO_PAGE;
  const moment = `${view?.table.phase} ${view?.table.round}`;
  useEffect(() => {
    local.value = null;
  }, [wallPageText(given), moment]);
  const choose = (page: WallPage): void => {
    local.value = page;
    if (source.mayHost) void source.show(page);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || view === null) return;
      if (event.target instanceof HTMLSelectElement) return;
      const found = wallChoices(view).find(({ key }) => wallKeys[key] === event.key);
      if (event.key === 'Escape') choose(AUTO_PAGE);
      else if (found !== undefined) choose(found.page);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [source, view]);
  return { page: local.value ?? given, choose };
}
