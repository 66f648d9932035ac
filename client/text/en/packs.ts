import { englishFaultWords } from '#shared/scenario/faultWords.ts';
import { plural } from '../number.ts';

const states = (count: number): string => `${count} ${plural(count, 'state', 'states')}`;
const faults = (count: number): string => `${count} ${plural(count, 'fault', 'faults')}`;

/** Words of the scenarios on the host's page: the shipped ones and the host's own. */
export const packs = {
  /** Beside a scenario's title. */
  meta: {
    fictional: (count: number) => `${states(count)}, all fictional`,
    prepared: (count: number) => `${states(count)}, real names`,
    own: (count: number, version: number) => `${states(count)} · own, version ${version}`,
  },
  preparedNote:
    'For groups that have prepared: its states are real, and its positions are a reading of sources.',
  seats: 'Number of states',
  seatsNote: (fewest: number, most: number) =>
    `This scenario can be played with ${fewest} to ${most} states. With fewer, Nation is measured against sessions of that size.`,
  without: (names: string) => `Without ${names}. Nation is measured against sessions of this size.`,
  title: (count: number) => (count === 0 ? 'Your own scenarios' : `Your own scenarios (${count})`),
  note: 'Import a scenario file (.json). It is checked first and then stays on this server.',
  choose: 'Import a scenario',
  drop: 'or drop the file anywhere on this page',
  dropNow: 'Let go to import it',
  checking: 'Checking the file…',
  kept: (title: string, version: number) =>
    version === 1
      ? `${title} is imported. Choose it above.`
      : `${title} is replaced: this is version ${version}. Sessions that are open keep the version they began with.`,
  known: (title: string) => `${title} is here already, word for word.`,
  exists: (title: string, version: number) =>
    `${title} is here already, as version ${version}. Replace it by this file? Sessions that are open keep the version they began with.`,
  replace: 'Replace it',
  leave: 'Leave it as it is',
  faulty: (file: string, count: number) => `${file} cannot be used yet: ${faults(count)}`,
  faultyNote: 'Nothing was kept. Correct the file and import it again.',
  whole: 'The whole file',
  more: (count: number) => `and ${count} more`,
  unreadable: 'The file could not be read from this device.',
  practice: (title: string) => `Anybody may practise ${title} alone`,
  practiceNote:
    'It then stands on the practice page, and everybody can read its states and play each of them.',
  file: 'Save the file',
  fileOf: (title: string) => `Save the file of ${title}`,
  remove: 'Remove',
  removeOf: (title: string) => `Remove ${title}`,
  removeHeld: (title: string) => `Press and hold to remove ${title}`,
  removeNote: 'Records of sessions played from it keep the whole scenario.',
  removed: (title: string) => `${title} is removed.`,
  faultWords: englishFaultWords,
};
export type PackWords = typeof packs;
