import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import type { BetWay, WhatIfProposal } from '#shared/session/vocabulary/debrief.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { type NoteSender, useNoteSender, writes } from './notes.ts';
import { useMyNotes } from './useFindings.tsx';

/** A change that is put to a class, or that somebody puts to themselves in a record. */
export interface WhatIfCase {
  readonly proposal: WhatIfProposal | null;
  readonly betters: number;
  /** How many bet each way, once the answer is shown; null before, and where nobody counts. */
  readonly bets: Readonly<Record<BetWay, number>> | null;
  readonly isShown: boolean;
  readonly ownBet: BetWay | null;
  readonly problem: string | null;
  /** Null for who does not lead. */
  readonly lead: { readonly propose: (proposal: WhatIfProposal) => void; readonly show: () => void } | null;
  /** Null where nobody bets. */
  readonly bet: ((way: BetWay) => void) | null;
}

/** The change that a debrief is about: the host's in a live session, one's own choice in a record. */
export function useCase(view: View, source: ViewSource): WhatIfCase {
  const alone = useAlone();
  const live = useLive(view, source);
  return source.status.value === 'recorded' ? alone : live;
}

function useLive(view: View, source: ViewSource): WhatIfCase {
  const sender: NoteSender = useNoteSender(source);
  const isWriter = writes(view, source);
  const whatIf = view.table.debrief?.whatIf ?? null;
  const notes = useMyNotes(source, isWriter && whatIf !== null, sender.sent);
  return {
    proposal: whatIf && { about: whatIf.about, round: whatIf.round, orders: whatIf.orders },
    betters: whatIf?.betters ?? 0,
    bets: whatIf?.bets ?? null,
    isShown: whatIf !== null && whatIf.bets !== null,
    ownBet: notes?.bet ?? null,
    problem: sender.problem,
    lead: source.mayHost
      ? {
          propose: (proposal) => void sender.send({ type: 'proposeWhatIf', proposal }, ''),
          show: () => void sender.send({ type: 'showWhatIf' }, ''),
        }
      : null,
    bet: isWriter ? (way) => void sender.send({ type: 'betOnWhatIf', way }, '') : null,
  };
}

function useAlone(): WhatIfCase {
  const proposal = useSignal<WhatIfProposal | null>(null);
  const ownBet = useSignal<BetWay | null>(null);
  const isShown = useSignal(false);
  return {
    proposal: proposal.value,
    betters: ownBet.value === null ? 0 : 1,
    bets: null,
    isShown: isShown.value,
    ownBet: ownBet.value,
    problem: null,
    lead: {
      propose: (one) => {
        proposal.value = one;
        ownBet.value = null;
        isShown.value = false;
      },
      show: () => {
        isShown.value = true;
      },
    },
    bet: (way) => {
      ownBet.value = way;
    },
  };
}
