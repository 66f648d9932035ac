/** Words of the host's bookmarks, in the console and in the debrief. */
export const bookmarks = {
  set: 'Bookmark this moment',
  key: 'Key B',
  done: (round: number, phase: string) => `Bookmark set: round ${round}, ${phase}`,
  note: 'A line about it, if you like',
  noteHint: 'Only you read it, until you show the bookmark in the debrief.',
  save: 'Save the line',
  noNote: 'No line',
  skip: 'Without a line',
  title: (count: number) => `Bookmarks (${count})`,
  none: 'None yet. Mark a moment, and you find it again in the debrief and in the replay.',
  keyMarks: 'The key B sets a bookmark',
  place: (round: number, phase: string) => `Round ${round}, ${phase}`,
  edit: 'Change the line',
  remove: 'Remove',
  of: (act: string, place: string) => `${act}: ${place}`,
  show: 'Show to everybody',
  offer:
    'Bookmarks you set during play. Everybody sees those you tick beside the three moments, with their line.',
  marked: 'Marked by the host',
};
