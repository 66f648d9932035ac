import { plural } from '../number.ts';

/** The four marks of the predicament as lamps. */
const lamps = {
  title: 'The four marks of the predicament',
  summary: (lit: number) =>
    lit === 0 ? 'No mark of the predicament' : `${lit} of 4 marks of the predicament`,
  names: {
    division: 'Full division',
    camps: 'Opposed camps',
    trust: 'Broken trust',
    risk: 'Soaring risk',
  },
  short: { division: 'Division', camps: 'Camps', trust: 'Trust', risk: 'Risk' },
  states: { off: 'off', near: 'near', lit: 'lit' },
  upTo: (from: string) => `(lit from ${from})`,
  downTo: (from: string) => `(lit at ${from} or less)`,
  or: 'or',
  opening: 'the opening',
  never: 'never lit so far',
  litAfter: (rounds: string) => `lit after round ${rounds}`.replace('round the opening', 'the opening'),
  rule: (need: number, dial: string) =>
    `The predicament needs ${need} ${plural(need, 'lamp', 'lamps')} and the dial at ${dial} or less.`,
};

/** The course of a session: Figure 1 of the paper as a picture of this world. */
const picture = {
  title: 'The course',
  open: 'The course (C)',
  close: 'The map (C)',
  tab: { map: 'Map', course: 'Course' },
  emergence: 'Risks appear',
  selection: 'Direction-selection stage',
  governance: 'Good governance',
  predicament: 'Systemic predicament',
  round: 'Round',
  start: 'start',
  asTable: 'The course as a table',
  caption: 'Dial and forces after each round',
  arrows:
    'At each round, the arrow up is as long as the centripetal force, the arrow down as the centrifugal force.',
  begins: (dial: string) => `No round has been played. The dial stands at ${dial}.`,
  stood: (dial: string, band: string) => `The dial stands at ${dial}: ${band}.`,
  straight: (from: string) => `It began at ${from} and has kept its course so far.`,
  turnedUp: (round: number, from: string) =>
    round === 0
      ? `It has risen since the opening, from ${from}.`
      : `It turned up after round ${round}, from ${from}.`,
  turnedDown: (round: number, from: string) =>
    round === 0
      ? `It has fallen since the opening, from ${from}.`
      : `It turned down after round ${round}, from ${from}.`,
  because: (causes: string) => `Since then: ${causes}.`,
  moved: (name: string, by: string) => `${name} ${by}`,
};

/** The two forces and their three aspects. */
const forces = {
  title: 'What pulls',
  centripetal: 'Centripetal force',
  centrifugal: 'Centrifugal force',
  aspects: { mechanism: 'Mechanism', goals: 'Goals', paths: 'Paths' },
  sum: 'Force',
  note: 'Each force is the mean of its three parts. The dial is the difference of the two.',
};

/** Words of what the paper names and the numbers show. */
export const course = { lamps, picture, forces };
