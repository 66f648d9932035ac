import { textDigest } from '#shared/log/chain.ts';
import { newHeader } from '#shared/log/header.ts';
import { type FreeText, type LogLine, sealLine } from '#shared/log/line.ts';
import { assembleLog } from '#shared/log/write.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { decide } from '#shared/session/decide.ts';
import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { evolve } from '#shared/session/evolve.ts';
import { initialState, planSession } from '#shared/session/open.ts';
import { sha256 } from '../../server/store/digest.ts';
import { delegateOf, host } from '../session/table.ts';

/** Records a session command by command, as the server does. */
class Scribe {
  readonly #basis = planSession({
    scenario: archipelago(),
    seed: 7,
    options: { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true, survey: true },
  });
  readonly #header = newHeader(this.#basis, { build: 'test', created: 0 }, sha256);
  readonly #lines: string[] = [];
  readonly #texts: FreeText[] = [];
  #head = this.#header.hash;
  state = initialState(this.#basis);

  give(actor: Actor, command: Command): void {
    const decision = decide(this.state, actor, command);
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.failure)}`);
    const seq = this.#lines.length + 1;
    const line: Omit<LogLine, 'hash'> = {
      seq,
      at: seq * 1000,
      actor,
      key: `key-${seq}`,
      command,
      events: decision.value,
    };
    const sealed = sealLine(this.#head, line, sha256);
    this.#lines.push(sealed.text);
    this.#head = sealed.line.hash;
    this.state = decision.value.reduce(evolve, this.state);
  }

  /** A text beside the chain, as a command names it. */
  text(value: string): { readonly id: string; readonly digest: string } {
    const id = `text-${this.#texts.length}`;
    const salt = 'salt';
    this.#texts.push({ id, salt, value });
    return { id, digest: textDigest(salt, value, sha256) };
  }

  log(): string {
    const footer = { end: true, count: this.#lines.length, head: this.#head, status: 'ended' } as const;
    return assembleLog(this.#header, this.#lines, footer, this.#texts);
  }
}

function archipelago(): Scenario {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('archipelago is missing');
  return scenario;
}

const fears = { seat: 'meridia', family: 'securitize' } as const;

/** The text of a record whose debrief has all thirteen steps: talk and silence, a broken promise, fear, words and answers. */
export function debriefedLog(): string {
  const scribe = new Scribe();
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
