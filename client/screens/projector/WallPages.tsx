import { parseSubject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { WallPage } from '#shared/wire/wallPage.ts';
import { assertNever } from '#shared/lib/assertNever.ts';
import { clauseSentence } from '../../panels/agreements/agreements.ts';
import { NationChart, NationTable, lackingUsual } from '../../panels/ending/NationWorld.tsx';
import { seatNames } from '../../panels/lookup.ts';
import { speakerName, spokenWords } from '../../panels/talk/talkThreads.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { WallCompare } from './WallCompare.tsx';
import { WallPaper } from './WallPaper.tsx';
import { WallState } from './WallState.tsx';
import { WallWhy } from './WallWhy.tsx';

/** The most messages on the wall; older ones are on every phone. */
const MOST_SAID = 24;

interface PagesProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly page: WallPage;
  readonly choose: (page: WallPage) => void;
}

/** The page on the wall. */
export function WallPages({ view, source, page, choose }: PagesProps) {
  switch (page.show) {
    case 'auto':
      return null;
    case 'agreements':
      return <Agreed view={view} />;
    case 'talk':
      return <SaidInPublic view={view} />;
    case 'points':
      return <PointsOfAll view={view} />;
    case 'compare':
      return <WallCompare view={view} source={source} />;
    case 'trends':
    case 'factors':
      return <WallPaper view={view} source={source} show={page.show} choose={choose} />;
    case 'state':
      return <WallState view={view} seat={page.seat} choose={choose} />;
    case 'why': {
      const subject = parseSubject(page.subject);
      return subject && <WallWhy view={view} source={source} subject={subject} round={page.round} />;
    }
    default:
      return assertNever(page);
  }
}

/** Public agreements: those in force first, then offers, then the ended ones. */
function Agreed({ view }: Pick<PagesProps, 'view'>) {
  const { agreements: speech, projector } = words.value;
  const rank = (status: string): number => (status === 'inForce' ? 0 : status === 'proposed' ? 1 : 2);
  const all = view.table.agreements.toReversed().toSorted((a, b) => rank(a.status) - rank(b.status));
  return (
    <section class="wall-page">
      <h2>{projector.wall.names.agreements}</h2>
      {all.length === 0 && <p>{projector.wall.noAgreements}</p>}
      {all.map((agreement) => (
        <article key={agreement.id} class="told">
          <p class="told-by">
            {speech.status[agreement.status]} · {speech.term(agreement.fromRound, agreement.untilRound)}
          </p>
          <h3>{seatNames(view, agreement.parties)}</h3>
          {agreement.clauses.map((clause, index) => (
            <p key={index}>{clauseSentence(view, clause)}</p>
          ))}
        </article>
      ))}
    </section>
  );
}

/** Public messages, the newest first. */
function SaidInPublic({ view }: Pick<PagesProps, 'view'>) {
  const { projector, talk, eyes } = words.value;
  const said = view.table.messages.toReversed().slice(0, MOST_SAID);
  return (
    <section class="wall-page">
      <h2>{projector.wall.names.talk}</h2>
      {said.length === 0 && <p>{projector.wall.noTalk}</p>}
      {said.map((message) => (
        <article key={message.id} class="told">
          <p class="told-by">
            <b dir="auto">{speakerName(view, message)}</b> · {eyes.round(message.round)}
            {message.channel.kind === 'communique' && ` · ${talk.channel.communique}`}
          </p>
          <p dir="auto">{spokenWords(view, message)}</p>
        </article>
      ))}
    </section>
  );
}

/** Nation beside World for every state, once points are public. */
function PointsOfAll({ view }: Pick<PagesProps, 'view'>) {
  const { ending: speech } = words.value.play;
  const { ending } = view.table;
  if (ending === null) return <p>{words.value.projector.wall.secretPoints}</p>;
  const hasUsual = ending.seats.some(({ nation }) => nation !== null);
  return (
    <section class="wall-page">
      <h2>{speech.quadrant}</h2>
      {!hasUsual && <p>{lackingUsual(view, true)}</p>}
      <NationChart view={view} ending={ending} onWall />
      <NationTable view={view} ending={ending} isOpen />
    </section>
  );
}
