import { type ComponentChild, render } from 'preact';
import type { View } from '#shared/session/views/tableView.ts';
import { chartImage } from '../../charts/chartImage.ts';
import { Dial } from '../../charts/Dial.tsx';
import type { Theme } from '../../components/theme.ts';
import { language, pick, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { CourseDrawing } from '../course/CoursePicture.tsx';
import { roundsText } from '../roundsText.ts';
import { dialState } from '../world/dialState.ts';
import { lastRound } from '../world/gauges.ts';
import { openPicture } from './openPicture.ts';
import type { PictureKind } from './pictureKinds.ts';
import { SLIDE_BODY, slideOf } from './slide.ts';

/**
 * A picture of the world for slides, as a PNG of 1920 × 1080. It shows what everybody may see: no secret agreement, no sealed
 * order, and nobody's own state.
 */
export async function pictureFor(kind: PictureKind, view: View, theme: Theme): Promise<Blob> {
  const stage = hiddenStage(theme);
  try {
    const drawing =
      kind === 'map' ? await mapDrawing(stage, view, theme) : await chartDrawing(stage, kind, view);
    const { dial } = words.value.play;
    const ends = kind === 'dial' ? ([dial.predicament, dial.governance] as const) : undefined;
    return await slideOf(
      { title: pick(view.card.title), line: lineOf(view), source: sourceOf(view), ends, drawing },
      stage,
    );
  } finally {
    stage.remove();
  }
}

/** An element beside the page, of the size of the drawing and in a theme of its own. */
function hiddenStage(theme: Theme): HTMLElement {
  const stage = document.createElement('div');
  stage.dataset['theme'] = theme;
  stage.className = 'picture-stage';
  stage.inert = true;
  stage.style.width = `${SLIDE_BODY.width}px`;
  stage.style.height = `${SLIDE_BODY.height}px`;
  document.body.append(stage);
  return stage;
}

async function mapDrawing(stage: HTMLElement, view: View, theme: Theme): Promise<HTMLCanvasElement> {
  const { createNetworkMap } = await import('../../map/networkMap.ts');
  const map = await createNetworkMap(stage, { onSeat: () => undefined, onCamp: () => undefined });
  try {
    map.update(openPicture(view, language.value, words.value.play.map), {
      layer: 'all',
      layout: 'sheet',
      theme,
      reducedMotion: true,
      durationMs: 0,
      interactive: false,
    });
    return await map.copy();
  } finally {
    map.destroy();
  }
}

async function chartDrawing(
  stage: HTMLElement,
  kind: 'dial' | 'course',
  view: View,
): Promise<HTMLImageElement> {
  const trail = view.table.trail.direction;
  const chart: ComponentChild =
    kind === 'dial' ? <Dial trail={trail} state={dialState(view)} /> : <CourseDrawing view={view} wide />;
  render(chart, stage);
  try {
    const drawn = stage.querySelector('svg');
    if (drawn === null) throw new Error('no chart was drawn');
    return await chartImage(drawn, SLIDE_BODY.width);
  } finally {
    render(null, stage);
  }
}

function lineOf(view: View): string {
  const { pictures, play } = words.value;
  const round = lastRound(view);
  const when = round === 0 ? pictures.opening : play.round(round, roundsText(view.card));
  return pictures.line(when, dialState(view), signedPoints(view.table.trail.direction.at(-1) ?? 0));
}

function sourceOf(view: View): string {
  return words.value.pictures.source(pick(view.card.title));
}
