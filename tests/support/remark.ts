import type { Bilingual, Remark } from '../../shared/scenario/schema.ts';

/** A remark in both languages; throws if it has one text only, as older packs may. */
export function bothOf(remark: Remark): Bilingual {
  if (typeof remark === 'string') throw new Error(`one language only: ${remark}`);
  return remark;
}
