import { type Badge, type BadgeId, badgeIds } from '#shared/session/findings/badges.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { list, words } from '../../text/language.ts';
import { seatName } from '../lookup.ts';
import '../../styles/course.css';

interface BadgesProps {
  readonly view: View;
  readonly badges: readonly Badge[];
  /** The level of its heading: in a step of the debrief only the title of the step stands above. */
  readonly title: 'h2' | 'h3';
}

/** Who was bridge, rule-maker, solution provider, and in which rounds; in the order of the table, because none is a rank. */
export function RoleBadges({ view, badges, title: Title }: BadgesProps) {
  const { badges: speech } = words.value.course;
  return (
    <section class="role-badges">
      <Title>{speech.title}</Title>
      {badges.length === 0 && <p>{speech.none}</p>}
      {badgeIds
        .filter((id) => badges.some(({ badge }) => badge === id))
        .map((id) => (
          <div key={id} class="role-badge">
            <BadgeMark badge={id} />
            <p>
              <b>{speech.names[id]}</b> {speech.deeds[id]}
            </p>
            <ul>
              {badges
                .filter(({ badge }) => badge === id)
                .map(({ seat, rounds }) => (
                  <li key={seat}>
                    <b>{seatName(view, seat)}</b>{' '}
                    <span class="num">{speech.rounds(list(rounds.map(String)))}</span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      <p class="panel-note">{speech.note}</p>
    </section>
  );
}

const marks: Readonly<Record<BadgeId, string>> = {
  bridge: 'M2 15h20M4 15V9c5 6 11 6 16 0v6M8 15v-2.8M12 15v-2M16 15v-2.8',
  ruleMaker: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M14 3v5h5',
  solutionProvider: 'M9 17h6M10 20h4M12 3a6 6 0 0 0-3.5 10.9V17h7v-3.1A6 6 0 0 0 12 3z',
};

function BadgeMark({ badge }: { readonly badge: BadgeId }) {
  return (
    <svg class="role-badge-mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path d={marks[badge]} />
    </svg>
  );
}
