import { isRestraint } from '#shared/session/topics/agreements/judge.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { Judgement } from '#shared/session/vocabulary/agreements.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { asOneText, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { clauseSentence } from '../agreements/agreements.ts';
import { JudgedMark } from '../agreements/JudgedCard.tsx';
import { orderPhrase, seatName, seatNames } from '../lookup.ts';
import { brokenPart, type JudgedAgreement, judgedInRound } from '../agreements/promises.ts';
import { useAnswer } from '../useAnswer.ts';
import { SaidAndDone } from '../talk/SaidAndDone.tsx';
import '../../styles/play-reveal.css';

interface PromisesProps {
  readonly view: View;
  readonly source: ViewSource;
  /** Also how it was broken and the cost: only once the orders are revealed. */
  readonly inFull: boolean;
}

/**
 * At the reveal: which promises were kept and which broken, by whom, how, and the cost in trust; beside them the promises made in
 * words only.
 */
export function RevealPromises(props: PromisesProps) {
  const { view, source } = props;
  return (
    <>
      <SignedPromises {...props} />
      <SaidAndDone view={view} source={source} round={view.table.reveal?.round ?? 0} />
    </>
  );
}

function SignedPromises({ view, source, inFull }: PromisesProps) {
  const judged = judgedInRound(view, view.table.reveal?.round ?? 0);
  if (judged.length === 0) return null;
  return (
    <section class="reveal-promises">
      <h3>{words.value.promises.title}</h3>
      <ul>
        {judged.map(({ agreement, judgement }) => (
          <li key={agreement.id} data-outcome={judgement.outcome}>
            {judgement.outcome === 'breached' ? (
              <Broken
                view={view}
                source={source}
                inFull={inFull}
                agreement={agreement}
                judgement={judgement}
              />
            ) : (
              <p>
                <JudgedMark isBroken={false} />
                <b>{words.value.promises.kept(seatNames(view, agreement.parties))}</b>
                <Secret agreement={agreement} /> <span>{keptClauses(view, agreement, judgement)}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The clauses at some positions of an agreement, as sentences. */
function clauseWords(view: View, { clauses }: AgreementView, places: ReadonlySet<number>): string {
  return asOneText(
    ...clauses.flatMap((clause, place) => (places.has(place) ? clauseSentence(view, clause) : [])),
  );
}

/** What was kept in a round: the deeds done, and the restraints. */
function keptClauses(view: View, agreement: AgreementView, { evidence }: Judgement): string {
  const done = evidence.flatMap(({ clause, kept }) => (kept ? clause : []));
  const restraints = agreement.clauses.flatMap((clause, place) => (isRestraint(clause) ? place : []));
  return clauseWords(view, agreement, new Set([...done, ...restraints]));
}

function Secret({ agreement }: { readonly agreement: AgreementView }) {
  return agreement.secrecy === 'secret' ? <small>{words.value.promises.secret}</small> : null;
}

function Broken({ view, source, inFull, agreement, judgement }: PromisesProps & JudgedAgreement) {
  const speech = words.value.promises;
  const breaches = judgement.evidence.filter(({ kept }) => !kept);
  const breakers = [...new Set(breaches.map(({ seat }) => seat))];
  return breakers.map((who) => {
    const own = breaches.filter(({ seat }) => seat === who);
    const partners = [...new Set(own.flatMap(({ towards }) => towards))];
    const [first] = own;
    return (
      <div key={who}>
        <p>
          <JudgedMark isBroken />
          <b>{speech.broke(seatName(view, who), seatNames(view, partners))}</b>
          <Secret agreement={agreement} />{' '}
          <span>{clauseWords(view, agreement, new Set(own.map(({ clause }) => clause)))}</span>
        </p>
        {inFull && first && (
          <p class="agreement-proof">{speech.by(seatName(view, who), orderPhrase(view, first.order))}</p>
        )}
        {inFull &&
          partners.map((observer) => (
            <Cost
              key={observer}
              view={view}
              source={source}
              observer={observer}
              who={who}
              round={judgement.round}
            />
          ))}
        {inFull && <WorldCost view={view} source={source} who={who} round={judgement.round} />}
      </div>
    );
  });
}

interface CostProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly observer: SeatId;
  readonly who: SeatId;
  readonly round: number;
}

/** The cost of a broken promise in one state's trust, from the ledger. */
function Cost({ view, source, observer, who, round }: CostProps) {
  const speech = words.value.promises;
  const question = { ask: 'why', round, subject: `trust:${observer}:${who}` } as const;
  const asking = useAnswer<'why'>(source, question, view.card.id);
  const lost = asking.state === 'answered' ? brokenPart(asking.answer) : null;
  const missing = asking.state === 'asking' ? speech.reckoning : speech.unknown;
  return (
    <p class="promise-cost">
      {speech.cost(seatName(view, observer), seatName(view, who))}{' '}
      <b class="num">{lost === null ? missing : signedPoints(lost)}</b> <small>{speech.costNote}</small>
    </p>
  );
}

/** What it cost the world: the dial beside where it would stand if the state had kept its word. */
function WorldCost({ view, source, who, round }: Omit<CostProps, 'observer'>) {
  const speech = words.value.promises;
  const asking = useAnswer<'brokenWord'>(source, { ask: 'brokenWord', round, seat: who }, view.card.id);
  const moved = asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
  const missing = asking.state === 'asking' ? speech.reckoning : speech.unknown;
  return (
    <p class="promise-world">
      {speech.world} <b class="num">{moved === null ? missing : signedPoints(moved / 1000)}</b>{' '}
      <small>{speech.worldNote}</small>
    </p>
  );
}
