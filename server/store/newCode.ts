import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '#shared/wire/codes.ts';
import { StoreError } from './sessionStore.ts';

/** Creates something under an unpredictable free join code; returns the code. */
export async function withNewCode(create: (code: string) => Promise<void>): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const code = newCode();
    try {
      await create(code);
      return code;
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'codeTaken')) throw error;
    }
  }
  throw new StoreError('codeTaken', 'No free join code was found.');
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  ).join('');
}
