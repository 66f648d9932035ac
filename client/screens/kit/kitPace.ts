import { roundPhases } from '#shared/session/vocabulary/phases.ts';
import { type OwnPace, ownPaceSchema } from '#shared/session/vocabulary/ownPace.ts';

/** Which states a kit is about: so many of the scenario's (null: all), or those of the session with this code, as it was opened. */
export type KitStates = { readonly seats: number | null } | { readonly session: string };

/** The address of the kit of a scenario and a plan, at a session's own rounds and seconds where it has them. */
export function kitAddress(
  scenario: string,
  plan: string,
  pace: OwnPace | null,
  states: KitStates = { seats: null },
): `/kit/${string}` {
  const at =
    pace === null
      ? ''
      : `&pace=${[pace.rounds, ...roundPhases.map((phase) => pace.seconds[phase])].join('-')}`;
  return `/kit/${scenario}?plan=${encodeURIComponent(plan)}${at}${statesText(states)}`;
}

function statesText(states: KitStates): string {
  if ('session' in states) return `&session=${states.session}`;
  return states.seats === null ? '' : `&seats=${states.seats}`;
}

/** The rounds and seconds in an address; null if it names none, or none that a session may have. */
export function paceOfText(text: string | null): OwnPace | null {
  const numbers = text?.split('-').map(Number) ?? [];
  if (numbers.length !== roundPhases.length + 1) return null;
  const seconds = Object.fromEntries(roundPhases.map((phase, place) => [phase, numbers[place + 1]]));
  return ownPaceSchema.safeParse({ rounds: numbers[0], seconds }).data ?? null;
}
