import type { View } from '#shared/session/views/tableView.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import type { PlayState } from '../../panels/playState.ts';
import { words } from '../../text/language.ts';
import { tabLabel } from './TabBar.tsx';

/** Tells people in another panel, without interrupting, that a phase has begun; one tap goes there. */
export function PhaseNotice({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { play } = words.value;
  const isPhone = useMedia(PHONE);
  const tab = ui.tab.value;
  const { phase } = view.table;
  // Beside the map of a wide screen the panel of the moment is visible anyway.
  if (!ui.hasTurned.value || tab === 'now' || (tab === 'map' && !isPhone)) return null;
  const go = (): void => {
    ui.looking.value = null;
    ui.bloc.value = null;
    ui.tab.value = 'now';
  };
  return (
    <div class="banner phase-notice">
      <span>{play.turned[phase]}</span>
      <button type="button" class="btn" onClick={go}>
        {play.turnTo(tabLabel('now', phase))}
      </button>
    </div>
  );
}
