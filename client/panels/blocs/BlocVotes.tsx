import { useSignal } from '@preact/signals';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { asOneText, words } from '../../text/language.ts';
import { seatName, seatNames, canBargain } from '../lookup.ts';
import type { BlocProps } from './blocProps.ts';
import { seatsIn } from './BlocLink.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';

type Ballot = NonNullable<BlocProps['bloc']['matters']>['ballots'][number];

/** The questions before a bloc's members, each with its supporters and a button to join them. */
export function BlocVotes({ view, source, bloc }: BlocProps) {
  const { blocs } = words.value;
  const problem = useSignal<string | null>(null);
  const ballots = bloc.matters?.ballots ?? [];
  if (ballots.length === 0) return null;
  const own = view.own?.seat ?? '';
  const mayVote = seatsIn(view, bloc).includes(own) && canBargain(view);
  const vote = async (ballot: Ballot): Promise<void> => {
    problem.value = noSentence(await source.send(commandFor(bloc.id, ballot)));
    if (problem.value === null) announce(blocs.voted);
  };
  return (
    <section aria-live="polite">
      <h3>{blocs.votes}</h3>
      <ul class="bloc-votes">
        {ballots.map((ballot) => (
          <li key={`${ballot.kind} ${ballot.seat}`}>
            <p>
              <b>{questionOf(view, ballot)}</b>
              <small>{blocs.yes(seatNames(view, ballot.yes))}</small>
            </p>
            {mayVote && !ballot.yes.includes(own) && ballot.seat !== own && (
              <button type="button" class="btn" onClick={() => void vote(ballot)}>
                {blocs.voteYes}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="panel-note">{blocs.voteNote}</p>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </section>
  );
}

function commandFor(bloc: number, { kind, seat, proposal }: Ballot): Command {
  if (kind === 'charter') return { type: 'voteCharter', bloc, proposal };
  return { type: kind === 'admit' ? 'voteAdmit' : 'voteExpel', bloc, seat: seat ?? '' };
}

function questionOf(view: View, { kind, seat, charter }: Ballot): string {
  const { blocs } = words.value;
  if (kind === 'admit') return blocs.admit(seatName(view, seat ?? ''));
  if (kind === 'expel') return blocs.expel(seatName(view, seat ?? ''));
  const terms = asOneText(
    blocs.policies[charter?.policy ?? 'open'],
    blocs.notice[charter?.noticeRounds ?? 0],
  );
  return asOneText(blocs.newCharter(charter?.name ?? null), terms, charter?.text ?? '');
}
