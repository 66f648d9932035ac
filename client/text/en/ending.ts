import type { MomentView, Quadrant } from '#shared/session/views/tableView.ts';

const quadrants: Readonly<Record<Quadrant, { readonly name: string; readonly line: string }>> = {
  sharedSuccess: { name: 'Shared success', line: 'The world held together, and your state did well in it.' },
  kingOfTheRuins: { name: 'King of the ruins', line: 'Your state did well; the world around it did not.' },
  paidThePrice: {
    name: 'Paid the price',
    line: 'The world held together; your state did worse than usual.',
  },
  lostTogether: { name: 'Lost together', line: 'Neither the world nor your state did well.' },
};

const moments: Readonly<Record<MomentView['kind'], string>> = {
  firstRound: 'The first round',
  steepestFall: 'The steepest fall',
  steepestRise: 'The steepest rise',
  stageReached: 'A new stage',
  lockOpened: 'The way back opened',
  commonRulesGrew: 'Common rules grew',
  promiseBroke: 'The promise that broke',
};

/** The ending: the state of the world, Nation beside World, moments, and the next steps. */
export const ending = {
  title: 'How it ended',
  because: {
    lastRound: 'The last round has been played.',
    host: 'The host has ended the session.',
    cancelled: 'The host has cancelled the session before it began.',
  },
  lean: {
    governance: 'The states have reached good governance.',
    predicament: 'The states are caught in the systemic predicament.',
    predicamentScarred: 'The states are caught in the systemic predicament; a way back exists, and is hard.',
    openBalance: 'The direction is still open.',
    openUp: 'The direction is still open, and the states are coming together.',
    openDown: 'The direction is still open, and the states are drifting apart.',
  },
  path: 'The dial’s path',
  pathLabel: (from: string, to: string) => `From ${from} at the start to ${to} at the end`,
  start: 'start',
  quadrant: 'Nation and World',
  quadrantNote:
    'Two results, never added together. Nation compares the points of a state with its usual score: the mean of many simulated sessions like this one. The two numbers in brackets: half of those sessions end between them.',
  nation: 'Nation',
  world: 'World',
  above: 'above the usual score',
  below: 'below the usual score',
  yours: 'your state',
  otherState: 'another state',
  quadrants,
  ownPoints: 'of your state at the end',
  noPar: 'This record has no usual scores to compare the points with.',
  noRound: 'No round was played, so there is nothing to compare.',
  measuring: 'The usual scores are still being measured. They appear here by themselves.',
  spread: (usual: string, low: string, high: string) => `${usual} (${low} to ${high})`,
  yourNation: (usual: string) => `points compared with the usual ${usual}`,
  asTable: 'As a table',
  tableState: 'State',
  tablePoints: 'Points',
  tableUsual: 'Usual',
  moments: 'Three moments',
  moment: moments,
  momentRound: (round: number) => `Round ${round}`,
  momentDial: (change: string) => `the dial moved ${change}`,
  noMoments: 'No moment stood out: the session was too short.',
  broke: (who: string, towards: string) => `${who} broke its promise to ${towards}.`,
  brokeSecret: (who: string, towards: string) => `${who} broke a secret promise to ${towards}.`,
  brokeCost: (trust: string, standing: string) =>
    `That alone moved their trust in it by ${trust} and its standing by ${standing}.`,
  paid: {
    title: 'Who paid for this ending',
    own: 'for itself',
    world: 'for the world',
    order: 'Order',
    spoken: (state: string, own: string, world: string) =>
      `${state}: its orders changed its own points by ${own} and the dial by ${world}.`,
    note: 'Every order compared with doing nothing in that round: what it changed for the state’s own points and for the dial. A state with less for itself and more for the world has paid for the others. Orders work together, so the rows do not add up to the whole.',
  },
  replay: 'Watch the replay',
  save: 'Save my copy of the record',
  saveFailed: 'The record could not be fetched. Try again in a moment.',
  playAgain: 'Play again',
  home: 'To the start page',
  starting: 'Opening a new session…',
  startFailed: 'A new session could not be opened. Try it from the start page.',
};
export type EndingWords = typeof ending;
