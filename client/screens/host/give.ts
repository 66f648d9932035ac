import type { Command } from '#shared/session/vocabulary/commands.ts';

/** Gives one of the host's commands, with the words that belong to it; what becomes of it is shown by the console. */
export type Give = (command: Command, text?: string) => void;
