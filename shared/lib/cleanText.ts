const CONTROLS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Filler and direction characters: no name or message needs them, and they break the layout of screens. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/gu;

/** One typed line, cleaned: composed characters, no control, direction or invisible characters, single spaces. */
export function cleanLine(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** A typed message, cleaned: clean lines with at most one empty line between two. Null if nothing is left. */
export function cleanMessage(typed: string): string | null {
  const lines = typed.split(/\r\n|[\n\r\u2028\u2029]/u).map(cleanLine);
  const text = lines
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  return text === '' ? null : text;
}
