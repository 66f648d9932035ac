/**
 * A name as people may give it: composed, without control, direction and invisible characters, single spaces, at
 * most 40 symbols. Null where nothing is left.
 */
export function cleanName(typed: string): string | null {
  const plain = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(
      /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/gu,
      '',
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const short = Array.from(plain).slice(0, 40).join('').trim();
  return short === '' ? null : short;
}
