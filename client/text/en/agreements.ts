import type { CarryOutAction, RefrainAction } from '#shared/session/vocabulary/clauses.ts';
import type { AgreementStatus } from '#shared/session/vocabulary/agreements.ts';
import type { RuleNumbers } from '../ruleNumbers.ts';
import { plural } from '../number.ts';

const refrains: Readonly<Record<RefrainAction, (whom: string) => string>> = {
  restrict: (whom) => `restricts ${whom}`,
  localize: () => 'localizes data',
  'build-force': (whom) => `builds up cyber force against ${whom}`,
  'join-exclusive': () => 'joins or deepens a camp',
};

const deeds: Readonly<Record<CarryOutAction, (whom: string | null) => string>> = {
  dialogue: (whom) => `opens a dialogue with ${whom ?? 'somebody'}`,
  'build-capacity': (whom) => `builds the capacity of ${whom ?? 'somebody'}`,
  bridge: (whom) => (whom === null ? 'builds a bridge between others' : `builds a bridge for ${whom}`),
  commit: () => 'commits to common rules',
  'open-standards': () => 'opens its standards',
  'roll-back': () => 'rolls back its measures',
  harden: () => 'hardens its defences',
  'join-exclusive': () => 'joins or deepens a camp',
};

/** What is agreed between states: the panel, the sentences of clauses, their ends. */
export const agreements = {
  title: 'Agreements',
  binds: 'What binds you now',
  bindsNothing: 'Nothing binds you. Keeping a pledge earns trust and points; breaking one costs both.',
  offers: 'On offer to you',
  noOffers: 'There are no offers to you.',
  sent: 'Your open offers',
  signedByYou: 'Signed by you, waiting for others',
  fulfilled: 'Done on your side',
  others: 'Between others',
  past: 'Kept and broken',
  noPast: 'Nothing yet. Every reveal judges the agreements in force.',
  deeds: 'Promises kept and broken',
  deedsNote: 'Rounds in which a state kept or broke its public agreements.',
  kept: 'kept',
  broken: 'broken',
  running: 'in force',
  ledger: 'All public agreements',
  one: 'This agreement',
  closeOne: 'Close',
  trustAfter: (round: number, of: string, to: string) =>
    `Round ${round}: why the trust of ${of} in ${to} changed`,
  deedCounts: (kept: number, broken: number, running: number) =>
    `${kept} kept, ${broken} broken, ${running} in force`,
  brokeTowards: (round: number, whom: string, clause: string, order: string) =>
    `Round ${round}: broke its word to ${whom}. Promised: ${clause} Played: ${order}.`,
  build: 'Propose an agreement to',
  building: 'A new agreement',
  close: 'Close',
  amending: 'Propose another wording',
  between: (me: string) => `Between ${me} and`,
  choosePartners: 'Choose at least one state.',
  addClause: 'Add a clause',
  removeClause: (number: number) => `Remove clause ${number}`,
  clause: (number: number) => `Clause ${number}`,
  from: 'from round',
  until: 'to round',
  forceLabel: 'Type',
  force: { pledge: 'Pledge', binding: 'Binding' },
  forceNote: {
    pledge: 'Can be broken, at a price: trust, and no new pledges for two rounds.',
    binding: 'Cannot be broken: an order against it is refused. Leaving takes a round of notice.',
  },
  pledgesOnly: {
    option: 'Pledges only',
    note: 'No agreement can be made binding: the rules judge every promise, and nothing stops anybody from breaking one.',
    told: 'Every agreement here is a pledge: it can be broken.',
    settings: 'pledges only',
  },
  secrecyLabel: 'Seen by',
  secrecy: { public: 'Everyone', secret: 'The parties' },
  secrecyNote: {
    public: 'Everyone can read it and will see who breaks it.',
    secret: 'Only the parties can read it.',
  },
  /** What others may still find out about a secret agreement, by whose trust a session shows. */
  secretGuess: {
    all: 'Others can still guess a secret agreement: everybody sees how trust between its parties moves.',
    own: 'Trust between the parties is not shown to others. Averages that everybody sees, such as a state’s standing, move a little at the reveal; who works the round out can guess why.',
  },
  accessionLabel: 'Open to',
  accession: { closed: 'its parties', open: 'any state' },
  openNote: 'While it is in force any state may join; it is bound from the next round.',
  openToAll: 'open to all',
  join: 'Join',
  renew: (round: number) => `Renew until round ${round}`,
  renewing: (round: number, names: string) => `Renewal until round ${round}: ${names}`,
  term: (from: number, until: number) => (from === until ? `Round ${from}` : `Rounds ${from} to ${until}`),
  propose: (names: string) => `Propose to ${names}`,
  proposeAgain: 'Propose this wording',
  sign: 'Sign',
  amend: 'Change the wording',
  withdraw: 'Withdraw',
  unsign: 'Take back your signature',
  leave: 'Leave',
  leaveBinding: 'Give notice',
  lapses: 'An offer that not everybody has signed ends at the reveal.',
  signed: (names: string) => `Signed: ${names}`,
  waitsFor: (names: string) => `Waiting for ${names}`,
  proposedBy: (name: string) => `Proposed by ${name}`,
  meta: (force: string, secret: boolean) => `${force}, ${secret ? 'secret' : 'public'}`,
  roundsLeft: (count: number) => `${count} ${plural(count, 'round', 'rounds')} left`,
  begins: (round: number) => `begins in round ${round}`,
  notice: (name: string, round: number) => `${name} leaves after round ${round}`,
  due: (what: string) => `Due this round: ${what}`,
  banned: (round: number) =>
    `Your state broke its word. It can make no new pledges until round ${round} is over.`,
  closed: 'Agreements are made while talk or decisions are open.',
  status: {
    proposed: 'On offer',
    inForce: 'In force',
    kept: 'Kept',
    breached: 'Broken',
    expired: 'Expired',
    left: 'Ended by leaving',
    withdrawn: 'Withdrawn',
    lapsed: 'Not signed in time',
  } satisfies Record<AgreementStatus, string>,
  brokenBy: (names: string) => `Broken by ${names}`,
  inRound: (round: number) => `round ${round}`,
  proof: (name: string, order: string) => `Order of ${name}: ${order}`,
  clauses: {
    refrain: (action: RefrainAction, whom: string) => `No party ${refrains[action](whom)}.`,
    carryOut: (action: CarryOutAction, whom: string | null, round: number) =>
      `Each party ${deeds[action](whom)} by round ${round}.`,
    /** Promised to one party. */
    carryOutFor: (action: CarryOutAction, whom: string, round: number) =>
      `Each party but ${whom} ${deeds[action](null)} by round ${round}.`,
    mutualRestraint: 'No party restricts another or runs operations against it.',
    recognition: (field: string) => `The two groups on ${field} recognise each other’s rulebook.`,
    noListing: 'No party puts any state on a sanctions list.',
    notification:
      'The parties tell one another of incidents: no operation among them, and no restriction of a party in a round that opens with an incident.',
    corridor:
      'Data flows among the parties: none localizes data or restricts another. While it is kept, technical barriers between them fall.',
    fund: (giver: string | null, to: string, round: number) =>
      `${giver ?? 'Each party'} builds the capacity of ${to} by round ${round}.`,
    joinGroup: (group: string, round: number) =>
      `Each party that is still outside joins ${group} by round ${round}.`,
    review: (round: number) =>
      `Review in round ${round}: the agreement ends unless each party has talked with another by then.`,
  },
  parts: {
    noParty: 'No party',
    eachParty: 'Each party',
    eachPartyBut: (name: string) => `Each party but ${name}`,
    refrain: {
      restrict: 'restricts',
      localize: 'localizes data',
      'build-force': 'builds up cyber force against',
      'join-exclusive': 'joins or deepens a camp',
    } satisfies Record<RefrainAction, string>,
    carryOut: {
      dialogue: 'opens a dialogue with',
      'build-capacity': 'builds the capacity of',
      bridge: 'builds a bridge for',
      commit: 'commits to common rules',
      'open-standards': 'opens its standards',
      'roll-back': 'rolls back its measures',
      harden: 'hardens its defences',
      'join-exclusive': 'joins or deepens a camp',
    } satisfies Record<CarryOutAction, string>,
    parties: 'another party',
    anyone: 'any state',
    by: 'by round',
    act: 'act',
    whom: 'whom',
    giver: 'who gives',
    group: 'group',
    groupOf: (name: string, members: string) => `${name} (${members})`,
    groupGone: 'a group that is gone',
    eachOutside: 'Each party still outside joins',
    review: 'It ends unless each party has talked with another by round',
  },
  kinds: {
    mutualRestraint: 'Restraint among us',
    noListing: 'No sanctions',
    refrain: 'Not do something',
    carryOut: 'Do something',
    recognition: 'Recognise rulebooks',
    notification: 'Incident notification',
    corridor: 'Data corridor',
    fund: 'Capacity fund',
    joinGroup: 'Join a group',
    review: 'Review',
  },
  /** A promise that conflicts with earlier ones. */
  clash: {
    crowded: (orders: number, rounds: number, by: number, owed: string) =>
      `You have one order a round. By round ${by} you would owe ${orders} different orders in ${rounds} ${plural(rounds, 'round', 'rounds')}: ${owed} At least one of these promises would be broken.`,
    opposite: (promise: string) => `This goes against a promise you have already made: ${promise}`,
    allTheSame: (act: string) => `${act} anyway`,
  },
  breaks: (names: string) => `Breaks your pledge with ${names}.`,
  breaksSize: (n: RuleNumbers) =>
    `They lose up to ${n.breachPartner}% of their trust in you. If the pledge is public, everybody else loses up to ${n.breachOnlooker}% too. You can make no new pledge for ${n.banRounds} rounds.`,
  breaksBinding: 'A binding agreement forbids this order.',
  badge: (count: number) =>
    `${count} ${plural(count, 'offer or renewal waits', 'offers or renewals wait')} for you`,
  replay: {
    proposed: (name: string, others: string) => `${name} offered ${others} an agreement`,
    signed: (name: string) => `${name} signed an agreement`,
    unsigned: (name: string) => `${name} took back its signature`,
    joined: (name: string) => `${name} joined an agreement`,
    renewed: (round: number) => `An agreement was renewed until round ${round}`,
  },
};
