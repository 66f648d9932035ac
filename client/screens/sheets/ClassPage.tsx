import type { Badge } from '#shared/session/findings/badges.ts';
import type { Paid } from '#shared/session/findings/paid.ts';
import type { EndingView, View } from '#shared/session/views/tableView.ts';
import { PathChart } from '../../charts/PathChart.tsx';
import { RoleBadges } from '../../panels/course/RoleBadges.tsx';
import { BrokenLine } from '../../panels/ending/BrokenLine.tsx';
import { leanOf } from '../../panels/ending/EndingPanel.tsx';
import { Witnesses } from '../../panels/ending/Witnesses.tsx';
import { seatName } from '../../panels/lookup.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { asOneText, pick, words } from '../../text/language.ts';
import { points, signedPoints } from '../../text/number.ts';
import { sheetWords } from './sheetWords.ts';

interface Props {
  readonly view: View;
  readonly ending: EndingView;
  readonly people: number;
  readonly paid: readonly Paid[];
  readonly badges: readonly Badge[];
}

/** The page of the class: how it ended, the path of the dial, the moments, what each state came to. */
export function ClassPage({ view, ending, people, paid, badges }: Props) {
  const speech = sheetWords();
  return (
    <article class="kit-sheet sheet-page is-joined">
      <header>
        <h2>{pick(view.card.title)}</h2>
        <p class="kit-meta">
          {speech.classTitle} · {speech.meta(view.card.seats.length, people, lastRound(view))}
        </p>
      </header>
      <section>
        <h3>{speech.ended}</h3>
        <p>{leanOf(view)}</p>
      </section>
      <section class="sheet-path">
        <h3>{speech.path}</h3>
        <PathChart trail={view.table.trail.direction} marked={ending.moments.map(({ round }) => round)} />
      </section>
      <Moments view={view} ending={ending} />
      <Results view={view} ending={ending} paid={paid} />
      <RoleBadges view={view} badges={badges} title="h3" />
      <p class="sheet-foot">{asOneText(speech.foot, speech.source)}</p>
    </article>
  );
}

function Moments({ view, ending }: Pick<Props, 'view' | 'ending'>) {
  const { ending: speech } = words.value.play;
  return (
    <section>
      <h3>{sheetWords().moments}</h3>
      {ending.moments.length === 0 && <p>{speech.noMoments}</p>}
      <ol class="sheet-moments">
        {ending.moments.map((moment) => (
          <li key={moment.round}>
            <p>
              {speech.momentRound(moment.round)} · <b>{speech.moment[moment.kind]}</b> ·{' '}
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

function Results({ view, ending, paid }: Pick<Props, 'view' | 'ending' | 'paid'>) {
  const speech = sheetWords();
  return (
    <section>
      <h3>{speech.results}</h3>
      <table class="kit-table sheet-numbers">
        <thead>
          <tr>
            <th scope="col">{speech.state}</th>
            <th scope="col">{speech.points}</th>
            <th scope="col">{speech.usual}</th>
            <th scope="col">{speech.forWorld}</th>
          </tr>
        </thead>
        <tbody>
          {ending.seats.map(({ seat, score, par }) => (
            <tr key={seat}>
              <th scope="row">{seatName(view, seat)}</th>
              <td class="num">{points(score)}</td>
              <td class="num">{par === null ? '–' : points(par)}</td>
              <td class="num">{signedPoints((paid.find((one) => one.seat === seat)?.world ?? 0) / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sheet-note">{speech.resultsNote}</p>
    </section>
  );
}
