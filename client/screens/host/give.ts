import type { Command } from '#shared/session/vocabulary/commands.ts';

/** Sends one of the host's commands, with its words; the console shows the result. */
export type Give = (command: Command, text?: string) => void;
