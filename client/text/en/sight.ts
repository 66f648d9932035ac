/** Words of a session in which states read no trust but their own row and column. */
export const sight = {
  option: 'Trust that a state sees',
  options: { all: 'Everybody’s', own: 'Its own, both ways' },
  settings: 'each state sees its own trust only',
  note: 'Each state sees whom it trusts and who trusts it. Averages stay public; after the end everything opens.',
  between: 'Trust between other states is not shown in this session.',
  why: 'What moved trust between other states is not shown in this session: it stands here as one part.',
  preview: 'Trust between other states is not shown in this session; the forecast uses its averages.',
  objective:
    'Trust between other states is not shown in this session; you will see at the end how close you came.',
  untilEnd: 'Shown at the end',
};
export type SightWords = typeof sight;
