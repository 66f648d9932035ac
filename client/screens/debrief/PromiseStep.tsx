import type { PromiseAndDeed } from '#shared/session/findings/promise.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { seatName, seatNames } from '../../panels/lookup.ts';
import { SaidAndDone } from '../../panels/talk/SaidAndDone.tsx';
import { words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/** Promises and deeds: a bar for every state with obligations, kept to one side, broken to the other. */
export function PromiseStep({ view, source }: StepProps) {
  return (
    <>
      <ShowFindings source={source} show={({ promises }) => <Bars view={view} promises={promises} />} />
      <SaidAndDone view={view} source={source} round={null} />
    </>
  );
}

function Bars({ view, promises }: { readonly view: View; readonly promises: readonly PromiseAndDeed[] }) {
  const { promise: speech } = words.value.debrief;
  const most = Math.max(1, ...promises.map(({ kept, broken }) => Math.max(kept, broken)));
  return (
    <>
      <ul class="promise-bars">
        <li class="promise-head" aria-hidden="true">
          <span>{speech.broken}</span>
          <span>{speech.kept}</span>
        </li>
        {promises.map((one) => (
          <li key={one.seat} aria-label={speech.bar(seatName(view, one.seat), one.kept, one.broken)}>
            <b>{seatName(view, one.seat)}</b>
            <span class="promise-broken num" style={{ '--share': `${one.broken / most}` }}>
              <i />
              {one.broken}
            </span>
            <span class="promise-kept num" style={{ '--share': `${one.kept / most}` }}>
              <i />
              {one.kept}
            </span>
            <small>{details(view, one)}</small>
          </li>
        ))}
      </ul>
      {promises.length < view.card.seats.length && <p class="debrief-note">{speech.none}</p>}
    </>
  );
}

function details(view: View, one: PromiseAndDeed): string {
  const { promise: speech } = words.value.debrief;
  const parts: string[] = [];
  if (one.towards.length > 0) parts.push(speech.towards(seatNames(view, one.towards)));
  if (one.secretKept + one.secretBroken > 0) parts.push(speech.secret(one.secretKept, one.secretBroken));
  return parts.join(' · ');
}
