import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { delegateOf, host } from '../session/table.ts';
import { Scribe } from './scribe.ts';

const fears = { seat: 'meridia', family: 'securitize' } as const;

/** The text of a record whose debrief has all thirteen steps: talk and silence, a broken promise, fear, words and answers. */
export function debriefedLog(): string {
  const scribe = new Scribe({ survey: true });
  const seats = scribe.state.seats.map(({ id }) => id);
  for (const seat of seats) {
    scribe.give(delegateOf(seat), { type: 'takeSeat', seat, delegate: `person-${seat}`, name: null });
    scribe.give(delegateOf(seat), { type: 'answerSurvey', text: scribe.text('1 3 5') });
  }
  scribe.give(host, { type: 'startSession' });
  goTo(scribe, 'negotiation');
  promise(scribe);
  goTo(scribe, 'decision');
  scribe.give(delegateOf('aurelia'), { type: 'sealOrders', order: { action: 'commit' }, expects: fears });
  scribe.give(delegateOf('meridia'), { type: 'sealOrders', order: { action: 'join-exclusive' } });
  goTo(scribe, 'briefing');
  scribe.give(host, { type: 'declareSilent', silent: true });
  goTo(scribe, 'decision');
  const restricts = { action: 'restrict', targets: ['meridia'] } as const;
  scribe.give(delegateOf('aurelia'), { type: 'sealOrders', order: restricts, expects: fears });
  goTo(scribe, 'reveal');
  scribe.give(host, { type: 'endSession' });
  debrief(scribe, seats);
  return scribe.log();
}

function goTo(scribe: Scribe, phase: string): void {
  do scribe.give(host, { type: 'closePhase', because: 'host' });
  while (scribe.state.phase.name !== phase);
}

/** Two states promise to leave each other alone; one such promise is kept and one is broken. */
function promise(scribe: Scribe): void {
  scribe.give(delegateOf('aurelia'), {
    type: 'proposeAgreement',
    parties: ['aurelia', 'meridia'],
    secrecy: 'secret',
    terms: { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1, untilRound: 3 },
  });
  const agreement = scribe.state.agreements[0]?.id ?? '';
  scribe.give(delegateOf('meridia'), { type: 'signAgreement', agreement, wording: 1 });
}

/** The host goes through every step; everybody gives a word, answers again and writes a line. */
function debrief(scribe: Scribe, seats: readonly string[]): void {
  for (const step of debriefSteps) {
    scribe.give(host, { type: 'setDebriefStep', step });
    for (const [index, seat] of seats.entries()) {
      const actor = delegateOf(seat);
      if (step === 'leave') scribe.give(actor, { type: 'givePulse', text: scribe.text(`word ${index}`) });
      if (step === 'question') scribe.give(actor, { type: 'answerSurvey', text: scribe.text('2 3 4') });
      if (step === 'reflect')
        scribe.give(actor, { type: 'writeReflection', text: scribe.text('Less fear.') });
    }
  }
}
