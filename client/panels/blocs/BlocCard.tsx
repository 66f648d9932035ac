import '../../styles/play-panels.css';
import '../../styles/play-blocs.css';
import type { BlocView } from '#shared/session/views/tableView.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pick, words } from '../../text/language.ts';
import { blocName, seatName } from '../lookup.ts';
import { NumberRow } from '../world/NumberRow.tsx';
import { BlocActs } from './BlocActs.tsx';
import { CharterLink, seatsIn } from './BlocLink.tsx';
import { BlocRound } from './BlocRound.tsx';
import { BlocVotes } from './BlocVotes.tsx';
import type { BlocProps } from './blocProps.ts';

/** The card of a bloc: its charter, its members, its effects on others, its votes; nothing for a dissolved bloc. */
export function BlocCard({ id, ...props }: Omit<BlocProps, 'bloc'> & { readonly id: number }) {
  const { view, ui } = props;
  const shell = useRef<HTMLElement>(null);
  const bloc = view.table.blocs.find((one) => one.id === id);
  const close = (): void => {
    ui.bloc.value = null;
  };
  useLayoutEffect(() => shell.current?.focus(), [id]);
  if (!bloc) return null;
  const all = { ...props, bloc };
  return (
    <aside
      ref={shell}
      class="state-card bloc-card"
      tabIndex={-1}
      aria-label={blocName(view, bloc)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Head view={view} bloc={bloc} onClose={close} />
      <Charter {...all} />
      <Members {...all} />
      <Effects {...all} />
      <BlocVotes {...all} />
      <BlocActs key={id} {...all} />
    </aside>
  );
}

function Head({ view, bloc, onClose }: Pick<BlocProps, 'view' | 'bloc'> & { readonly onClose: () => void }) {
  const { blocs, play } = words.value;
  const field = bloc.field === null ? undefined : view.card.fields[bloc.field];
  return (
    <header>
      <div>
        <h2>{blocName(view, bloc)}</h2>
        <p>{field ? blocs.groupOf(pick(field)) : blocs.camp}</p>
      </div>
      <button type="button" class="state-close" aria-label={play.state.close} onClick={onClose}>
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
          <path d="M4 4l14 14M18 4L4 18" />
        </svg>
      </button>
    </header>
  );
}

function Charter(props: BlocProps) {
  const { blocs } = words.value;
  const charter = props.bloc.matters?.charter ?? null;
  return (
    <section>
      <h3>{blocs.charter}</h3>
      {charter?.text && <p class="bloc-text">{charter.text}</p>}
      <p>
        {blocs.policies[charter?.policy ?? 'open']} {blocs.notice[charter?.noticeRounds ?? 0]}
      </p>
      <CharterLink {...props} />
    </section>
  );
}

function Members({ view, bloc, ui }: BlocProps) {
  const { blocs } = words.value;
  const look = (seat: string): void => {
    ui.bloc.value = null;
    ui.looking.value = seat;
  };
  return (
    <section>
      <h3>{blocs.members(bloc.members.length)}</h3>
      <ul class="bloc-members">
        {seatsIn(view, bloc).map((seat) => (
          <li key={seat}>
            <button type="button" class="bloc-link" onClick={() => look(seat)}>
              {seatName(view, seat)}
            </button>
            <small>{standingOf(bloc, seat)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function standingOf({ matters }: BlocView, seat: string): string {
  const { blocs } = words.value;
  if (matters?.expelled.includes(seat)) return blocs.isExpelled;
  return matters?.notices.includes(seat) ? blocs.isLeaving : '';
}

/** The effects of the rules on it, in sentences; the depth of a camp leads to its causes. */
function Effects(props: BlocProps) {
  const { view, ui, bloc } = props;
  const { blocs } = words.value;
  const isCamp = bloc.kind === 'exclusive';
  const does = isCamp ? blocs.campDoes : bloc.coordinated ? blocs.coordinatedDoes : blocs.groupDoes;
  const subject = { kind: 'depth', bloc: bloc.id } as const;
  return (
    <section>
      <h3>{blocs.does}</h3>
      {isCamp && <NumberRow view={view} ui={ui} name={blocs.depth} value={bloc.depth} subject={subject} />}
      <ul class="bloc-does">
        {(bloc.dormant ? blocs.dormantDoes : does).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <BlocRound {...props} />
    </section>
  );
}
