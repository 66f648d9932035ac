import type { Subject } from '#shared/model/explain.ts';
import { contrastOf, type TableTreatment } from '#shared/session/vocabulary/treatments.ts';
import type { EndingView, View } from '#shared/session/views/tableView.ts';
import { PathChart } from '../../charts/PathChart.tsx';
import { bandIndex } from '../../charts/dialGeometry.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { lastRound } from '../world/gauges.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { BadgesOf } from '../course/PaperParts.tsx';
import { BrokenLine } from './BrokenLine.tsx';
import { FourLamps } from '../world/FourLamps.tsx';
import { ThreeMarks } from '../world/ThreeMarks.tsx';
import { NationWorld } from './NationWorld.tsx';
import { ObjectivesRevealed } from './ObjectivesRevealed.tsx';
import { WaysOn } from './WaysOn.tsx';
import { WhoPaid } from './WhoPaid.tsx';
import { Witnesses } from './Witnesses.tsx';
import '../../styles/play-ending.css';

interface EndingProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly code: string | null;
  /** Makes the marks and the lamps ways to their causes. */
  readonly onWhy: (subject: Subject) => void;
}

/** The ending: the state of the world and how it got there, Nation beside World, the objectives, three moments, the next steps. */
export function EndingPanel({ view, source, code, onWhy }: EndingProps) {
  const { ending: speech } = words.value.play;
  const { ending } = view.table;
  if (!ending) return null;
  if (ending.because === 'cancelled') return <p class="panel-note">{speech.because.cancelled}</p>;
  return (
    <div class="ending">
      <p class="eyebrow">
        {speech.title} · {speech.because[ending.because]}
      </p>
      <h2>{leanOf(view)}</h2>
      {ending.treatment && <TreatmentLine treatment={ending.treatment} />}
      <ThreeMarks view={view} onWhy={onWhy} />
      <FourLamps view={view} onWhy={onWhy} />
      <h3>{speech.path}</h3>
      <PathChart trail={view.table.trail.direction} marked={ending.moments.map((moment) => moment.round)} />
      <NationWorld view={view} ending={ending} isLive={code !== null} />
      <ObjectivesRevealed view={view} ending={ending} seat={view.own?.seat ?? null} />
      <Moments view={view} ending={ending} />
      {lastRound(view) > 0 && <BadgesOf view={view} source={source} />}
      {lastRound(view) > 0 && (
        <section>
          <h3>{speech.paid.title}</h3>
          <WhoPaid view={view} source={source} inFull />
        </section>
      )}
      {source.status.value !== 'recorded' && <WaysOn view={view} code={code} />}
    </div>
  );
}

/** What was tried at this table of an event whose tables differed: now people may know. */
function TreatmentLine({ treatment: { here, among } }: { readonly treatment: TableTreatment }) {
  const { treatments: text } = words.value.manyTables;
  const others = among.filter((one) => one !== here).map((one) => text.names[one]);
  return <p class="panel-note">{text.told(text.settings[contrastOf(among)], text.names[here], others)}</p>;
}

/** The stage that was reached, or the side towards which the open window leans. [model D.6] */
export function leanOf(view: View): string {
  const { lean } = words.value.play.ending;
  if (view.table.stage === 'governance') return lean.governance;
  if (view.table.stage === 'predicament')
    return view.card.scarred ? lean.predicamentScarred : lean.predicament;
  const band = bandIndex(view.table.trail.direction.at(-1) ?? 0);
  if (band === 2) return lean.openBalance;
  return band > 2 ? lean.openUp : lean.openDown;
}

function Moments({ view, ending }: { readonly view: View; readonly ending: EndingView }) {
  const { ending: speech } = words.value.play;
  return (
    <section>
      <h3>{speech.moments}</h3>
      {ending.moments.length === 0 && <p class="panel-note">{speech.noMoments}</p>}
      <ol class="moments">
        {ending.moments.map((moment) => (
          <li key={moment.round}>
            <p>
              <span class="eyebrow">{speech.momentRound(moment.round)}</span>
              <strong>{speech.moment[moment.kind]}</strong>
              <span class="num">{speech.momentDial(signedPoints(moment.direction))}</span>
            </p>
            {moment.broken && <BrokenLine view={view} broken={moment.broken} />}
            <Witnesses view={view} moment={moment} />
          </li>
        ))}
      </ol>
    </section>
  );
}
