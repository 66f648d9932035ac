import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { Fold } from '../Fold.tsx';
import { CoursePicture } from '../course/CoursePicture.tsx';
import { ForceBars } from '../course/ForceBars.tsx';
import { PaperParts } from '../course/PaperParts.tsx';
import { CauseStair } from './CauseStair.tsx';
import { askWhy, type PlayState } from '../playState.ts';
import { GaugeList } from '../world/Gauges.tsx';
import { factorKeys, lastRound, trendKeys } from '../world/gauges.ts';
import { PayoffButton } from './PayoffLines.tsx';
import '../../styles/play-why.css';

interface WhyProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** Why: every number of the world, each with the causes of its last change. */
export function WhyPanel(props: WhyProps) {
  const { ui } = props;
  const asked = ui.asked.value;
  return <div class="why">{asked ? <CauseStair {...props} asked={asked} /> : <Numbers {...props} />}</div>;
}

function Numbers({ view, source, ui }: WhyProps) {
  const { why, play, course } = words.value;
  const round = lastRound(view);
  const ask = (subject: Parameters<typeof askWhy>[1]): void => askWhy(ui, subject, round);
  return (
    <>
      <h2>{round > 0 ? why.changes(round) : why.choose}</h2>
      <p class="panel-note">{round > 0 ? why.choose : why.beforeFirst}</p>
      {view.own && round > 0 && <PayoffButton view={view} onWhy={ask} />}
      <GaugeList
        view={view}
        keys={['direction', 'efficiency', 'meanTrust']}
        onWhy={round > 0 ? ask : undefined}
        bright
      />
      <h3>{course.forces.title}</h3>
      <ForceBars view={view} onWhy={round > 0 ? ask : undefined} />
      <Fold ui={ui} name="course" class="kind">
        <summary>{course.picture.title}</summary>
        <CoursePicture view={view} noBars />
      </Fold>
      <h3>{play.gauges.trends}</h3>
      <GaugeList view={view} keys={trendKeys} onWhy={round > 0 ? ask : undefined} />
      <h3>{play.gauges.factors}</h3>
      <GaugeList view={view} keys={factorKeys} onWhy={round > 0 ? ask : undefined} />
      <PaperParts view={view} source={source} onWhy={round > 0 ? ask : undefined} ui={ui} />
      {round === 0 && <Meanings />}
    </>
  );
}

function Meanings() {
  const { why, play } = words.value;
  return (
    <dl class="meanings">
      {(['efficiency', 'meanTrust', ...trendKeys] as const).map((key) => (
        <div key={key}>
          <dt>{play.gauges[key]}</dt>
          <dd>{why.meaning[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
