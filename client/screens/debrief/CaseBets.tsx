import { type BetWay, betWays } from '#shared/session/vocabulary/debrief.ts';
import { words } from '../../text/language.ts';
import type { WhatIfCase } from './useCase.ts';

/** Where the dial would have ended: three buttons for who bets. */
export function CaseBets({ now: { bet, ownBet, betters } }: { readonly now: WhatIfCase }) {
  const { whatIf: text } = words.value.debrief;
  return (
    <section class="case-bets">
      <h2>{text.question}</h2>
      {bet !== null && (
        <div class="case-ways" role="group" aria-label={text.question}>
          {betWays.map((way) => (
            <button
              key={way}
              type="button"
              class="btn lg"
              aria-pressed={ownBet === way}
              onClick={() => bet(way)}
            >
              {text.ways[way]}
            </button>
          ))}
        </div>
      )}
      <p class="debrief-count num" role="status">
        {text.betters(betters)}
      </p>
    </section>
  );
}

interface CountProps {
  readonly bets: Readonly<Record<BetWay, number>>;
  /** The way the dial went; null while it is worked out. */
  readonly right: BetWay | null;
  readonly ownBet: BetWay | null;
}

/** How many bet each way, and which way it went. */
export function CaseBetCounts({ bets, right, ownBet }: CountProps) {
  const { whatIf: text } = words.value.debrief;
  const all = Math.max(1, ...betWays.map((way) => bets[way]));
  return (
    <ul class="case-counts" aria-label={text.counts}>
      {betWays.map((way) => (
        <li key={way} class={way === right ? 'is-right' : undefined}>
          <span>
            {text.ways[way]}
            {way === right && <b> {text.right}</b>}
            {way === ownBet && <small> {text.yours}</small>}
          </span>
          <b class="num">{bets[way]}</b>
          <i aria-hidden="true" style={{ '--share': `${bets[way] / all}` }} />
        </li>
      ))}
    </ul>
  );
}
