import { failed } from '../lib/result.ts';
import { commandRules } from './commandRules.ts';
import type { Actor } from './vocabulary/actors.ts';
import type { Command, CommandType, TypedCommand } from './vocabulary/commands.ts';
import type { Decision } from './vocabulary/decision.ts';
import type { Refusal } from './vocabulary/refusals.ts';
import type { SessionState } from './vocabulary/state.ts';

/**
 * Decides a command: returns the events it causes, or the refusal. Pure: the same state, actor and command always give the same
 * result, so a recorded session can be decided again.
 */
export function decide(state: SessionState, actor: Actor, command: Command): Decision {
  const refusal = refusalByAuthority(state, actor, command.type);
  return refusal === null ? judge(state, command, actor) : failed(refusal);
}

/** The refusal if this actor may not give this command now; null if they may. */
export function refusalByAuthority(state: SessionState, actor: Actor, command: CommandType): Refusal | null {
  const { by, during, whilePaused } = commandRules[command];
  if (!by.includes(actor.kind)) return { code: 'notYourCommand' };
  if (!during.includes(state.phase.name)) return { code: 'wrongPhase' };
  if (state.paused !== null && !whilePaused) return { code: 'sessionPaused' };
  return null;
}

function judge<Type extends CommandType>(
  state: SessionState,
  command: TypedCommand<Type>,
  actor: Actor,
): Decision {
  return commandRules[command.type].decide(state, command, actor);
}
