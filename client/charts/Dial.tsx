import type { Tenths } from '#shared/session/views/tenths.ts';
import { labelled, words } from '../text/language.ts';
import { signedPoints } from '../text/number.ts';
import {
  BAND_EDGES,
  DIAL,
  dialAngle,
  dialPoint,
  dialSector,
  dialStrokes,
  dialTrail,
  GOVERNANCE,
  PREDICAMENT,
  SCALE_END,
} from './dialGeometry.ts';
import '../styles/charts.css';

interface DialProps {
  /** Directions from the opening to now, in tenths. */
  readonly trail: readonly Tenths[];
  /** The state of the world, in words. */
  readonly state: string;
  /** The previous position of the needle, drawn dotted. */
  readonly before?: Tenths | undefined;
  /** How many seats bet on each band. */
  readonly bets?: readonly number[] | undefined;
  /** The band the own seat bet on, 1 to 5. */
  readonly ownBet?: number | null | undefined;
}

/** The stage dial: the paper's Figure 1 as an instrument. Half circle, three zones by texture, needle, trail of rounds. */
export function Dial({ trail, state, before, bets, ownBet }: DialProps) {
  const { dial } = words.value.play;
  const now = trail.at(-1) ?? 0;
  return (
    <svg
      class="dial"
      viewBox={bets ? `-28 -24 528 ${DIAL.height + 24}` : `0 0 ${DIAL.width} ${DIAL.height}`}
      role="img"
      aria-label={`${dial.label}. ${dial.reading(signedPoints(now), state)}`}
    >
      <Scale />
      {before !== undefined && <Before at={before} />}
      <Trail trail={trail} />
      <Needle at={now} />
      {bets && <Bets bets={bets} ownBet={ownBet ?? null} />}
    </svg>
  );
}

function Scale() {
  const { outer, inner } = DIAL;
  const [ax, ay] = dialPoint(-SCALE_END, outer);
  const [bx, by] = dialPoint(SCALE_END, outer);
  return (
    <g aria-hidden="true">
      <path class="dial-bad" d={dialSector(-SCALE_END, PREDICAMENT, outer, inner)} />
      <path class="dial-hatch" d={dialStrokes(8 - SCALE_END, PREDICAMENT - 8, 12, outer - 3, inner + 4)} />
      <path class="dial-mid" d={dialSector(PREDICAMENT, GOVERNANCE, outer, inner)} />
      <path class="dial-good" d={dialSector(GOVERNANCE, SCALE_END, outer, inner)} />
      <path class="dial-ticks" d={dialStrokes(-SCALE_END, SCALE_END, 100, inner + 10, inner)} />
      <path class="dial-rim" d={`M${ax} ${ay}A${outer} ${outer} 0 0 1 ${bx} ${by}`} />
      <path class="dial-bars" d={dialStrokes(PREDICAMENT, PREDICAMENT, 1, outer + 6, inner - 8)} />
      <path class="dial-bars" d={dialStrokes(GOVERNANCE, GOVERNANCE, 1, outer + 6, inner - 8)} />
      <path class="dial-zero" d={dialStrokes(0, 0, 1, outer + 2, inner - 2)} />
    </g>
  );
}

function Trail({ trail }: { readonly trail: readonly Tenths[] }) {
  const { dial } = words.value.play;
  const places = dialTrail(trail);
  return (
    <g>
      <polyline class="dial-trail" points={places.map((place) => place.join(',')).join(' ')} />
      {places.map(([x, y], round) => (
        <circle
          key={round}
          class={round === places.length - 1 ? 'dial-stop is-now' : 'dial-stop'}
          cx={x}
          cy={y}
          r={round === places.length - 1 ? 6 : Math.max(2.6, 4.4 - trail.length * 0.1)}
        >
          <title>{dial.after(round, signedPoints(trail[round] ?? 0))}</title>
        </circle>
      ))}
    </g>
  );
}

function Needle({ at }: { readonly at: Tenths }) {
  const { x, y } = DIAL;
  return (
    <g aria-hidden="true">
      <path
        class="dial-needle"
        style={{ transform: `rotate(${dialAngle(at)}deg)`, transformOrigin: `${x}px ${y}px` }}
        d={`M${x - 8.5} ${y}L${x} ${y - 158}L${x + 8.5} ${y}Z`}
      />
      <circle class="dial-hub" cx={x} cy={y} r="13" />
    </g>
  );
}

function Before({ at }: { readonly at: Tenths }) {
  const [x, y] = dialPoint(at, DIAL.inner - 6);
  return <path class="dial-before" aria-hidden="true" d={`M${DIAL.x} ${DIAL.y}L${x} ${y}`} />;
}

function Bets({ bets, ownBet }: { readonly bets: readonly number[]; readonly ownBet: number | null }) {
  const { play } = words.value;
  return (
    <g>
      {bets.map((count, band) => {
        const [from, to] = [BAND_EDGES[band] ?? 0, BAND_EDGES[band + 1] ?? 0];
        const [x, y] = dialPoint((from + to) / 2, DIAL.outer + 22);
        const own = ownBet === band + 1;
        return (
          <g key={band} class={own ? 'dial-bet is-own' : count > 0 ? 'dial-bet' : 'dial-bet is-none'}>
            <title>{labelled(play.dial.bands[band] ?? '', play.reveal.bets(count))}</title>
            <circle cx={x} cy={y} r="17" />
            <text x={x} y={y + 7}>
              {count}
            </text>
          </g>
        );
      })}
    </g>
  );
}
