import { plural } from '../number.ts';
import type { RuleNumbers } from '../ruleNumbers.ts';

/** A chapter of the rules: paragraphs, then a list. */
export interface Chapter {
  readonly title: string;
  readonly text: readonly string[];
  readonly points: readonly string[];
}

const chapters = {
  aim: (): Chapter => ({
    title: 'What it is about',
    text: [
      'You speak for a state in a shared network. Round after round the states talk, then each seals one order in secret. All orders open at once, and the world changes.',
      'At the end there are two readings. Nation says how your state did against what its seat usually reaches. World says where the dial stands. They are never added, and states are not ranked.',
    ],
    points: [],
  }),
  round: (): Chapter => ({
    title: 'A round',
    text: [
      'All screens show the same clock. A round has up to five phases. The first negotiation may be longer than the others.',
    ],
    points: [
      'Briefing: what has happened.',
      'Negotiation: talk, promise, sign.',
      'Decision: choose one card and its targets, then seal. You may open the seal until time is up. A state that seals nothing holds.',
      'Reveal: all orders open, and the map moves.',
      'Review: ask why. Every number lists its causes, and they add up.',
    ],
  }),
  cards: (n: RuleNumbers): Chapter => ({
    title: 'The cards',
    text: [
      `An order is one card. A card names at most ${n.fewTargets} ${plural(Number(n.fewTargets), 'state', 'states')} at a small table and ${n.mostTargets} at a large one. The price is paid once a round, in points.`,
      'A round plays the orders in several steps, so effects build up within it. Rates on this page are for one step.',
    ],
    points: [],
  }),
  commons: (n: RuleNumbers): Chapter => ({
    title: 'Common rules',
    text: [
      `Common rules grow when states choose Multilateral Commitment together. What counts is the share of rule-making weight that commits in the same round. From ${n.threshold}% on, the effort counts in full. Below that, only ${n.belowThreshold}% of it counts.`,
      `In full, common rules gain up to ${n.rulesStep}% of what they still lack. Weak institutions leave as little as ${n.institutionsFloor}% of that, and parallel treaties cut it further. Rivalry and camps wear the rules down.`,
      'Rules in force protect every state from incidents, calm fear and pay everybody alike, also those who did not commit.',
    ],
    points: [],
  }),
  trust: (n: RuleNumbers): Chapter => ({
    title: 'Trust',
    text: [
      `Trust is what one state expects of another. A loss weighs ${n.lossFactor} times as much as a gain of the same kind.`,
      'It drifts by itself towards its usual level. Distance in policy, fear and a gap in development lower that level; good institutions raise it.',
    ],
    points: [
      `A dialogue closes up to ${n.dialogueOpened}% of the distance to full trust. Answered in the same round, it closes up to ${n.dialogueAnswered}% more and pays both. With the same partner again next round it pays ${n.answeredAgain}% of that.`,
      `A restriction takes ${n.trustStruck}% of its target’s trust. States that trust the target take note too.`,
      `A restriction that answers one within ${n.grievanceRounds} rounds is proportionate: it takes ${n.proportionate}% of that.`,
      `One step never gives more than ${n.mostGained}% of what is missing, and never takes more than ${n.mostLost}% of what is there.`,
    ],
  }),
  blocs: (n: RuleNumbers): Chapter => ({
    title: 'Blocs',
    text: [
      'A camp covers its members and puts a wall before everybody else. An issue group has a rulebook for one field and no wall, but rival rulebooks drift apart.',
      'A state has at most one camp, and one group in each field.',
    ],
    points: [
      `A camp works from ${n.campMin} members on; with fewer it is dormant. It starts with a depth of ${n.newDepth}, and its wall never sinks below ${n.leastDepth}.`,
      `Members who choose Join Camp again deepen it by up to ${n.deeper}. Fear and rivalry deepen it without any order.`,
      `Members who choose Open Camp take down up to ${n.opened}% of the wall, in proportion to how many of them do.`,
      'Two rival rulebooks can be linked: by a bridge, or by signed recognition. Coordinated groups no longer drive links apart.',
    ],
  }),
  security: (n: RuleNumbers): Chapter => ({
    title: 'Security',
    text: ['A measure rises by a share of what is missing to a hundred, and fades if it is not renewed.'],
    points: [
      `Harden Defence: ${n.defenceStep}% of what is missing; fades by ${n.defenceFades}%.`,
      `Restrict States: ${n.restrictStep}%; fades by ${n.restrictionFades}%. The gain depends on the others staying open; when all close, it is gone.`,
      `Localize Data: ${n.localizeStep}%; fades by ${n.wallsFade}%.`,
      `Cyber Build-up: ${n.forceStep}%; fades by ${n.forceFades}%. An operation shakes its target by ${n.operationShock} points. In full opacity ${n.hidden}% of operations stay hidden; the less opaque the world, the fewer.`,
      `Roll Back: lifts ${n.liftRestriction}% of each restriction and ${n.liftWalls}% of data walls and force. Former targets trust you more, and so does everybody else, a little.`,
      'Hardening is moderate securitization, and so is a restriction that answers every one of its targets in proportion. Any other measure crosses the line to pan-securitization.',
    ],
  }),
  promises: (n: RuleNumbers): Chapter => ({
    title: 'Promises',
    text: [
      'States may sign agreements. The rules judge every clause at the reveal. An order against a binding agreement is refused; a pledge can be broken. The host may allow pledges only.',
    ],
    points: [
      `A pledge kept closes ${n.pledgeTrust}% of the distance to full trust, and pays the more, the more both trust each other. Several kept at once bring no more than ${n.pledgesPaid} would.`,
      `A pledge broken costs ${n.breachPartner}% of the partner’s trust, and if it was public ${n.breachOnlooker}% of everybody’s. A state that broke one makes no new pledge for ${n.banRounds} rounds.`,
      'A secret agreement is read by its parties alone. Others can still guess it: everybody sees how trust between its parties moves. Where each state sees its own trust only, averages that everybody sees still move a little at the reveal, and who works the round out can guess why.',
    ],
  }),
  stages: (n: RuleNumbers): Chapter => ({
    title: 'The dial and the stages',
    text: [
      'The dial is the mean of trust, common rules and institutions, minus the mean of bloc formation, securitization and fragmentation. Its scale runs from minus to plus sixty; the world may go beyond.',
      'The first mean is the centripetal force, the second the centrifugal force. They pull on three sides: on the mechanism, institutions against bloc formation; on the goals, trust against securitization; on the paths, common rules against fragmentation. The course draws both for every round.',
      `After the first ${n.emergenceSteps} steps the direction can be chosen. A stage needs its conditions for ${n.confirm} rounds in a row; in a session of fewer than six rounds once is enough, and in some scenarios once is enough for good governance.`,
    ],
    points: [
      `Good governance: the dial at ${n.governanceIn} or more, common rules at ${n.governanceRules} or more, and three marks at once. Equal: the round’s gains are shared, ${n.governanceEqual} or more (one hundred minus the Gini coefficient). Safe: one hundred minus felt threat, ${n.governanceSafe} or more. Open: connectivity, ${n.governanceOpen} or more. It is lost when ${n.governanceFail} of the marks fail, or when the dial falls below ${n.governanceOut}; in some scenarios also when common rules fall below a bar of their own. A scenario may set other bars; the screen then shows them beside the dial.`,
      `A scenario may keep the reference bars instead of the marks: ${n.governanceNeed} of connectivity ${n.governanceLinks} or more, trust ${n.governanceTrust} or more, securitization ${n.governanceSecurity} or less. Then only the dial can lose it.`,
      `Systemic predicament: the dial at ${n.predicamentIn} or less, and ${n.predicamentNeed} of these: fragmentation ${n.predicamentFragments} or more; bloc formation ${n.predicamentBlocs} or securitization ${n.predicamentSecurity} or more; trust ${n.predicamentTrust} or less; felt threat ${n.predicamentThreat} or more. Four lamps beside the dial show them: off, near (within five points) or lit.`,
      `The predicament locks. While it does, dialogue, commitments, capacity, standards, bridges, opened camps, kept pledges and lifted measures do ${n.lockScarred}% of their work, and dividends pay ${n.lockDividend}%. The lock opens when the dial has stood above ${n.lockOpens} for ${n.lockRounds} ${plural(Number(n.lockRounds), 'round', 'rounds')}.`,
      `A scenario may choose a lock that never opens. There, cooperation does ${n.lockAbsorbing}% of its work.`,
    ],
  }),
  events: (n: RuleNumbers): Chapter => ({
    title: 'Events',
    text: [
      `In each round an event happens with a chance of ${n.eventChance}%: an incident, a split of standards, a crisis, a summit. Each event says what it changes.`,
    ],
    points: [],
  }),
  points: (n: RuleNumbers): Chapter => ({
    title: 'Points',
    text: [
      'A round pays a state for exchange with those it can reach and trust, for common rules, for answered dialogue, for closed markets and force, and for a camp’s cover. It takes away damage by restrictions, losses by incidents and the price of the card.',
      `At the end ${n.legacy}% of the dial is added to every state’s points: all inherit the same world.`,
    ],
    points: [],
  }),
  paper: (): Chapter => ({
    title: 'Kinds, factors and roles',
    text: [
      'What the paper tells apart is shown beside every “why”, in the replay and in the debrief; the host can put it on the wall. It adds no rule.',
    ],
    points: [
      'Bloc formation is functional (states in issue groups) or purposive (states in camps).',
      'Fragmentation takes three paths: technical (barriers), political (data kept at home, walls of camps) and commercial (restrictions, walls of camps). Each is shown as how far its layer of the network is closed. A fragmented mechanism has three symptoms: parallel treaties, selective participation and low participation.',
      'Three factors decide where the world goes. Technical: opacity, barriers of standards, capacity gap. Institutional: common rules, institutions. Competitive: rivalry. The paper’s joint strategy is to use the first, reform the second and manage the third, together; the screens count which orders acted on which.',
      'At the end states may have filled roles: bridge (bridges between others in two rounds), solution provider (capacity or standards in two rounds), rule-maker (common rules grew by it in half of all rounds). Several states may hold one; none is a rank, and none scores.',
      'Who paid: for every state, what all its orders did for its own points and for the dial, against doing nothing.',
    ],
  }),
  preview: (): Chapter => ({
    title: 'What a card will do',
    text: [
      'What a card does depends on the others. So a chosen card shows a forecast: your points now and over two rounds, and the dial. It has a column for each of three assumptions: the others do nothing, act as last round, or reply in kind. Columns with the same numbers are shown as one. It is a forecast, not advice.',
    ],
    points: [],
  }),
};

/** The page of rules. Every number in it comes from the engine's parameters. */
export const rules = {
  title: 'The rules',
  lead: 'All rules on one page. The numbers are read from the program itself.',
  contents: 'On this page',
  print: 'Print',
  home: 'To the start page',
  chapters,
  words: 'Glossary',
  table: {
    card: 'Card',
    does: 'What it does',
    cost: 'Price',
    from: 'From round',
    always: 'when it is possible',
  },
  deck: (long: string) =>
    `The deck opens as the session goes. The host may open all cards from the start, and sessions of ${long} rounds or more do.`,
  bands: 'Bands of the dial',
  from: (edge: string) => `from ${edge}`,
  below: (edge: string) => `below ${edge}`,
};
export type RulesWords = typeof rules;
