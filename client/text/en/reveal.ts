import type { Family } from '#shared/model/actions.ts';
import type { Stage } from '#shared/model/world.ts';
import { plural } from '../number.ts';

const counted: Readonly<Record<Family, (count: number) => string>> = {
  cooperate: (count) => `${count} ${plural(count, 'cooperates', 'cooperate')}`,
  blocs: (count) => `${count} ${plural(count, 'builds', 'build')} blocs`,
  securitize: (count) => `${count} ${plural(count, 'securitizes', 'securitize')}`,
  none: (count) => `${count} ${plural(count, 'holds', 'hold')}`,
};

const stageNews: Readonly<Record<Stage, string>> = {
  emergence: 'The field is still forming',
  selection: 'The world stands at the crossroads',
  governance: 'Good governance is reached',
  predicament: 'The world falls into the systemic predicament',
};

/** The staged reveal, its headlines, and its effects on the own state. */
export const reveal = {
  title: (round: number) => `Round ${round}, the reveal`,
  skip: 'Skip',
  again: 'Watch again',
  steps: {
    bets: 'What you bet on',
    promises: 'Promises kept and broken',
    count: 'The cards by family',
    cooperate: 'Who cooperates',
    blocs: 'Who builds blocs',
    securitize: 'Who securitizes',
    links: 'The network changes',
    dial: 'The dial moves',
  },
  progress: (step: number, steps: number) => `Step ${step} of ${steps}`,
  bets: (count: number) => `${count} ${plural(count, 'bet', 'bets')}`,
  noBets: 'Nobody placed a bet this round.',
  yourBet: 'your bet',
  betRight: 'You bet on the right band.',
  betWrong: (band: string) => `You bet on: ${band}.`,
  counted,
  faceDown: 'face down',
  held: (names: string) => `Holding: ${names}`,
  nobody: 'nobody',
  targets: (names: string) => `→\u00a0${names}`,
  operation: (names: string) => `with an operation against ${names}`,
  movement: (verb: string) => `${verb}:`,
  pulled: { apart: 'Further apart', together: 'Closer together', still: 'Unchanged' },
  from: 'from',
  to: 'to',
  headline: {
    stage: stageNews,
    locked: 'The predicament locks in',
    unlocked: 'A way out of the predicament opens',
    rulesGrew: (share: string) => `${share}% of the weight commits: common rules grow`,
    rulesFell: (share: string, need: string) =>
      `Only ${share}% commit, short of ${need}%: common rules stall`,
    cut: (a: string, b: string) => `The link between ${a} and ${b} is cut`,
    restored: (a: string, b: string) => `${a} and ${b} are connected again`,
    linkFell: (a: string, b: string, from: string, to: string) =>
      `Link ${a} – ${b} falls from ${from} to ${to}`,
    linkRose: (a: string, b: string, from: string, to: string) =>
      `Link ${a} – ${b} rises from ${from} to ${to}`,
    trustFell: (a: string, b: string, from: string, to: string) =>
      `${a}’s trust in ${b} falls from ${from} to ${to}`,
    trustRose: (a: string, b: string, from: string, to: string) =>
      `${a}’s trust in ${b} rises from ${from} to ${to}`,
    restricts: (a: string, targets: string) => `${a} restricts ${targets}`,
    founded: (camp: string, members: string) => `${camp} is founded: ${members}`,
    grew: (camp: string, members: string) => `${camp} has new members: ${members}`,
    rivalry: (from: string, to: string) => `Great-power rivalry moves from ${from} to ${to}`,
    connectivity: (from: string, to: string) => `Connectivity moves from ${from} to ${to}`,
    worldTrust: (from: string, to: string) => `Trust among states moves from ${from} to ${to}`,
  },
  yours: 'Your order',
  effect: (you: string, world: string) => `Your order: you ${you}, the dial ${world}`,
  effectYou: 'you',
  effectWorld: 'the dial',
  effectNote: 'Compared with the same round if your state had done nothing.',
  effectFailed: 'The effect of your order could not be calculated right now.',
  effectAsking: 'Calculating what your order did…',
  doneToYou: 'What was done to you',
  nothingDone: 'No order was aimed at your state this round.',
  deed: {
    dialogue: (who: string) => `${who} opened a dialogue with you`,
    'build-capacity': (who: string) => `${who} built up your capacity`,
    restrict: (who: string) => `${who} restricted you`,
    bridge: (who: string, other: string) => `${who} built a bridge between you and ${other}`,
    'build-force': (who: string) => `${who} built up forces with an operation against you`,
  },
  answered: 'both ways',
  others: 'Everyone’s orders',
  summary: (parts: { round: number; orders: string; dial: string; headlines: string }) =>
    `Round ${parts.round}. ${parts.orders}. ${parts.dial}. ${parts.headlines}.`,
  orderOf: (who: string, order: string) => `${who}: ${order}`,
  dialMoved: (from: string, to: string) => `The dial moved from ${from} to ${to}`,
};
export type RevealWords = typeof reveal;
