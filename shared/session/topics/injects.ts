import { failed, ok, type Result } from '../../lib/result.ts';
import { castEvent } from '../../model/chance.ts';
import { referenceDeck } from '../../model/eventDeck.ts';
import { WRITTEN_EVENT } from '../../model/world.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import { MOST_INJECTS } from '../vocabulary/injects.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import { attemptSeed } from './round.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { pendingInjects } from '../vocabulary/roundEvents.ts';

/** The host brings an event into the world: at once if the round is still open, or with the next round. */
export function injectEvent(state: SessionState, command: CommandOf<'injectEvent'>): Decision {
  const given = roundNow(state);
  const round = roundOfInject(state, given, command.when);
  if (!round.ok) return round;
  if (state.injects.filter((inject) => inject.round === round.value).length >= MOST_INJECTS)
    return failed({ code: 'tooManyEvents' });
  const number = (state.injects[state.injects.length - 1]?.number ?? 0) + 1;
  const base = { type: 'eventInjected', number, round: round.value, given } as const;
  const { what } = command;
  if (what.from === 'host') {
    if (what.text === null) return failed({ code: 'nothingSaid' });
    const event = castEvent(
      state.basis.setting,
      { id: WRITTEN_EVENT, weight: 1, effects: what.effects },
      attemptSeed(state.basis.seed, state.attempt),
      round.value,
      number,
    );
    return ok([{ ...base, event, text: what.text }]);
  }
  const { setting, seed } = state.basis;
  const found = (setting.deck ?? referenceDeck).find(({ id }) => id === what.id);
  if (found === undefined) return failed({ code: 'unknownEvent' });
  const event = castEvent(setting, found, attemptSeed(seed, state.attempt), round.value, number);
  return ok([{ ...base, event, text: null }]);
}

/** The host takes back an event that has not happened yet. */
export function cancelInject(state: SessionState, command: CommandOf<'cancelInject'>): Decision {
  const inject = pendingInjects(state).find(({ number }) => number === command.number);
  return inject === undefined
    ? failed({ code: 'eventPast' })
    : ok([{ type: 'injectCancelled', number: inject.number, round: inject.round }]);
}

function roundNow({ phase, world }: SessionState): number {
  return phase.name === 'lobby' || phase.name === 'ended' ? world.round : phase.round;
}

/** The round in which the event happens, or the refusal. */
function roundOfInject(
  { phase, basis }: SessionState,
  now: number,
  when: CommandOf<'injectEvent'>['when'],
): Result<number, Refusal> {
  if (when === 'nextRound') return now < basis.plan.rounds ? ok(now + 1) : failed({ code: 'noNextRound' });
  if (phase.name === 'lobby') return failed({ code: 'wrongPhase' });
  return phase.name === 'reveal' || phase.name === 'review' ? failed({ code: 'roundIsOver' }) : ok(now);
}
