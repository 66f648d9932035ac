import type { BrokenView, View } from '#shared/session/views/tableView.ts';
import { asOneText, words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import { clauseSentence } from '../agreements/agreements.ts';
import { seatName, seatNames } from '../lookup.ts';

interface Props {
  readonly view: View;
  readonly broken: BrokenView;
}

/** The broken promise: who broke it towards whom, its words, and its own cost in trust and standing. */
export function BrokenLine({ view, broken }: Props) {
  const { ending: speech } = words.value.play;
  const { by, towards, secret, clauses, trust, standing } = broken;
  const said = secret ? speech.brokeSecret : speech.broke;
  return (
    <p class="broken-line">
      <b>{said(seatName(view, by), seatNames(view, towards))}</b>{' '}
      <q>{asOneText(...clauses.map((clause) => clauseSentence(view, clause)))}</q>{' '}
      <span class="num">{speech.brokeCost(signedPoints(trust), signedPoints(standing))}</span>
    </p>
  );
}
