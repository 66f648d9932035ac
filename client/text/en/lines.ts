import type { View } from '#shared/session/views/tableView.ts';

type Phase = View['table']['phase'];

/** What the host says to the class in a phase, and the host's next step. */
interface Line {
  readonly say: string;
  readonly next: string;
}

const lines: Readonly<Record<Phase, Line>> = {
  lobby: {
    say: 'Scan the code or type the address. Choose a name and a state.',
    next: 'Wait until everybody has a seat, then press Start.',
  },
  briefing: {
    say: 'Read what has happened. What does it change for your state, and what is your aim now?',
    next: 'Leave it quiet while they read.',
  },
  negotiation: {
    say: 'Who could turn the dial, and what would it cost them? Ask them.',
    next: 'Walk round and listen. Add a minute where a deal is close.',
  },
  decision: {
    say: 'Choose one order and seal it in secret. A state that seals nothing does nothing.',
    next: 'When all have sealed, or the time is up, the reveal opens.',
  },
  reveal: {
    say: 'Look first, talk later. What surprised you?',
    next: 'Let the reveal run to its end. Then choose a number here and read one cause aloud.',
  },
  review: {
    say: 'Which number moved most, and whose order moved it? What would you do differently now?',
    next: 'Hear two or three answers, then go on.',
  },
  ended: {
    say: 'Put down your cards. You are yourselves again.',
    next: 'Begin the debrief with its first step.',
  },
};

/** In the first round people learn the course of a round. */
const first: Readonly<Partial<Record<Phase, Line>>> = {
  briefing: {
    say: 'Read your brief. Who are you, what do you need, what do you fear? Agree on one aim for this round.',
    next: 'Leave it quiet while they read.',
  },
  negotiation: {
    say: 'Talk to at least one state that you need. Say what you offer, and what you want for it.',
    next: 'Walk round and help people find Talk and Agreements.',
  },
  decision: {
    say: 'Choose one card and read its forecast. What do you expect of the others? Then seal.',
    next: 'When all have sealed, or the time is up, the reveal opens.',
  },
};

/** The sentence for the class and the host's next step, phase by phase: on the console and in the kit. */
export const hostLines = {
  title: 'What to say now',
  next: 'Next',
  lines,
  first,
  paused: { say: 'The clock has stopped. Look here for a moment.', next: 'Press Resume when you are done.' },
  lastReview: {
    say: 'That was the last round. Which single order would you take back?',
    next: 'Hear two or three answers, then go to the ending.',
  },
  follows: (phase: string) => `After that: ${phase}.`,
  longer: (seconds: number) => `The first negotiation is ${seconds} seconds longer than the others.`,
  kitTitle: 'Phase by phase',
  kitNote: 'The host room shows the sentence of each phase while you lead.',
  inFirst: (phase: string) => `${phase}, first round`,
};
