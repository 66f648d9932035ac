import type { ObjectiveId } from '#shared/scenario/schema.ts';

type Reading = (reached: string, goal: string) => string;

const readings: Readonly<Record<ObjectiveId, Reading>> = {
  'rule-maker': (reached, goal) => `${reached} of ${goal} commitments`,
  reconciler: (reached, goal) => `${reached} of ${goal} points closer`,
  'non-aligned': (reached, goal) => `trust ${reached} of ${goal}`,
  'camp-leader': (reached, goal) => `${reached} of ${goal}% of the weight`,
  shield: (reached, goal) => `defence ${reached} of ${goal}`,
  'gap-closer': (reached, goal) => `digital development raised by ${reached} of ${goal} points`,
};

/** The states whose numbers count, if an objective concerns others. */
const about: Readonly<Record<ObjectiveId, (states: string) => string>> = {
  'rule-maker': () => '',
  reconciler: (states) => `Closest so far: ${states}.`,
  'non-aligned': (states) => `Leaders: ${states}. The less trusting one counts.`,
  'camp-leader': (states) => `In your camp: ${states}.`,
  shield: () => '',
  'gap-closer': (states) => `Closest so far: ${states}.`,
};

/** Secret objectives: the checklist during play, and the reveal at the end. */
export const objectives = {
  readings,
  about,
  reached: 'Reached',
  open: 'Not yet',
  missed: 'Not reached',
  missing: (points: string) => `${points} to go`,
  barred: {
    'non-aligned': 'Not while you sit in a camp.',
    'camp-leader': 'A camp needs at least two members.',
  },
  now: 'It counts as it stands at the end of the session.',
  change: (points: string) => `${points} this round`,
  afterRound: 'Your objectives after this round',
  spokenReached: (name: string) => `Objective reached: ${name}.`,
  spokenLost: (name: string) => `Objective no longer reached: ${name}.`,
  reveal: {
    title: 'The secret objectives',
    note: 'A third result, added to neither of the two.',
    everybody: 'The objectives of all states',
    state: 'State',
    both: 'Objectives',
  },
};
export type ObjectiveWords = typeof objectives;
