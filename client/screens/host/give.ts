import type { Command } from '#shared/session/vocabulary/commands.ts';

/** Gives one of the host's commands; what becomes of it is shown by the console. */
export type Give = (command: Command) => void;
