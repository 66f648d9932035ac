import { batch, type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { subjectKey } from '#shared/model/explain.ts';
import { AUTO_PAGE, type WallPage } from '#shared/wire/wallPage.ts';
import { api } from '../../net/api.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { hostPassOf } from '../../net/tokens.ts';
import { newPlayState, type PlayState } from '../../panels/playState.ts';
import { recordedSource, type RecordedSource } from '../../source/recorded.ts';
import { namedPlaces } from '../../source/recordPlaces.ts';
import { words } from '../../text/language.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import { showPlace } from '../replay/replayAddress.ts';
import { ProjectorTable } from './ProjectorTable.tsx';

interface LedProps {
  readonly code: string;
  /** Where the host is in the replay. */
  readonly place: string;
  readonly isFrozen: boolean;
}

/**
 * The wall while the host shows the replay: the table of the record at the host's place, with what lay open to everybody then,
 * whoever's eyes the host looks through. The record is fetched once. [decision 0079]
 */
export function LedWall({ code, place, isFrozen }: LedProps) {
  const record = useOpenRecord(code);
  const ui = useMemo(newPlayState, [code]);
  const source = record.value;
  const places = useMemo(() => (source === null ? [] : namedPlaces(source.lines)), [source]);
  useEffect(() => {
    if (source === null || isFrozen) return;
    // In one go: other eyes than everybody's are not even there for a moment.
    batch(() => {
      showPlace(place, source, ui, places);
      source.viewer.value = { kind: 'observer' };
    });
  }, [source, place, isFrozen]);
  const view = source?.view.value ?? null;
  if (source === null || view === null) return <Fetching />;
  return (
    <>
      <OnPhone code={code} />
      <ProjectorTable
        view={view}
        presence={null}
        source={source}
        door={null}
        isFrozen={isFrozen}
        wall={{ page: pageOf(ui), choose: () => undefined }}
        isCourse={ui.tab.value === 'course'}
        pointed={ui.lit.value}
      />
    </>
  );
}

function Fetching() {
  return (
    <main id="main" class="projector-opening" tabIndex={-1}>
      <p role="status">{words.value.replay.open.fetching}</p>
    </main>
  );
}

/** Who watches on a phone has every panel of the replay on a page of its own. */
function OnPhone({ code }: Pick<LedProps, 'code'>) {
  if (!useMedia(PHONE)) return null;
  return (
    <a class="btn led-on-phone" href={pathTo(`/replay/${code}#follow`)}>
      {words.value.replay.shared.onPhone}
    </a>
  );
}

/** The record as everybody may see it, fetched once. */
function useOpenRecord(code: string): Signal<RecordedSource | null> {
  const record = useSignal<RecordedSource | null>(null);
  useEffect(() => {
    void api.log(code, hostPassOf(code)?.token ?? null, 'open').then((answer) => {
      const opened = answer.ok ? recordedSource(answer.value) : null;
      record.value = opened?.ok === true ? opened.value : null;
    });
  }, [code]);
  return record;
}

/** What stands beside the map: the panel that the host has open, as far as the wall has such a page. */
function pageOf(ui: PlayState): WallPage {
  const [tab, asked, seat] = [ui.tab.value, ui.asked.value, ui.looking.value];
  if (seat !== null) return { show: 'state', seat };
  if (tab === 'why' && asked !== null)
    return { show: 'why', subject: subjectKey(asked.subject), round: asked.round };
  return tab === 'talk' || tab === 'agreements' ? { show: tab } : AUTO_PAGE;
}
