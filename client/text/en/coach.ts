interface StepWords {
  readonly title: string;
  readonly text: string;
}

/** The guided first round: six short steps, each about something on the screen. */
export const coach = {
  label: 'Your first round',
  step: (now: number, all: number) => `${now} of ${all}`,
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  done: 'Got it',
  steps: {
    map: (state: string): StepWords => ({
      title: `You are ${state}`,
      text: 'Find your state on the map; it has the double ring. Lines are links: the wider, the stronger. Tap any state to see what lies between you.',
    }),
    dial: (): StepWords => ({
      title: 'Where the world is heading',
      text: 'The needle shows it: to the right the states come together, to the left they drift apart. Your points are yours; the dial belongs to all.',
    }),
    card: (): StepWords => ({
      title: 'One card a round',
      text: 'Take any card to look at it. Nothing happens until you seal. Some cards help all, some help you, and most do a bit of both.',
    }),
    target: (): StepWords => ({
      title: 'For whom, and what to expect',
      text: 'Some cards name states: choose them in the list or on the map. Then a forecast appears under the card. It depends on what the others do.',
    }),
    seal: (): StepWords => ({
      title: 'Seal it',
      text: 'When you are sure enough, seal. Nobody sees your order before the reveal. You may open it again while there is time.',
    }),
    why: (): StepWords => ({
      title: 'Ask why',
      text: 'Tap any number to see what moved it and who was behind it. The causes add up to the change.',
    }),
  },
};
export type CoachWords = typeof coach;
