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

/** Which force moved the dial: what pulls its way grew, what pulls the other way shrank; an empty list is left out. */
function pulled(
  way: 'up' | 'down',
  { together, apart }: Readonly<Record<'together' | 'apart', string>>,
): string {
  const [own, other, back] = way === 'up' ? [together, apart, 'down'] : [apart, together, 'up'];
  const more = own === '' ? [] : [`more pulled it ${way} (${own})`];
  const less = other === '' ? [] : [`less pulled it ${back} (${other})`];
  return [...more, ...less].join(' and ');
}

const atRound = (round: number): string => (round === 0 ? 'at the opening' : `after round ${round}`);

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
  /** Below the picture: how long the arrow of so many points is. */
  bar: (points: number) => `${points} points`,
  /** How to read the picture, part by part. */
  reading: (upper: string, lower: string) => [
    `The numbers at the left are those of the dial. The two edges of the corridor are its limits: from ${upper} up, good governance is possible; below ${lower} lies the predicament.`,
    'The dashed upright line shows after which round the direction can be chosen.',
    'At each round, the solid arrow up is as long as the centripetal force, the broken arrow down as the centrifugal force; the bar below the picture is their measure. A ring marks a turn.',
  ],
  /** The same in one line, for the wall. */
  inShort: (upper: string, lower: string) =>
    `Above the corridor (${upper}) good governance is possible, below it (${lower}) lies the predicament. Arrow up: centripetal force; broken arrow down: centrifugal force.`,
  begins: (dial: string) => `No round has been played. The dial stands at ${dial}.`,
  stood: (dial: string, band: string) => `The dial stands at ${dial}: ${band}.`,
  straight: (from: string) => `It began at ${from} and has not moved three points in one direction.`,
  rose: (before: string, from: number, after: string, to: number) =>
    `It rose from ${before} ${atRound(from)} to ${after} ${atRound(to)}`,
  fell: (before: string, from: number, after: string, to: number) =>
    `It fell from ${before} ${atRound(from)} to ${after} ${atRound(to)}`,
  turnedUp: (from: number, after: string, to: number) =>
    `After round ${from} it turned and rose to ${after} ${atRound(to)}`,
  turnedDown: (from: number, after: string, to: number) =>
    `After round ${from} it turned and fell to ${after} ${atRound(to)}`,
  because: (
    told: string,
    way: 'up' | 'down',
    causes: Readonly<Record<'together' | 'apart', string>>,
  ): string => {
    const why = pulled(way, causes);
    return why === '' ? `${told}.` : `${told}: ${why}.`;
  },
  turn: 'turn',
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

/** The window: how much of the future was still open after each round. */
const future = {
  start: 'How open was the future?',
  again: 'Estimate it again',
  shares: (well: number, badly: number, undecided: number) =>
    `of 100 continuations, ${well} end in good governance, ${badly} in the predicament, ${undecided} in neither`,
  atStart: (shares: string) => `The window at the start: ${shares}.`,
  after: (round: number, shares: string) => `The window after round ${round}: ${shares}.`,
  well: 'good governance',
  badly: 'the predicament',
  moved: (round: number, end: string, from: number, to: number) =>
    `Round ${round} moved it most: ${end} went from ${from} to ${to} in 100.`,
  edges:
    'The window in the corridor: the area at the upper edge is the share that ends in good governance, the hatched one at the lower edge the share that ends in the predicament. What is left between them is open.',
  how: (runs: number) =>
    `An estimate: from each round on, bots continue the session ${runs} times with other chance. A bot keeps its own seat; for people it is the bot that explains their cards best. It does not say what people could have done.`,
  reading: 'Reading the record…',
  progress: (done: number, of: number) => `${done} of ${of} continuations from each round`,
  done: (of: number) => `${of} continuations from each round`,
  failed: 'No window',
  failedBecause: 'The record cannot be read here, or this device could not work it out.',
  columns: { well: 'Ends well', badly: 'Ends badly' },
  percent: (share: number) => `${share}%`,
};

/** The kinds of the three trends. */
const kinds = {
  blocs: 'Bloc formation: functional and purposive',
  functional: 'Functional: states in issue groups',
  purposive: 'Purposive: states in camps',
  security: 'Securitization: moderate and pan-securitization',
  moderate: 'Moderate: measures this round',
  pan: 'Pan-securitization: measures this round',
  total: (count: number) => `${count} so far`,
  line: 'Hardening is moderate, and so is a restriction that answers one in proportion. Any other measure crosses the line to pan-securitization.',
  /** Beside a card: on which side of the line its measure is. */
  card: {
    harden: 'Moderate securitization.',
    restrict:
      'Moderate if it answers every target in proportion; else it crosses the line to pan-securitization.',
    localize: 'It crosses the line to pan-securitization.',
    'build-force': 'It crosses the line to pan-securitization.',
  },
  /** On a turned card: the side of the line. */
  mark: { moderate: 'moderate', pan: 'pan-securitization' },
  marked: (mark: string, count: number) => `${mark}: ${count}`,
  usedBy: (states: string) => `used by ${states}`,
  noMeasures: 'no state',
  fragments: 'Fragmentation: three paths and three symptoms',
  paths: 'How far each path is closed',
  technical: 'Technical',
  political: 'Political',
  commercial: 'Commercial',
  symptoms: 'What the mechanism shows',
  parallelTreaties: 'Parallel treaties',
  selectiveParticipation: 'Selective participation',
  lowParticipation: 'Low participation',
  rulebooks: 'Rulebooks side by side',
  noRulebooks: 'No group has a rulebook of its own.',
  coordinated: 'linked with its rival',
  wait: 'Counting…',
};

/** The board of factors and strategy. */
const factors = {
  title: 'Factors and strategy',
  columns: { technical: 'Technical', institutional: 'Institutional', competitive: 'Competitive' },
  advice: {
    technical: 'use the technical',
    institutional: 'reform the institutional',
    competitive: 'manage the competitive',
  },
  barrier: 'Barriers of standards',
  gap: 'Capacity gap',
  eased: 'Orders for the better',
  worsened: 'Orders for the worse',
  nobody: 'none',
  order: (state: string, card: string) => `${state} (${card})`,
  share: (share: string) => `${share}% of all orders so far acted on it for the better`,
  joint:
    'The paper’s joint strategy: use the technical, reform the institutional, manage the competitive, together.',
  together: 'What acting together moved',
  acted: ['on none', 'on one factor', 'on two factors', 'on all three'],
  rounds: 'Rounds',
  dial: 'Dial per round',
  note: 'A round counts for a factor if the ledger names at least one order that moved it for the better. The dial also moves for other reasons.',
};

/** Roles that states have filled. */
const badges = {
  title: 'Roles that states filled',
  names: { bridge: 'Bridge', ruleMaker: 'Rule-maker', solutionProvider: 'Solution provider' },
  deeds: {
    bridge: 'built bridges between others',
    ruleMaker: 'kept common rules growing',
    solutionProvider: 'built capacity or opened standards',
  },
  rounds: (rounds: string) => `rounds ${rounds}`,
  none: 'No state filled one of the three roles.',
  note: 'Several states can earn the same badge. A badge is no rank and brings no points. The ledger decides: bridge and solution provider need such deeds in two rounds, rule-maker in half of all rounds.',
};

/** Words of what the paper names and the numbers show. */
export const course = { lamps, picture, forces, window: future, kinds, factors, badges };
