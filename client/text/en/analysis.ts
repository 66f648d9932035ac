import type { Mover } from '#shared/analysis/record/firstMoves.ts';
import type { ScoreSource } from '#shared/analysis/record/scoreSteps.ts';
import type { TalkWay } from '#shared/analysis/record/talkBefore.ts';
import type { measureIds, NetworkId } from '#shared/analysis/measure.ts';
import { plural } from '../number.ts';

const page = {
  upTo: (round: number) =>
    round === 0
      ? 'No round has been resolved at this place of the record.'
      : `The sentences tell of the rounds up to ${round}, where the record stands.`,
  paler: 'What comes later is drawn paler.',
  hidden: 'What comes later is hidden.',
  toEnd: 'Go to the end',
  nothing: 'There is nothing to draw yet.',
};

const saving = {
  label: (name: string) => `Save: ${name}`,
  kinds: { png: 'PNG', svg: 'SVG', csv: 'CSV' },
  says: { png: 'as a picture', svg: 'as a drawing', csv: 'as a table' },
  failed: 'It could not be saved.',
  source: (title: string, round: number) =>
    `Crossroads · ${title} · ${round === 0 ? 'opening' : `round ${round}`}`,
};

const course = {
  title: 'Where did it turn?',
  name: 'Dial and forces',
  band: 'Band',
  window: 'Dashed upright line: from there on the direction can be chosen.',
  legend:
    'Line: the dial. Above zero: centripetal force. Below zero, hatched: centrifugal force. Lozenges: where the world enters another stage.',
};

const movers = {
  title: 'What moved first?',
  name: 'Connectivity, trust, trends and factors',
  none: 'Nothing has moved by five points yet.',
  first: (name: string, change: string, round: number) => `${name} moved first: ${change} by round ${round}.`,
  next: (moves: string) => `Then ${moves}.`,
  move: (name: string, change: string, round: number) => `${name} ${change} (round ${round})`,
  still: (names: string) => `Not moved by five points: ${names}.`,
  names: {
    efficiency: 'Connectivity',
    meanTrust: 'Trust',
    blocIndex: 'Bloc formation',
    securitizationIndex: 'Securitization',
    fragmentationIndex: 'Fragmentation',
    opacity: 'Opacity',
    institutions: 'Institutions',
    competition: 'Rivalry',
  } satisfies Record<Mover, string>,
  legend: 'All on one scale from 0 to 100 points.',
};

const orders = {
  title: 'What did we do?',
  name: 'Orders by family',
  count: 'Orders',
  people: 'By people',
  bots: 'By bots',
  sentence: (all: number, cooperate: number, blocs: number, securitize: number, held: number) =>
    `Of ${all} ${plural(all, 'order', 'orders')}, ${cooperate} cooperated, ${blocs} built blocs, ${securitize} securitized and ${held} held.`,
  most: (count: number, round: number) => `Most securitizing orders, ${count}, fell in round ${round}.`,
  fromBots: (count: number) => `Bots gave ${count}.`,
  legend: '● cooperate · ◎ build blocs · ◆ securitize · – hold. Hatched: given by bots.',
};

const camps = {
  title: 'How did camps grow?',
  name: 'Membership of camps',
  none: 'In no camp',
  noCamp: 'No state has been in a camp.',
  grew: (before: number, now: number, round: number) =>
    `${before} ${plural(before, 'state was', 'states were')} in camps at the opening, ${now} after round ${round}.`,
  largest: (name: string, states: string) => `${name}: ${states}.`,
  camp: 'Camp',
  groups: 'Issue groups',
  legend: 'One line a state; a framed block is a camp. ● in a camp, ○ in none.',
};

const trust = {
  title: 'Who trusts whom?',
  name: 'Trust of each state in each',
  slider: 'Round shown',
  holder: 'Who trusts',
  about: 'Whom',
  value: 'Trust',
  change: 'Since the opening',
  ends: (strong: string, weak: string) => `Strongest: ${strong}. Weakest: ${weak}.`,
  gains: (pairs: string) => `It rose most ${pairs}.`,
  losses: (pairs: string) => `It fell most ${pairs}.`,
  pair: (holder: string, about: string, value: string) => `${holder} in ${about} (${value})`,
  hidden: 'These eyes see only some of the trust.',
  legend:
    'A row trusts the states of the columns; the fuller the cell, the more. ▲ largest gains, ▼ largest losses since the opening.',
};

