import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { lastRound } from '../world/gauges.ts';
import { CoursePicture } from './CoursePicture.tsx';
import { useCourseWindow } from './useCourseWindow.ts';
import { openFutures } from './windowOf.ts';
import { WindowPart } from './WindowPart.tsx';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  readonly onWall?: boolean;
}

/**
 * The course with its window: how much of the future was still open after each round. The wall and a recorded session estimate it at
 * once, everybody else's device when asked: forty phones need not all reckon. [decision 0089]
 */
export function CourseWithWindow({ view, source, onWhy, onWall = false }: Props) {
  const window = useCourseWindow(source, onWall || source.status.value === 'recorded');
  const futures = openFutures(window.now, lastRound(view));
  return (
    <CoursePicture view={view} onWhy={onWhy} onWall={onWall} noBars={onWall} futures={futures}>
      <WindowPart window={window} futures={futures} onWall={onWall} />
    </CoursePicture>
  );
}
