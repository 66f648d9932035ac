import type { Feeder } from '#shared/session/findings/feeders.ts';
import type { DebriefStep } from '#shared/session/vocabulary/debriefSteps.ts';
import { plural } from '../number.ts';

interface StepWords {
  /** Short, for lists. */
  readonly name: string;
  readonly title: string;
  readonly line: string;
  /** What the room may talk about; large on the wall. */
  readonly ask: string;
  /** For the host alone. */
  readonly hint: string;
}

const steps: Readonly<Record<DebriefStep, StepWords>> = {
  leave: {
    name: 'Leave the role',
    title: 'You are yourself again',
    line: 'The state you spoke for stays at the table. Stand up, breathe, greet the others by their own names.',
    ask: 'How do you feel now? One word.',
    hint: 'Let everybody say aloud: “I was …, I am …” Do not discuss yet. Then the word.',
  },
  words: {
    name: 'The words',
    title: 'What the room says',
    line: 'Every word that was given, in the order of the alphabet, without a name.',
    ask: 'Which word surprises you?',
    hint: 'Let two or three people explain their word, if they like to. Nobody has to.',
  },
  moments: {
    name: 'Three moments',
    title: 'Three moments',
    line: 'Picked from the record: where the dial turned, and whose orders turned it most.',
    ask: 'What did you know at that moment, and what did you not?',
    hint: 'Tell what happened before anybody judges it. Ask those who were there first.',
  },
  pivotal: {
    name: 'The pivotal order',
    title: 'The pivotal order',
    line: 'Each order was played once more as “hold”, and the session went on to its end. This one moved the end most.',
    ask: 'Could you have known what would hang on it?',
    hint: 'It is a calculation, not a verdict. In truth the others would have answered otherwise.',
  },
  fear: {
    name: 'Fear and deed',
    title: 'Fear against deed',
    line: 'What states expected of a rival while they sealed, and what the rival then did.',
    ask: 'Where did the expectation come from?',
    hint: 'Look for one pair: each expected the worst of the other. What did either know of the other’s reasons?',
  },
  promise: {
    name: 'Promise and deed',
    title: 'Promise against deed',
    line: 'Judged rounds in which each state kept or broke its agreements, the secret ones included.',
    ask: 'What made a promise worth keeping?',
    hint: 'Ask first those to whom a word was broken, then those who broke one.',
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
    title: 'What fed the three trends',
    line: 'Every change of the session, added up by cause. Each column adds up to the change of its trend.',
    ask: 'Which cause was yours?',
    hint: 'Follow one chain aloud: who was afraid of what, what it built, and whom that frightened.',
  },
  model: {
    name: 'Is the model right?',
    title: 'Is the model right?',
    line: 'The rules are claims about the world. You have lived in them; now doubt them.',
    ask: 'Which of these would you change, and what would the game then show?',
    hint: 'Take the question the room disagrees on. The reading of the paper is one among others.',
  },
  world: {
    name: 'The real world',
    title: 'It has happened, in its way',
    line: 'What was played here has relatives outside. Two readings of each; both are claims.',
    ask: 'Which reading do you find stronger, and what would change your mind?',
    hint: 'Let each half of the room defend one reading of the same card, then swap.',
  },
  question: {
    name: 'The question again',
    title: 'The same question again',
    line: 'You answered it before the first round. Answer as yourself.',
    ask: 'How far do you agree?',
    hint: 'Quietly, without talk. The answers are shown as counts at the next step.',
  },
  answers: {
    name: 'Before and after',
    title: 'Before and after',
    line: 'How the room answered before play, and how it answers now.',
    ask: 'What moved, and what did not?',
    hint: 'A class that moved is not a class that learnt the truth. Ask what they saw that moved them.',
  },
  reflect: {
    name: 'So what?',
    title: 'So what?',
    line: 'Write a few sentences to yourself.',
    ask: 'What will you look at differently, the next time you read of rules for cyberspace?',
    hint: 'Five quiet minutes. You read what is written here below; nobody else does.',
  },
};

const feeders: Readonly<Record<Feeder, string>> = {
  joining: 'Joining and leaving',
  camps: 'Walls of camps',
  rulebooks: 'Rulebooks that do not match',
  measures: 'Measures of security',
  lifting: 'Lifting measures',
  fear: 'Fear',
  rivalry: 'Rivalry of great powers',
  cooperation: 'Cooperation',
  promises: 'Promises',
  events: 'Events',
  time: 'Time',
};