const talk = {
  title: 'Did talk come before deed?',
  name: 'Messages by round',
  count: 'Messages',
  ways: { public: 'In public', blocs: 'In blocs', pairs: 'Between two' } satisfies Record<TalkWay, string>,
  none: 'States have said nothing.',
  sentence: (all: number, open: number, blocs: number, pairs: number) =>
    `${all} ${plural(all, 'message', 'messages')}: ${open} in public, ${blocs} in blocs, ${pairs} between two states.`,
  before: (spoken: number, deeds: number) =>
    `Before ${spoken} of ${deeds} deeds of cooperation towards a state the two had talked alone in that round,`,
  beforeMeasures: (spoken: number, deeds: number) => `before ${spoken} of ${deeds} measures against one.`,
  legend: 'Solid: in public. Dotted: in blocs. Hatched: between two states.',
  nonePairs: 'No two states have talked alone.',
  pairsName: 'Who spoke with whom alone',
  by: 'Speaker',
  to: 'To',
  pairsLegend: 'A row spoke to the states of the columns; the fuller the cell, the more messages.',
};

const promises = {
  title: 'Who can be believed?',
  name: 'Agreements kept and broken',
  kept: 'Kept',
  broken: 'Broken',
  none: 'No agreement that these eyes may read has been judged.',
  sentence: (kept: number, broken: number) =>
    `Agreements that these eyes may read were kept ${kept} ${plural(kept, 'time', 'times')} and broken ${broken} ${plural(broken, 'time', 'times')}, counted by state and round.`,
  most: (state: string, count: number) => `${state} broke most: ${count}.`,
  legend: 'To the right, solid: kept. To the left, hatched: broken.',
  expectedName: 'Expected and done',
  expected: 'Expected',
  done: 'Done',
  nobodyExpected: 'Nobody has noted what it expected of a rival.',
  noneExpected: 'These eyes know no expectation here; all are open once the session has ended.',
  expectation: (all: number, right: number, vain: number, unforeseen: number) =>
    `Of ${all} ${plural(all, 'expectation', 'expectations')}, ${right} came true; ${vain} feared securitizing in vain, ${unforeseen} did not foresee it.`,
  expectedLegend:
    'Rows: what was expected of a rival. Columns: what it did. The framed diagonal is as expected.',
};

const score = {
  title: 'Who paid?',
  name: (state: string) => `Points of ${state}`,
  choose: 'State',
  of: 'From',
  points: 'Points',
  running: 'Sum',
  sources: {
    network: 'the network',
    measures: 'its own measures',
    others: 'what others did',
    promises: 'promises',
  } satisfies Record<ScoreSource, string>,
  closed: 'The points of this state open to these eyes once the session has ended.',
  sentence: (state: string, points: string, round: number, parts: string) =>
    `${state} has ${points} points after round ${round}: ${parts}.`,
  part: (source: string, points: string) => `${source} ${points}`,
  legend:
    'Each step starts where the last one ended. Solid: network. Hatched: own measures. Open: what others did. Dotted: promises.',
};

const measures = {
  title: 'For analysts',
  name: 'Measures of both networks',
  measure: 'Measure',
  networks: { link: 'Links', trust: 'Trust' } satisfies Record<NetworkId, string>,
  names: {
    campModularity: 'Modularity of camps',
    campClosure: 'E-I index of camps',
    communities: 'Communities',
    communityModularity: 'Modularity of communities',
    algebraicConnectivity: 'Algebraic connectivity',
    largestAt30: 'Largest part, ties from 30',
    largestAt50: 'Largest part, ties from 50',
    largestAt70: 'Largest part, ties from 70',
  } satisfies Record<(typeof measureIds)[number], string>,
  sentence: (from: string, to: string, links: number, trusts: number) =>
    `Algebraic connectivity of links went from ${from} to ${to}. Links fall into ${links} ${plural(links, 'community', 'communities')}, trust into ${trusts}.`,
  legend: 'Solid: links. Dashed: trust. Each measure has a scale of its own, with its ends beside it.',
};

/** Words of the analysis of a record: nine charts, what each asks and shows. They load with it. */
export const analysis = {
  title: 'Analysis',
  page,
  saving,
  round: 'Round',
  state: 'State',
  start: 'start',
  family: 'Family',
  stage: 'Stage',
  asTable: 'As a table',
  course,
  movers,
  orders,
  camps,
  trust,
  talk,
  promises,
  score,
  measures,
};
/** What every language has to say about the analysis. */
export type AnalysisWords = typeof analysis;
