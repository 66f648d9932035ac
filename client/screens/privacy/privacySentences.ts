import type { PrivacyFacts } from '#shared/wire/library.ts';
import { UNDO_DAYS } from '#shared/wire/retention.ts';
import { words } from '../../text/language.ts';

/** How long each kind of data is stored, by the settings in force. */
export function keepingSentences({
  keepDays,
  backsUp,
  backupsBeside,
  setAside,
}: PrivacyFacts): readonly string[] {
  const { long } = words.value.privacy;
  return [
    keepDays === null ? long.forever : long.days(keepDays),
    long.deleted(UNDO_DAYS),
    long.erased,
    long.practice,
    backsUp ? long.backups(backupsBeside) : long.noBackups,
    long.setAside(setAside),
  ];
}

/** Where it is stored. */
export function whereSentences({ publicUrl }: PrivacyFacts): readonly string[] {
  const { where } = words.value.privacy;
  return [publicUrl === null ? where.here : where.at(publicUrl), where.copies];
}
