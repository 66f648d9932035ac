import { CourseWithWindow } from '../../panels/course/CourseWithWindow.tsx';
import { askWhy } from '../../panels/playState.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { words } from '../../text/language.ts';
import type { MoreTab } from '../play/TabBar.tsx';
import { AnalysisTab } from './analysis/AnalysisTab.tsx';
import { IndexPanel } from './IndexPanel.tsx';
import type { ReplayTools } from './replayTools.ts';

/** The tabs that only the replay has, in their order, before those of play. Another is a row here and a name in `playState.ts`. */
export function moreTabs(tools: ReplayTools): readonly MoreTab[] {
  const { course, replay } = words.value;
  return [
    { tab: 'index', name: replay.tabs.index, panel: <IndexPanel {...tools} /> },
    { tab: 'course', name: course.picture.tab.course, panel: <CourseHere {...tools} /> },
    { tab: 'analysis', name: replay.tabs.analysis, panel: <AnalysisTab {...tools} /> },
  ];
}

/** The course up to this place of the record. */
function CourseHere({ source, ui }: ReplayTools) {
  const view = source.view.value;
  if (view === null) return null;
  return (
    <CourseWithWindow view={view} source={source} onWhy={(subject) => askWhy(ui, subject, lastRound(view))} />
  );
}
