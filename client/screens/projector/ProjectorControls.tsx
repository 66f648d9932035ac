import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import type { View } from '#shared/session/views/tableView.ts';
import { wallPageText } from '#shared/wire/wallPage.ts';
import { pageName } from '../../panels/why/pageName.ts';
import type { CentreChoice } from '../../panels/useWallCentre.ts';
import type { WallChoice } from './useWallPage.ts';
import { wallChoices, wallKeys } from './wallChoices.ts';
import { words } from '../../text/language.ts';
import type { CurtainControl } from './useCurtain.ts';

const AWAKE_MS = 3500;

interface ControlsProps {
  readonly curtain: CurtainControl;
  /** Null while nothing else can be shown beside the map. */
  readonly view: View | null;
  readonly wall: WallChoice;
  /** Whether the course stands in the place of the map. */
  readonly centre: CentreChoice;
}

/** Buttons at the edge of the picture; they fade when nobody moves the mouse, and come back with it or with the focus. */
export function ProjectorControls({ curtain, view, wall, centre }: ControlsProps) {
  const { projector } = words.value;
  const isAwake = useAwake();
  return (
    <div
      class={isAwake ? 'projector-controls is-awake' : 'projector-controls'}
      role="toolbar"
      aria-label={projector.controls}
    >
      {view !== null && view.table.phase !== 'lobby' && (
        <>
          <PageSelect view={view} wall={wall} />
          <CourseButton centre={centre} />
        </>
      )}
      <button type="button" class="btn" aria-pressed={curtain.isFrozen.value} onClick={curtain.freeze}>
        {curtain.isFrozen.value ? projector.goOn : projector.freeze}
      </button>
      <button type="button" class="btn" aria-pressed={curtain.isBlank.value} onClick={curtain.blank}>
        {curtain.isBlank.value ? projector.show : projector.blank}
      </button>
      {document.fullscreenEnabled && (
        <button type="button" class="btn" onClick={toggleFullScreen}>
          {projector.full}
        </button>
      )}
      <ThemeSwitch />
      <LanguageSwitch />
    </div>
  );
}

function CourseButton({ centre: { centre, turn } }: Pick<ControlsProps, 'centre'>) {
  const { picture } = words.value.course;
  return (
    <button type="button" class="btn" onClick={turn}>
      {centre === 'course' ? picture.close : picture.open}
    </button>
  );
}

/** What stands beside the map, by name; a number or a state that was clicked is one more line. */
function PageSelect({ view, wall }: Pick<ControlsProps, 'wall'> & { readonly view: View }) {
  const { wall: speech } = words.value.projector;
  const choices = wallChoices(view);
  const now = choices.find(({ page }) => wallPageText(page) === wallPageText(wall.page));
  return (
    <label>
      <span class="visually-hidden">{speech.label}</span>
      <select
        class="btn"
        value={now?.key ?? ''}
        onChange={(event) => {
          const chosen = choices.find(({ key }) => key === event.currentTarget.value);
          if (chosen) wall.choose(chosen.page);
          event.currentTarget.blur();
        }}
      >
        {now === undefined && <option value="">{pageName(view, wall.page)}</option>}
        {choices.map(({ key }) => (
          <option key={key} value={key}>
            {speech.keyed(speech.names[key], wallKeys[key])}
          </option>
        ))}
      </select>
    </label>
  );
}

function toggleFullScreen(): void {
  const changed = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // If the browser refuses, nothing changes.
  changed.catch(() => undefined);
}

function useAwake(): boolean {
  const awake = useSignal(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      awake.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        awake.value = false;
      }, AWAKE_MS);
    };
    wake();
    addEventListener('pointermove', wake);
    addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', wake);
      removeEventListener('pointerdown', wake);
    };
  }, []);
  return awake.value;
}
