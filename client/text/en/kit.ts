import { plural } from '../number.ts';

const rubricHead: readonly [string, string, string, string] = ['Criterion', 'Beginning', 'Able', 'Strong'];

interface Level {
  readonly name: string;
  /** From the least to the most. */
  readonly levels: readonly [string, string, string];
}

/** What a step of the debrief asks. */
interface DebriefStep {
  readonly title: string;
  readonly questions: readonly string[];
}

const debrief: readonly DebriefStep[] = [
  {
    title: 'Leave the role',
    questions: [
      'Say one word for how you feel now.',
      'Put your role card face down. Who were you, and what was it like?',
    ],
  },
  {
    title: 'What happened',
    questions: [
      'Which round changed most? Look at the dial’s path.',
      'Which single order would you take back, and whose order moved you most?',
    ],
  },
  {
    title: 'Fear and deed',
    questions: [
      'What did you expect of your rival, and what did your rival do?',
      'Where did a measure that was meant as protection look like a threat?',
    ],
  },
  {
    title: 'Promises and price',
    questions: [
      'Which promises were kept, which were broken, and which were said and not done?',
      'Who paid for this ending? Who was a bridge, a rule-maker, a solution provider?',
    ],
  },
  {
    title: 'Why',
    questions: [
      'When did the course turn, and which parts of the two forces turned it?',
      'Which marks of good governance held, and which lamps of the predicament were lit?',
      'Which factor did orders act on, and what moved when states acted on several together?',
      'Where did a measure cross the line from moderate securitization to pan-securitization?',
      'Which of the three trends led, and which followed?',
      'When did common rules grow, and what kept them from growing before?',
      'What did trust need that promises alone did not give?',
    ],
  },
  {
    title: 'Is the model right?',
    questions: [
      'Which cause did the program name that you doubt?',
      'What does the model leave out that would have changed the end?',
    ],
  },
  {
    title: 'The real world',
    questions: [
      'Where have you seen this pattern? Give one case and one counter-case.',
      'Whose position was hardest to speak for, and what is its best argument?',
    ],
  },
  {
    title: 'What if, and so what',
    questions: [
      'If you could change one order or one rule, what would have come of it?',
      'What will you look for in the news this week?',
    ],
  },
];

const rubric: readonly Level[] = [
  {
    name: 'Speaks for the role',
    levels: [
      'Acts on own opinion.',
      'Follows the brief’s interests.',
      'Weighs interests, fears and red lines, and says why.',
    ],
  },
  {
    name: 'Negotiates',
    levels: [
      'Announces.',
      'Asks, listens and trades.',
      'Builds agreements that others can keep, and keeps own word or says why not.',
    ],
  },
  {
    name: 'Reasons from evidence',
    levels: [
      'Tells what happened.',
      'Names causes that the program shows.',
      'Follows causes over several rounds and tests a different choice.',
    ],
  },
  {
    name: 'Judges the model',
    levels: [
      'Takes it as given, or dismisses it.',
      'Names one assumption and its effect.',
      'Sets it beside a real case and says where it holds and where it does not.',
    ],
  },
];

/** The facilitator's kit, made from a scenario and a plan. */
export const kit = {
  title: 'Facilitator’s kit',
  print: 'Print or save as PDF',
  secret:
    'It contains the secret briefs of all states. Keep it to yourself and give each card only to its state.',
  meta: (states: number, rounds: number, minutes: number) =>
    `${states} states, ${rounds} ${plural(rounds, 'round', 'rounds')}, ${minutes} minutes`,
  plans: 'Other lengths',
  plan: (minutes: number, rounds: number) => `${minutes} min, ${rounds} rounds`,
  scarred: 'Here there is a way back from the predicament, but a hard one.',
  absorbing: 'Here the predicament, once locked, does not open again.',
  toHost: 'To the host’s page',
  unknown: 'There is no such scenario, or it has no kit.',
  loading: 'Preparing the kit…',
  sections: {
    show: 'Schedule',
    script: 'What to say',
    notes: 'Notes on this scenario',
    opening: 'How the world stands at the start',
    events: 'Events that may happen',
    cases: 'Cases that the paper names',
    debrief: 'Questions for the debrief',
    rubric: 'Assessment',
    glossary: 'Glossary',
    roles: 'Role cards',
  },
  show: {
    minutes: 'Minutes',
    part: 'Part',
    doing: 'What you do',
    parts: {
      join: 'Joining',
      brief: 'Briefs',
      firstRound: 'First round',
      rounds: 'The other rounds',
      debrief: 'Debrief',
      survey: 'Survey',
    },
    does: {
      join: () => 'Put the projector up. People scan, choose a name and a state. Bots take what is left.',
      brief: () => 'Hand out role cards. Each delegation reads and agrees on one aim for the first round.',
      firstRound: () =>
        'Go slowly. Read the phases aloud. Let the reveal run to its end, then ask one why. On the wall and in the host room the key C shows the course of the world in place of the map; on the wall 6 shows the trends and 7 the factors.',
      rounds: (rounds: number) =>
        `${rounds} more ${plural(rounds, 'round', 'rounds')}. Let them play. Pause for a good discussion; add a minute where it is needed.`,
      debrief: () =>
        'Begin with the word for how people feel, and follow the questions. Keep a third of the session for it.',
      survey: () => 'The same three questions as before play, and one sentence from each.',
    },
    seconds: 'A round in seconds',
    extra: (seconds: number) => `In the first round negotiation lasts ${seconds} seconds longer.`,
  },
  script: (rounds: number, states: number): readonly (readonly [string, string])[] => [
    [
      'Welcome',
      `Today you speak for ${states} states that share one network. You are not yourselves: you speak for a state and its reasons, and you may disagree with them.`,
    ],
    [
      'How it goes',
      `There are ${rounds} rounds. You talk, then each state seals one order in secret, then all open at once. A state that seals nothing holds.`,
    ],
    [
      'What counts',
      'You have your own points and two objectives that only you know. And there is one dial for all. At the end we read both, side by side. Nobody is ranked.',
    ],
    [
      'Before the first decisions',
      'Choose one card and read its forecast. What do you expect of the others?',
    ],
    [
      'At each reveal',
      'Look first, talk later. What surprised you? Choose a number on your screen and read one cause aloud.',
    ],
    ['Half time', 'Where is the needle heading? Who could turn it, and what would it cost them?'],
    ['At the end', 'Put down your cards. You are yourselves again.'],
  ],
  opening: {
    regime: 'Common rules',
    institutions: 'Institutions',
    opacity: 'Technical opacity',
    competition: 'Great-power rivalry',
    bloc: (name: string, members: string) => `${name}: ${members}`,
    restriction: (from: string, to: string, value: string) => `${from} restricts ${to}: ${value}`,
    alone: 'no members yet',
  },
  cases: {
    note: 'Where the paper’s cases can come up in this scenario, each with two readings. Neither is a rule of the game; both are claims to discuss. On the screens of play no state bears a real name in a made-up scenario.',
  },
  role: { brief: 'Only for you', aims: 'Your two objectives', cut: 'cut here' },
  rubricHead,
  debrief,
  rubric,
};
export type KitWords = typeof kit;
