import type { View } from '#shared/session/views/tableView.ts';
import type { BetWay, WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import { dialSentence, endOfDial, stageSentence } from '../../panels/whatIf/answerSentences.ts';
import { FanProgress, FanVerdict, GrownFanParts } from '../../panels/whatIf/GrownFanParts.tsx';
import { RUNS } from '../../panels/whatIf/inquiries.ts';
import { TwoPaths } from '../../panels/whatIf/TwoPaths.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { CaseBetCounts, CaseBets } from './CaseBets.tsx';
import { wayOf } from './caseOf.ts';
import { CaseOrders } from './CaseOrders.tsx';
import type { StepProps } from './stepProps.ts';
import { useCase, type WhatIfCase } from './useCase.ts';
import { type CaseAnswer, useCaseAnswer } from './useCaseAnswer.ts';
import { WhatIfLead } from './WhatIfLead.tsx';
import '../../styles/what-if.css';

/**
 * What if: the host puts a change of the record to the class, everybody bets where the dial would have ended, then the branch and the
 * fan are shown. On the wall nobody presses anything.
 */
export function WhatIfStep({ view, source, onProjector = false }: StepProps) {
  const now = useCase(view, source);
  const { whatIf: text } = words.value.debrief;
  return (
    <div class="case what-if-parts">
      {!onProjector && <WhatIfLead view={view} source={source} now={now} />}
      {now.proposal === null ? (
        (onProjector || now.lead === null) && (
          <p class="debrief-soon" role="status">
            {text.soon}
          </p>
        )
      ) : (
        <Put view={view} source={source} now={now} proposal={now.proposal} onProjector={onProjector} />
      )}
      {now.lead === null && now.problem !== null && <p role="alert">{now.problem}</p>}
    </div>
  );
}

interface PutProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly now: WhatIfCase;
  readonly proposal: WhatIfProposal;
  readonly onProjector: boolean;
}

function Put({ view, source, now, proposal, onProjector }: PutProps) {
  const bets = onProjector ? { ...now, bet: null } : now;
  return (
    <>
      <p class="case-put">
        <CaseOrders view={view} proposal={proposal} />
      </p>
      {now.isShown ? (
        <Shown view={view} source={source} now={now} proposal={proposal} onProjector={onProjector} />
      ) : (
        <CaseBets now={bets} />
      )}
    </>
  );
}

function Shown({ view, source, now, proposal, onProjector }: PutProps) {
  const answer = useCaseAnswer(source, proposal, onProjector);
  const branch = answer.branch.value;
  const { whatIf } = words.value;
  if (branch.is !== 'branch')
    return (
      <>
        <p class="debrief-soon" role="status">
          {branch.is === 'failed' || branch.is === 'fault' ? whatIf.fault.failed : whatIf.playing}
        </p>
        <Bets now={now} right={null} />
      </>
    );
  return (
    <>
      <p class="what-if-says">{dialSentence(view, branch.view)}</p>
      <p>{stageSentence(view, branch.view)}</p>
      <Bets now={now} right={wayOf(endOfDial(branch.view) - endOfDial(view))} />
      <TwoPaths record={view} branch={branch.view} round={proposal.round} bare={onProjector} />
      <CaseFan view={view} answer={answer} onProjector={onProjector} />
    </>
  );
}

/** The bets beside the answer: the class's, or one's own where nobody counts. */
function Bets({ now, right }: { readonly now: WhatIfCase; readonly right: BetWay | null }) {
  const { whatIf: text } = words.value.debrief;
  const { bets, ownBet } = now;
  if (bets !== null) return <CaseBetCounts bets={bets} right={right} ownBet={ownBet} />;
  return ownBet === null || right === null ? null : <p>{text.alone(text.ways[ownBet], right === ownBet)}</p>;
}

interface FanProps {
  readonly view: View;
  readonly answer: CaseAnswer;
  readonly onProjector: boolean;
}

/** One line is an anecdote: the fan, on the wall with its verdict alone. */
function CaseFan({ view, answer, onProjector }: FanProps) {
  const { fan: text, fault } = words.value.whatIf;
  const now = answer.fan.value;
  const isGrowing = now.is === 'fitting' || (now.is === 'fan' && now.isGrowing);
  return (
    <section class="case-fan" aria-live={isGrowing ? 'off' : undefined}>
      <h2>{text.title}</h2>
      <p class="debrief-note">{text.intro(RUNS)}</p>
      {now.is === 'none' && !onProjector && (
        <button type="button" class="btn primary" onClick={answer.startFan}>
          {text.start(RUNS)}
        </button>
      )}
      {now.is === 'failed' && <p>{fault.failed}</p>}
      <FanProgress now={now} stop={null} />
      {now.is === 'fan' && (onProjector ? <FanVerdict now={now} /> : <GrownFanParts view={view} now={now} />)}
    </section>
  );
}
