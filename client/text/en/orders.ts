import type { ActionId, Family } from '#shared/model/actions.ts';
import type { Assumption } from '#shared/model/preview.ts';

interface CardWords {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly line: string;
  /** Who will notice and what the others will see. */
  readonly seen: string;
}

const cards: Readonly<Record<ActionId, CardWords>> = {
  dialogue: {
    name: 'Open Dialogue',
    line: 'Pays only if they talk back this round.',
    seen: 'The reveal shows everyone whom you invited; those you invite will feel it most.',
  },
  commit: {
    name: 'Multilateral Commitment',
    line: 'Costs you now; common rules grow if about a third join.',
    seen: 'Everyone sees it, and everyone trusts you a little more for it.',
  },
  'build-capacity': {
    name: 'Build Capacity',
    line: 'Narrows a partner’s digital gap; earns its trust.',
    seen: 'The reveal shows everyone whom you helped.',
  },
  'open-standards': {
    name: 'Open Standards',
    line: 'Lowers technical barriers; works even at low trust.',
    seen: 'Everyone sees it; it works on all your links at once.',
  },
  bridge: {
    name: 'Build Bridge',
    line: 'Mends trust between others, or links two rulebooks.',
    seen: 'The reveal shows everyone between whom you stood.',
  },
  'join-functional': {
    name: 'Issue Group',
    line: 'Fewer losses soon; rival groups drift apart.',
    seen: 'Membership is public. States in a rival group grow a little more distant.',
  },
  'join-exclusive': {
    name: 'Join Camp',
    line: 'Cover inside, a wall to all outside; joining again deepens it.',
    seen: 'Membership and depth are public. Everyone outside meets the wall.',
  },
  leave: {
    name: 'Leave Bloc',
    line: 'You lose its cover; its wall no longer divides you from others.',
    seen: 'Membership is public.',
  },
  'open-bloc': {
    name: 'Open Camp',
    line: 'Your camp’s wall gets lower.',
    seen: 'Everyone sees it; your camp feels it first.',
  },
  harden: {
    name: 'Harden Defence',
    line: 'Fewer losses at home; alarms almost no one.',
    seen: 'Everyone sees it. Few will read it as a threat.',
  },
  restrict: {
    name: 'Restrict States',
    line: 'Quick gain; targets hurt badly; trust falls.',
    seen: 'Everyone sees whom you hit. They may answer within two rounds, and their friends trust you less.',
  },
  localize: {
    name: 'Localize Data',
    line: 'Home-market gain; links shrink, yours too.',
    seen: 'Everyone sees it, and everyone trusts you a little less.',
  },
  'build-force': {
    name: 'Cyber Build-up',
    line: 'More strength; everyone feels less safe.',
    seen: 'Everyone sees the build-up. An operation may or may not be traced to you.',
  },
  'roll-back': {
    name: 'Roll Back',
    line: 'Lift measures: lose gains, regain trust.',
    seen: 'Everyone sees it; those you had restricted most of all.',
  },
  hold: {
    name: 'Hold',
    line: 'Costs nothing; fear and walls still creep up.',
    seen: 'The reveal shows that you held.',
  },
};

const families: Readonly<Record<Family, string>> = {
  cooperate: 'Cooperate',
  blocs: 'Build blocs',
  securitize: 'Securitize',
  none: 'Hold',
};

const assumptions: Readonly<Record<Assumption, string>> = {
  othersHold: 'do nothing',
  asLastRound: 'act as last round',
  answeredInKind: 'reply in kind',
};

/** Short, for small spaces. */
const familiesShort: Readonly<Record<Family, string>> = { ...families, blocs: 'Blocs' };

