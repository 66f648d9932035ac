import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import '../../styles/play-reveal.css';

/** Changes of the dial below this many tenths of a point count as *unchanged*. */
const STILL = 5;

/** The last round's change of the dial, as a line: further apart: −1.2 → −5.0. */
export function DialMove({ view }: { readonly view: View }) {
  const speech = words.value.play.reveal;
  const trail = view.table.trail.direction;
  const [was, is] = [trail.at(-2) ?? 0, trail.at(-1) ?? 0];
  const { apart, together, still } = speech.pulled;
  const verb = Math.abs(is - was) < STILL ? still : is < was ? apart : together;
  return (
    <p class="dial-move num">
      {speech.movement(verb)} <b>{signedPoints(was)}</b> → <b>{signedPoints(is)}</b>
    </p>
  );
}
