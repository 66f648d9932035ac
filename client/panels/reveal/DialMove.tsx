import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

/** Where the last round turned the dial, as a line: pulled apart −1.2 → −5.0. */
export function DialMove({ view }: { readonly view: View }) {
  const speech = words.value.play.reveal;
  const trail = view.table.trail.direction;
  const [was, is] = [trail.at(-2) ?? 0, trail.at(-1) ?? 0];
  const verb = is < was ? speech.pulled.apart : is > was ? speech.pulled.together : speech.pulled.still;
  return (
    <p class="dial-move num">
      {verb} <b>{signedPoints(was)}</b> {speech.to} <b>{signedPoints(is)}</b>
    </p>
  );
}
