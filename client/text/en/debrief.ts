import type { Feeder } from '#shared/session/findings/feeders.ts';
import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import { plural } from '../number.ts';

interface StepWords {
  /** Short, for lists. */
  readonly name: string;
  readonly title: string;
  readonly line: string;
  /** Questions for the class; large on the wall. */
  readonly ask: string;
  /** For the host alone. */
  readonly hint: string;
}

const steps: Readonly<Record<DebriefStep, StepWords>> = {
  leave: {
    name: 'Leave the role',
    title: 'You are yourself again',
    line: 'You no longer speak for your state. Stand up, breathe, and greet the others by their own names.',
    ask: 'How do you feel now? One word.',
    hint: 'Let everybody say aloud: “I was …, I am …” Do not discuss yet. Then ask for the word.',
  },
  words: {
    name: 'The words',
    title: 'What the room says',
    line: 'Every word, in alphabetical order, without names.',
    ask: 'Which word surprises you?',
    hint: 'Let two or three people explain their word, if they like to. Nobody has to.',
  },
  moments: {
    name: 'Three moments',
    title: 'Three moments',
    line: 'Taken from the record: when the dial moved most, and whose orders moved it.',
    ask: 'What did you know at that moment, and what did you not?',
    hint: 'Tell what happened before anybody judges it. Ask those who were there first.',
  },
  whatIf: {
    name: 'What if',
    title: 'What if?',
    line: 'One thing in the record is changed; everybody else does what they did, and chance is the same.',
    ask: 'Where would the dial have ended, and why do you think so?',
    hint: 'Choose a change, let everybody bet and give a reason, then show the answer. Read the sentence of the fan aloud: one line alone is an anecdote.',
  },
  pivotal: {
    name: 'The pivotal order',
    title: 'The pivotal order',
    line: 'Each order was replaced by “hold” and the session played on to its end. This order changed the end most.',
    ask: 'Could anybody have known how much depended on it?',
    hint: 'It is a calculation, not a verdict. In reality the others would have reacted differently.',
  },
  paid: {
    name: 'Who paid',
    title: 'Who paid for this ending',
    line: 'What the orders of each state did for its own points and for the world, compared with doing nothing.',
    ask: 'Who carried the others, and did anybody notice?',
    hint: 'No ranking: a state with little to give may have given much. Ask those who paid what they hoped for.',
  },
  fear: {
    name: 'Fears and deeds',
    title: 'What was feared, what was done',
    line: 'What states expected of a rival when they sealed, and what the rival then did.',
    ask: 'Where did the expectation come from?',
    hint: 'Look for one pair: each expected the worst of the other. What did either know of the other’s reasons?',
  },
  promise: {
    name: 'Promises and deeds',
    title: 'What was promised, what was done',
    line: 'How often each state kept or broke its agreements, secret ones included.',
    ask: 'What made a promise worth keeping?',
    hint: 'First ask those whose partner broke a promise, then those who broke one.',
  },
  silence: {
    name: 'Silence and talk',
    title: 'A silent round beside the others',
    line: 'The same states, the same cards, without a word.',
    ask: 'What did talk do, and what did it not do?',
    hint: 'One round proves nothing: the rounds differ in more than talk. Ask what people missed.',
  },
  why: {
    name: 'Why',
    title: 'What drove the three trends',
    line: 'All changes of the session by cause. Each column adds up to the change of its trend.',
    ask: 'Which cause was yours?',
    hint: 'Tell one chain of causes aloud: who was afraid of what, what they built, and whom that frightened.',
  },
  model: {
    name: 'Is the model right?',
    title: 'Is the model right?',
    line: 'The rules are claims about the world. You have played by them; now question them.',
    ask: 'Which of these would you change, and what would happen then?',
    hint: 'Take the question the room disagrees on. The paper’s view is one among others.',
  },
  world: {
    name: 'The real world',
    title: 'Real-world parallels',
    line: 'Cases from the real world that resemble what was played here. Two views of each; both are claims.',
    ask: 'Which reading do you find stronger, and what would change your mind?',
    hint: 'Let each half of the room defend one reading of the same card, then swap.',
  },
  question: {
    name: 'The questions again',
    title: 'The same three questions again',
    line: 'You answered them before the first round. Answer as yourself.',
    ask: 'How far do you agree?',
    hint: 'Quietly, without talk. The answers are shown as counts at the next step.',
  },
  answers: {
    name: 'Before and after',
    title: 'Before and after',
    line: 'How the room answered before play, and how it answers now.',
    ask: 'What changed, and what did not?',
    hint: 'A change of opinion is no proof of learning. Ask what they saw that changed their mind.',
  },
  reflect: {
    name: 'So what?',
    title: 'So what?',
    line: 'Write a few sentences to yourself.',
    ask: 'What will you look at differently, the next time you read of rules for cyberspace?',
    hint: 'Five quiet minutes. What people write is private; you read below only what they choose to share with you.',
  },
};

