import { delegateOf, host } from '../session/table.ts';
import { Scribe } from './scribe.ts';

/** The two states of the quarrel: the first breaks its promise to the second. */
export const quarrel = { by: 'aurelia', towards: 'meridia' } as const;

/** What the two said to each other in private, in its order, with its round. */
export const quarrelTalk: readonly {
  readonly round: number;
  readonly by: string;
  readonly text: string;
}[] = [
  { round: 1, by: 'aurelia', text: 'We will leave you alone if you leave us alone.' },
  { round: 1, by: 'meridia', text: 'Agreed. Let us sign it in public.' },
  { round: 2, by: 'meridia', text: 'Two calm rounds. Thank you.' },
  { round: 3, by: 'aurelia', text: '我们国内压力很大。 We may have to act.' },
  { round: 3, by: 'meridia', text: 'You signed. We count on it.' },
];

/**
 * The text of a record in which two states promise each other restraint in public, keep it for two rounds, and one of them breaks
 * it in round 3. Private talk opens after the end.
 */
export function quarrelLog(): string {
  const scribe = new Scribe({ privateTalkOpens: true });
  for (const { id: seat } of scribe.state.seats)
    scribe.give(delegateOf(seat), { type: 'takeSeat', seat, delegate: `person-${seat}`, name: null });
  scribe.give(host, { type: 'startSession' });
  for (let round = 1; round <= 4; round += 1) {
    goTo(scribe, 'negotiation');
    talk(scribe, round);
    if (round === 1) promise(scribe);
    goTo(scribe, 'decision');
    order(scribe, round);
    goTo(scribe, 'review');
  }
  scribe.give(host, { type: 'endSession' });
  return scribe.log();
}

function goTo(scribe: Scribe, phase: string): void {
  do scribe.give(host, { type: 'closePhase', because: 'host' });
  while (scribe.state.phase.name !== phase);
}

function talk(scribe: Scribe, round: number): void {
  const say = (seat: string, channel: Parameters<typeof toSay>[0], text: string): void =>
    scribe.give(delegateOf(seat), { ...toSay(channel), text: scribe.text(text) });
  say('concordia', { kind: 'plenary' }, `Good morning, round ${round}.`);
  for (const { round: when, by, text } of quarrelTalk)
    if (when === round)
      say(by, { kind: 'bilateral', with: by === quarrel.by ? quarrel.towards : quarrel.by }, text);
}

function toSay(
  channel: { readonly kind: 'plenary' } | { readonly kind: 'bilateral'; readonly with: string },
) {
  return { type: 'say', channel, phrase: null, mentions: [] } as const;
}

/** The promise, and another between two others that is not to be mistaken for it. */
function promise(scribe: Scribe): void {
  const terms = { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1 } as const;
  const pairs = [[quarrel.by, quarrel.towards] as const, ['concordia', 'savannah'] as const];
  for (const [index, [one, other]] of pairs.entries()) {
    scribe.give(delegateOf(one), {
      type: 'proposeAgreement',
      parties: [one, other],
      secrecy: 'public',
      terms: { ...terms, untilRound: 4 },
    });
    const agreement = scribe.state.agreements[index]?.id ?? '';
    scribe.give(delegateOf(other), { type: 'signAgreement', agreement, wording: 1 });
  }
}

function order(scribe: Scribe, round: number): void {
  const { by, towards } = quarrel;
  const give = (seat: string, given: Parameters<typeof seal>[0]): void =>
    scribe.give(delegateOf(seat), seal(given));
  give(
    by,
    round === 3 ? { action: 'restrict', targets: [towards] } : { action: 'dialogue', targets: [towards] },
  );
  give(towards, { action: 'harden' });
}

function seal(
  given:
    | { readonly action: 'restrict' | 'dialogue'; readonly targets: string[] }
    | { readonly action: 'harden' },
) {
  return { type: 'sealOrders', order: given } as const;
}
