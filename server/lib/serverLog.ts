import type { Logger } from 'pino';

/** Where the server writes what happened to it. Never names, tokens, codes, texts or addresses. */
export type ServerLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What may be written of an error: its kind and where it arose. Its message may quote what people wrote, so it stays out. */
export function faultForLog(error: unknown): { readonly kind: string; readonly where: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, where: [] };
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^\s+at /.test(frame));
  return { kind: error.name, where: frames.slice(0, 8).map((frame) => frame.trim()) };
}
