import { plural } from '../number.ts';

/** Words of opening a session: presets and the rarer options. */
export const opening = {
  presets: {
    title: (count: number) =>
      count === 0 ? 'Presets: none yet' : `${count} ${plural(count, 'preset', 'presets')}`,
    name: 'Save these choices as…',
    keep: 'Save',
    kept: (name: string) => `Saved as ${name}.`,
    taken: (name: string) => `The choices of ${name} are filled in.`,
    delete: 'Delete',
    sure: 'Really delete',
    deleteOf: (name: string) => `Delete the preset ${name}`,
    reallyDelete: (name: string) => `Really delete the preset ${name}`,
  },
  pace: {
    title: 'Rounds, and seconds of each phase',
    rounds: 'Rounds',
    seconds: (phase: string) => `${phase}, s`,
    bounds: (least: number, most: number) => `${least} to ${most}`,
    minutes: (minutes: number) => `About ${minutes} minutes with joining and debrief.`,
    measured: (rounds: number) =>
      `The usual scores for ${rounds} rounds are measured in the background while you play.`,
    asPlanned: 'Reset',
  },
  languages: {
    title: 'Languages',
    options: { both: 'Both', en: 'English only', zh: 'Chinese only' },
    note: 'For delegates and the projector. With one language there is no switch; the host room keeps your own language.',
  },
  more: {
    title: 'More choices',
    wayBack: 'When the network falls apart',
    scarred: 'A hard way back',
    absorbing: 'No way back',
    scarredNote: 'The predicament can be left again, slowly, and it leaves scars.',
    absorbingNote: 'As in the paper: once all four signs of the predicament hold, it stays.',
    talk: 'Talk at the start',
    cover: 'A bot covers people who are away after',
    seconds: (seconds: number) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`),
    standIns: 'Such a bot may also sign, offer and speak',
    standInsNote:
      'Otherwise it only seals an order for people at the table: it promises nothing in their name.',
    hostReads: 'The host can read private talk while we play',
    hostReadsNote: 'Secret agreements too. Everybody is told when joining and in each private channel.',
    privateTalk: 'Open private talk after the end',
    privateTalkNote:
      'Everybody who was there can then read it in the replay. The page on which people join says so.',
  },
};
