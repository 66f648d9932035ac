import type { Reason } from '#shared/model/reasons.ts';
import type { Explained } from '#shared/session/views/questions.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { BlocProps } from './blocProps.ts';
import { lastRound } from '../world/gauges.ts';
import { useAnswer } from '../useAnswer.ts';

/**
 * The effects of blocs of its kind in the last round, if the ledger knows them: all of them together, because the ledger's sums do
 * not separate them. Shows nothing if nothing moved by a tenth of a point, or for a dormant camp.
 */
export function BlocRound({ view, source, bloc }: BlocProps) {
  const { lastRound: said } = words.value.blocs;
  const round = lastRound(view);
  const stage = String(view.table.trail.direction.length);
  const ask = (subject: string) => (round === 0 ? null : ({ ask: 'why', round, subject } as const));
  const trust = explained(useAnswer<'why'>(source, ask('indicator:meanTrust'), stage));
  const rules = explained(useAnswer<'why'>(source, ask('world:regime'), stage));
  const isCamp = bloc.kind === 'exclusive';
  const lines = [
    [isCamp ? said.camps : said.groups, tenths(trust, ofReason(isCamp ? 'sameCamp' : 'functionalGroup'))],
    [said.walls, isCamp ? tenths(trust, ofReason('campBoundary')) : 0],
    [said.rules, isCamp ? tenths(rules, ofReason('regimeWornByCamps')) : 0],
  ] as const;
  const moved = lines.filter(([, change]) => change !== 0);
  if (bloc.dormant || moved.length === 0) return null;
  return (
    <>
      <h3>{said.title(round)}</h3>
      <ul class="bloc-does">
        {moved.map(([line, change]) => {
          const sentence = line(signedPoints(change));
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </>
  );
}

type Cause = Explained['parts'][number];

const ofReason =
  (reason: Reason) =>
  (part: Cause): boolean =>
    part.reason === reason;

/** The sum of the relevant parts, in tenths of a point. */
function tenths(explanation: Explained | null, counts: (part: Cause) => boolean): number {
  const micro = (explanation?.parts ?? []).filter(counts).reduce((sum, { delta }) => sum + delta, 0);
  return Math.round(micro / 1000);
}

function explained(asking: ReturnType<typeof useAnswer<'why'>>): Explained | null {
  return asking.state === 'answered' && asking.answer.ok ? asking.answer.answer : null;
}
