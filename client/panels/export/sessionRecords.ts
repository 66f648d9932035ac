import { failed, ok } from '#shared/lib/result.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { api } from '../../net/api.ts';
import { words } from '../../text/language.ts';
import type { RecordsToExport } from './useExport.ts';

/** Records of this server, fetched when they are wanted, one after the other. For the host, who is known by cookie. */
export function sessionRecords(codes: readonly string[]): RecordsToExport {
  const [only, ...others] = codes;
  return {
    code: only !== undefined && others.length === 0 ? only : null,
    read: async () => {
      const texts: string[] = [];
      for (const code of codes) {
        const answer = await api.log(code, null);
        if (!answer.ok) {
          const { exports, refusals } = words.value;
          return failed(exports.unread(spokenCode(code), refusals.api[answer.failure.code]));
        }
        texts.push(answer.value);
      }
      return ok(texts);
    },
  };
}
