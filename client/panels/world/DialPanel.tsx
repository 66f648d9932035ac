import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { Dial } from '../../charts/Dial.tsx';
import { SCALE_END } from '../../charts/dialGeometry.ts';
import { Term } from '../../components/Term.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { CommonRules } from './CommonRules.tsx';
import { dialState } from './dialState.ts';
import { FourLamps } from './FourLamps.tsx';
import { ThreeMarks } from './ThreeMarks.tsx';
import '../../styles/play-gauges.css';

interface DialPanelProps {
  readonly view: View;
  /** Makes the dial, the three marks and the four lamps ways to their causes. */
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  /** The position of the needle instead of the current one, which the reveal withholds. */
  readonly trail?: readonly Tenths[] | undefined;
  readonly before?: Tenths | undefined;
  readonly bets?: readonly number[] | undefined;
  readonly ownBet?: number | null | undefined;
  /** Omits the bar of the common rules. */
  readonly bare?: boolean | undefined;
}

/** The dial with the name of its band, and the common rules beneath. */
export function DialPanel(props: DialPanelProps) {
  const { view, onWhy, bare = false } = props;
  const trail = props.trail ?? view.table.trail.direction;
  const now = trail.at(-1) ?? 0;
  const caption = (
    <>
      <span class="visually-hidden">{words.value.play.gauges.direction} </span>
      <strong class="dial-band">{dialState(view, trail)}</strong>{' '}
      <span class="dial-value num">{signedPoints(now)}</span>
    </>
  );
  return (
    <section class="dial-panel">
      <Dial
        trail={trail}
        state={dialState(view, trail)}
        before={props.before}
        bets={props.bets}
        ownBet={props.ownBet}
      />
      <DialEnds />
      {onWhy ? (
        <button
          type="button"
          class="dial-caption"
          onClick={() => onWhy({ kind: 'indicator', indicator: 'direction' })}
          title={words.value.play.gauges.why(words.value.play.gauges.direction)}
        >
          {caption}
        </button>
      ) : (
        <p class="dial-caption">{caption}</p>
      )}
      <DialNotes now={now} isLocked={view.table.locked} />
      <ThreeMarks view={view} onWhy={onWhy} />
      <FourLamps view={view} onWhy={onWhy} />
      {!bare && <CommonRules view={view} />}
    </section>
  );
}

function DialEnds() {
  const { dial } = words.value.play;
  return (
    <div class="dial-ends">
      <Term id="predicament">{dial.predicament}</Term>
      <Term id="dial" />
      <Term id="governance">{dial.governance}</Term>
    </div>
  );
}

/** What the needle cannot show: that the world is beyond the scale, or locked. */
function DialNotes({ now, isLocked }: { readonly now: Tenths; readonly isLocked: boolean }) {
  const { dial, locked } = words.value.play;
  return (
    <>
      {Math.abs(now) > SCALE_END && <p class="dial-beyond">{dial.beyond}</p>}
      {isLocked && (
        <p class="dial-locked">
          <Term id="lock">{locked}</Term>
        </p>
      )}
    </>
  );
}