const feeders: Readonly<Record<Feeder, string>> = {
  joining: 'Joining and leaving',
  camps: 'Walls of camps',
  rulebooks: 'Rulebooks that do not match',
  measures: 'Security measures',
  lifting: 'Lifting measures',
  fear: 'Fear',
  rivalry: 'Great-power rivalry',
  cooperation: 'Cooperation',
  promises: 'Promises',
  events: 'Events',
  time: 'Time',
};

/** The debrief: a host leads everybody through it, one idea per screen. */
export const debrief = {
  title: 'Debrief',
  door: 'To the debrief',
  doorSolo: 'Look back, step by step',
  soon: 'The host leads the debrief from here. This page follows by itself.',
  close: 'Back to the ending',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  path: 'The steps of the debrief',
  previous: 'Back',
  next: 'Next',
  finish: 'Finish',
  follow: 'Follow the host',
  hostAt: (step: string) => `The host is at: ${step}`,
  looking: 'Reading the record…',
  notFound: 'The record could not be read. Go back and try again.',
  asTable: 'As a table',
  asList: 'One by one',
  round: (round: number) => `Round ${round}`,
  state: 'State',
  steps,
  feeders,
  pulse: {
    field: 'One word',
    give: 'Send',
    change: 'Change it',
    yours: 'Your word:',
    note: 'Shown later among the others, without your name, as in tables that the host passes on. You may change it until then.',
    count: (count: number) =>
      count === 0 ? 'No words yet' : `${count} ${plural(count, 'word', 'words')} so far`,
    few: 'Words are shown once three people have sent one.',
    cloud: 'The words',
  },
  pivotal: {
    without: (end: string) => `Without it the dial would have ended at ${end}.`,
    held: 'changed the end by',
    others: 'Runners-up',
    none: 'No single order changed the end.',
    all: (orders: number) =>
      `All ${orders} orders were tested this way. The others keep their orders; an order that is no longer possible becomes “hold”.`,
    some: (weighed: number, orders: number) =>
      `${weighed} of ${orders} orders were tested this way: those of the states with the largest weight that moved their round most. The others keep their orders; an order that is no longer possible becomes “hold”.`,
  },
  fear: {
    asExpected: 'as expected',
    inVain: 'feared, did not happen',
    unforeseen: 'securitized, not foreseen',
    otherwise: 'other surprises',
    of: (count: number) =>
      `${count} ${plural(count, 'expectation was', 'expectations were')} given when orders were sealed.`,
    expected: 'Expected',
    done: 'Done',
    table: 'How often each deed came after each expectation',
    cell: (expected: string, done: string, count: number) => `expected ${expected}, done ${done}: ${count}`,
    yours: 'What you expected',
    all: 'Every expectation',
    row: (seat: string, rival: string, expected: string, done: string) =>
      `${seat} expected ${rival} to ${expected}; it chose ${done}`,
    verbs: { cooperate: 'cooperate', blocs: 'build blocs', securitize: 'securitize', none: 'hold' },
  },
  promise: {
    kept: 'kept',
    broken: 'broken',
    secret: (kept: number, broken: number) => `of these in secret: ${kept} kept, ${broken} broken`,
    towards: (whom: string) => `broken towards ${whom}`,
    bar: (state: string, kept: number, broken: number) => `${state}: ${kept} kept, ${broken} broken`,
    none: 'The others had no agreement that could be judged.',
  },
  whatIf: {
    soon: 'The host is choosing what to change.',
    choose: 'What to change',
    nothing: 'This record has nothing to change: nobody did anything but hold.',
    about: {
      pivotal: 'One order taken back',
      promise: 'The broken promise kept',
      own: 'Another change',
    },
    show: 'Show the answer',
    question: 'Where would the dial have ended?',
    ways: {
      up: 'Higher, by more than a point',
      same: 'About the same',
      down: 'Lower, by more than a point',
    },
    betters: (count: number) => `${count} ${plural(count, 'bet', 'bets')}`,
    counts: 'The bets of the class',
    right: '– so it went',
    yours: 'your bet',
    alone: (bet: string, isRight: boolean) =>
      isRight ? `Your bet was right: ${bet}.` : `Your bet was another: ${bet}.`,
  },
  silence: {
    silent: (rounds: string) => `Silent: round ${rounds}`,
    talked: (rounds: string) => `With talk: round ${rounds}`,
    cooperated: 'of orders cooperated',
    securitized: 'of orders securitized',
    pledges: 'pairs bound by a pledge, a round',
    messages: 'messages a round',
    dial: 'change of the dial a round',
    silentMark: 'silent',
    columns: ['Round', 'Messages', 'Pledges', 'Cooperated', 'Securitized', 'Dial'],
  },
  why: {
    cause: 'Cause',
    sum: 'Change over the session',
    cell: (cause: string, trend: string, amount: string) => `${cause}, ${trend}: ${amount}`,
    most: (trend: string, cause: string, amount: string) => `${trend} grew most by: ${cause} (${amount}).`,
    least: (trend: string, cause: string, amount: string) =>
      `${trend} was slowed most by: ${cause} (${amount}).`,
    note: 'The share of a cause is the difference between the trend with it and without it, scaled so that the shares add up. In points of 100.',
  },
  model: {
    claim: 'The rules say',
    paper: 'The paper’s view',
    other: 'Another view',
    questions: [
      {
        question: 'Does arming frighten, whatever it is meant for?',
        claim: 'Every build-up raises the fear of all who see it; fear makes them arm and close up a little.',
        paper:
          'In a space where nobody can tell who did what, states plan for the worst, and so bring it about.',
        other:
          'Some arms deter and calm. Whether a build-up frightens depends on trust, on signals and on what can be seen.',
      },
      {
        question: 'Do common rules need many at once?',
        claim:
          'Common rules grow only where about a third of the rule-making weight commits in the same round.',
        paper: 'Rules that last are made by all under one roof; small circles hollow that roof out.',
        other:
          'Many rules began in small clubs that others joined later. Waiting for all can mean waiting for ever.',
      },
      {
        question: 'Do camps divide more than they protect?',
        claim:
          'A camp covers its members and puts a wall to all outside; fear and rivalry make the wall higher.',
        paper: 'Circles drawn by values turn differences into sides, and exchange into loyalty.',
        other:
          'For a small state a camp may be the only cover it has, and friends within one can learn to trust.',
      },
      {
        question: 'Is there a point from which the way back is hard?',
        claim:
          'There is a window in which the world can still turn; after a time in the predicament it closes.',
        paper: 'The direction is chosen early, and then each step makes the next one likelier.',
        other: 'Crises have also opened talks. History knows late turns that nobody expected.',
      },
    ],
  },
  world: {
    cameUp: (what: string) => `Linked to ${what}`,
    paper: 'The paper’s view',
    other: 'Another view',
    source: 'Source',
    authors: 'Cai and Zhang 2023',
    confidence: {
      high: 'facts well supported',
      medium: 'facts partly disputed',
      low: 'facts uncertain',
    },
    none: 'Nothing that was played here resembles a case on the list.',
  },
  survey: {
    option: 'Ask the same three questions before and after',
    optionNote:
      'Three sentences to agree with or not, in the lobby and in the debrief. Only counts are shown.',
    title: 'Three questions before we begin',
    line: 'Answer as yourself, not as your state. You answer again at the end; only counts are shown. Tables that the host passes on hold answers without names.',
    items: [
      'Most states keep their word if the others do.',
      'A state that feels threatened is safer when it arms.',
      'States can agree on common rules for cyberspace within ten years.',
    ],
    scale: ['strongly disagree', 'disagree', 'neither', 'agree', 'strongly agree'],
    send: 'Send my answers',
    sent: 'Your answers are saved. You can change them.',
    sentShort: 'Answered',
    count: (count: number) => `${count} ${plural(count, 'person has', 'people have')} answered`,
    before: 'Before',
    after: 'After',
    people: (count: number) => `${count} ${plural(count, 'answer', 'answers')}`,
    few: 'Fewer than three people answered; nothing is shown.',
    bar: (point: string, count: number) => `${point}: ${count}`,
    moved: (more: number, same: number, less: number) =>
      `Of those who answered both times, ${more} now agree more, ${same} as before, ${less} less.`,
    yours: 'Your answer changed from',
  },
  reflect: {
    field: 'Your reflection',
    save: 'Save',
    saved: 'Saved. You may go on writing.',
    share: 'The host may read it too',
    forSelf:
      'Only you can read it. The server keeps it; it is in your own copy of the record and in no other file, the host’s and exports included.',
    forHost:
      'You and the host can read it. It is in your own copy of the record and in the host’s. Files that the host passes on hold it without your name.',
    count: (count: number) => `${count} ${plural(count, 'person has', 'people have')} written`,
    all: 'What people shared with you',
    none: 'Nobody has shared a reflection with you.',
    erased: 'erased',
  },
  host: {
    title: 'Lead the debrief',
    line: 'All screens and the projector follow you. Plan about a third of your time for it.',
    begin: 'Begin the debrief',
    next: (step: string) => `Next: ${step}`,
    rest: 'Close the debrief',
    minutes: (minutes: number) => `about ${minutes} min`,
    here: 'You are here',
    ask: 'Question for the room',
    over: 'That was the last step.',
  },
};
export type DebriefWords = typeof debrief;
