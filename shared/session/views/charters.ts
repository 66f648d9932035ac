import type { BlocId } from '../../model/world.ts';
import type { CharterTerms } from '../vocabulary/charters.ts';
import { charterOf } from '../topics/blocRules.ts';
import type { BlocMatters, CharterView } from './charterView.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';

/** A bloc's charter, votes and decisions, for everybody; null if there are none. */
export function mattersOf(state: SessionState, bloc: BlocId, textOf: TextOf): BlocMatters | null {
  const { ballots, admitted, expelled, notices } = state.blocRules;
  const charter = charterOf(state, bloc);
  const here = (all: readonly { readonly bloc: BlocId; readonly seat: string }[]): readonly string[] =>
    all.filter((one) => one.bloc === bloc).map(({ seat }) => seat);
  const matters: BlocMatters = {
    charter: charter && charterView(charter, textOf),
    ballots: ballots
      .filter((one) => one.bloc === bloc)
      .map(({ kind, seat, proposal, terms, yes }) => ({
        kind,
        seat,
        proposal,
        charter: terms && charterView(terms, textOf),
        yes,
      })),
    admitted: here(admitted),
    expelled: here(expelled),
    notices: here(notices),
  };
  const { charter: settled, ...lists } = matters;
  return settled === null && Object.values(lists).every(({ length }) => length === 0) ? null : matters;
}

function charterView({ policy, noticeRounds, text }: CharterTerms, textOf: TextOf): CharterView {
  const words = text === null ? null : textOf(text.id);
  const [first = '', ...rest] = words?.split('\n') ?? [];
  return { policy, noticeRounds, name: first || null, text: rest.join('\n').trim() || null };
}