/** The debrief: a host leads everybody through it, one idea a screen. */
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
  looking: 'Looking into the record…',
  notFound: 'The record could not be asked. Go back and try again.',
  asTable: 'As a table',
  asList: 'One by one',
  round: (round: number) => `Round ${round}`,
  state: 'State',
  steps,
  feeders,
  pulse: {
    field: 'One word',
    give: 'Give it',
    change: 'Give another',
    yours: 'Your word:',
    note: 'Shown later among the others, without your name. You may change it until then.',
    count: (count: number) => `${count} ${plural(count, 'word', 'words')} given`,
    few: 'Words are shown once at least three people have given one.',
    cloud: 'Words that were given',
  },
  pivotal: {
    without: (end: string) => `Without it the dial would have ended at ${end}.`,
    held: 'moved the end by',
    others: 'Next to it',
    none: 'No single order moved the end.',
    all: (orders: number) =>
      `All ${orders} orders were weighed so. The others then order as they did; what the changed world does not allow becomes “hold”.`,
    some: (weighed: number, orders: number) =>
      `${weighed} of ${orders} orders were weighed so: those of the weightiest states that moved their own round most. The others then order as they did; what the changed world does not allow becomes “hold”.`,
  },
  fear: {
    asExpected: 'as expected',
    inVain: 'feared in vain',
    unforeseen: 'not foreseen',
    of: (count: number) => `of ${count} expectations`,
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
    none: 'The others were bound by nothing that could be judged.',
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
      `${trend} was held back most by: ${cause} (${amount}).`,
    note: 'A cause’s share is the trend after the round minus the trend of the same world without that cause; what works together is shared out. In points of 100.',
  },
  model: {
    claim: 'The rules say',
    paper: 'The paper reads',
    other: 'Others read',
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
    cameUp: (what: string) => `Came up by ${what}`,
    paper: 'The paper reads',
    other: 'Others read',
    source: 'Source',
    authors: 'Cai and Zhang 2023',
    confidence: {
      high: 'facts well supported',
      medium: 'facts partly disputed',
      low: 'facts uncertain',
    },
    none: 'Nothing that was played here has a relative on the list of cases.',
  },
  survey: {
    option: 'Ask one question before and after',
    optionNote:
      'Three sentences to agree with or not, in the lobby and in the debrief. Only counts are shown.',
    title: 'One question before we begin',
    line: 'As yourself, not as your state. Afterwards you answer it once more; only counts are shown.',
    items: [
      'Most states keep their word if the others do.',
      'A state that feels threatened is safer when it arms.',
      'States can agree on common rules for cyberspace within ten years.',
    ],
    scale: ['strongly disagree', 'disagree', 'neither', 'agree', 'strongly agree'],
    send: 'Give my answers',
    sent: 'Your answers are kept. You may change them.',
    sentShort: 'Answered',
    count: (count: number) => `${count} ${plural(count, 'person has', 'people have')} answered`,
    before: 'Before',
    after: 'After',
    people: (count: number) => `${count} ${plural(count, 'answer', 'answers')}`,
    few: 'Fewer than three people answered; nothing is shown.',
    bar: (point: string, count: number) => `${point}: ${count}`,
    yours: 'Your answer moved from',
  },
  reflect: {
    field: 'Your reflection',
    save: 'Keep it',
    saved: 'Kept. Only you and the host can read it. You may go on writing.',
    note: 'Only you and the host can read it. It stays beside the record and can be erased.',
    count: (count: number) => `${count} ${plural(count, 'person has', 'people have')} written`,
    all: 'What people wrote',
    none: 'Nobody has written yet.',
    erased: 'erased',
  },
  host: {
    title: 'Lead the debrief',
    line: 'Everybody’s screen and the projector follow you. About a third of your time belongs here.',
    begin: 'Begin the debrief',
    next: (step: string) => `Next: ${step}`,
    rest: 'Let it rest',
    minutes: (minutes: number) => `about ${minutes} min`,
    here: 'You are here',
    ask: 'Ask the room',
    over: 'That was the last step.',
  },
};
export type DebriefWords = typeof debrief;