/** The orders: cards, targets, effect, seal, expectation and bet. */
export const orders = {
  cards,
  families,
  familiesShort,
  assumptions,
  title: 'Choose one order',
  lookTitle: 'Your cards',
  lookNote: 'Talk first. You can prepare an order now; sealing starts with the decision.',
  costHead: 'cost in points',
  cost: (points: string) => `costs ${points}`,
  free: 'free',
  fromRound: (round: number) => `from round ${round}`,
  notNow: 'not possible now',
  /** Cards that come later, in one small line. */
  later: (round: number, names: string) => `From round ${round}: ${names}`,
  answer: 'Answer',
  answerTitle: (names: string) => `${names} spoke to you last round`,
  answerWith: (name: string) => `Answer ${name}`,
  targets: {
    dialogue: 'Whom do you invite to talk?',
    buildCapacity: 'Whom do you help?',
    restrict: 'Whom do you restrict?',
    operation: 'An operation against someone? (optional)',
    pair: 'Between which two states?',
    camp: 'Which camp?',
    field: 'On which subject?',
    group: 'Which group?',
    leave: 'Which bloc do you leave?',
    onMap: 'Choose here or on the map.',
    count: (chosen: number, most: number) => `${chosen} of ${most}`,
    full: (most: number) => (most === 1 ? 'One state at most.' : `${most} states at most.`),
    missing: 'Choose whom it is for first.',
    missingPair: 'Choose two states, or a subject whose rulebooks to link.',
    remove: (name: string) => `Remove ${name}`,
  },
  ownSide: 'The group of our side',
  ownSideFounds: 'our side founds one if there is none',
  ownCamp: 'The camp of our side',
  members: (names: string) => `with ${names}`,
  noMembers: 'nobody yet',
  deepen: (camp: string) => `Deepen ${camp}`,
  joinCamp: (camp: string) => `Join ${camp}`,
  coordinate: 'Link two rulebooks on…',
  noCoordinate: 'no rulebooks',
  groupsNote: (a: string, b: string) => `They are in two camps: ${a} will meet ${b}.`,
  effect: {
    title: 'Compared with doing nothing',
    youNow: 'You, now',
    youTwoRounds: 'You, over two rounds',
    worldNow: 'The dial, this round',
    world: 'The dial, over two rounds',
    through: (points: string, parts: string) => `The dial moves ${points} mostly through ${parts}.`,
    throughParts: {
      meanTrust: 'trust',
      commonRules: 'common rules and institutions',
      blocIndex: 'bloc formation',
      securitizationIndex: 'securitization',
      fragmentationIndex: 'fragmentation',
    },
    wakes: (camp: string) =>
      `${camp} is dormant: it has one member and no wall. When you join, its wall stands at once.`,
    instead: (names: string) => `Whoever answers you cannot repeat last round’s card: ${names}.`,
    whatever: 'whatever the others do',
    or: (kinds: readonly string[]) => kinds.join(' or '),
    head: 'If the others…',
    none: 'Everything else is compared with this: 0.',
    reckoning: 'Calculating…',
    failed: 'The forecast is not available right now. You can seal without it.',
    why: 'A forecast under three simple assumptions, not a promise.',
  },
  seen: 'What others will see',
  expects: {
    title: 'What will your main rival do?',
    of: (name: string) => `What will ${name} do?`,
    note: 'Optional. Only you and the debrief will know.',
    change: 'Another state',
  },
  bet: {
    title: 'Where will the dial stand after this round?',
    note: 'A bet on the world, not on you. It scores nothing.',
    now: 'now',
  },
  seal: 'Seal this order',
  sealing: 'Sealing…',
  reopenNote: 'You can open it again until time is up.',
  reopenNoteNoClock: 'You can open it again until the round closes.',
  holdNote: 'If you seal nothing, your state does nothing, at no cost.',
  othersSealed: (sealed: number, all: number) => `${sealed} of ${all} states have sealed.`,
  sealedTitle: 'Sealed',
  sealedNote: 'Nobody sees it before the reveal.',
  reopen: 'Open again',
  waiting: (names: string) => `Waiting for ${names}.`,
  allSealed: 'Every state has sealed.',
  sentence: (action: string, targets: string) => (targets ? `${action}: ${targets}` : action),
  /** What a record shows of a state's orders. */
  laid: {
    sealed: (state: string) => `${state} has sealed`,
    notYet: (state: string) => `${state} has not sealed an order yet.`,
    expects: (rival: string, family: string) => `It expects of ${rival}: ${family}.`,
    noExpectation: 'It has said nothing of what it expects.',
    bet: (band: string) => `Its bet on the dial: ${band}.`,
    noBet: 'It has not bet on the dial.',
  },
  observing: 'You are watching. Delegates choose their orders now.',
};
export type OrdersWords = typeof orders;
