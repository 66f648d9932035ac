import type { Tone } from '#shared/model/eventDeck.ts';
import type { SizedEffect } from '#shared/model/world.ts';
import { plural } from '../number.ts';

/** Words of the events of the world, and of the host who adds one. */
export const events = {
  byHost: 'Added by the host',
  source: (source: string) => `Source: ${source}`,
  hit: (victim: string) => `${victim} was hit.`,
  erased: 'An event whose text was erased',
  /** What an effect moves; a signed number of points follows. */
  effects: {
    shock: 'Pressure of incidents everywhere',
    shockVictim: 'Pressure of incidents on one state, drawn by chance',
    barrier: 'Technical barriers between all states',
    competition: 'Great-power rivalry',
    institutions: 'Institutions',
    regime: 'Common rules in force',
    opacity: 'Technical opacity',
    trust: 'Everyone’s trust in everyone',
  } satisfies Record<SizedEffect, string>,
  effect: (what: string, points: string) => `${what} ${points}`,
  noEffect: 'It changes no number: a story to talk about.',
  tones: { hopeful: 'Hopeful', grim: 'Grim', neutral: 'Neutral' } satisfies Record<Tone, string>,
  tray: {
    title: 'Events',
    note: 'The scenario draws events by itself. Here you can add one.',
    when: 'When it happens',
    now: 'This round',
    nextRound: 'Next round',
    notNow: 'This round is over: an event can only come with the next one.',
    notNext: 'This is the last round.',
    over: 'The last round is over; no more events can happen.',
    group: (tone: string, count: number) => `${tone} (${count})`,
    bringNow: 'Add it now',
    bringNext: 'Add it to the next round',
    keep: 'Cancel',
    pending: 'Still to take effect',
    pendingIn: (round: number) => `round ${round}`,
    takeBack: 'Take back',
    takeBackOf: (title: string) => `Take back “${title}”`,
    done: 'Done: the event will happen.',
    write: 'Write your own',
    writtenTitle: 'Title',
    /** The label of a field for the other language. */
    writtenIn: {
      en: (label: string) => `${label}, in English`,
      zh: (label: string) => `${label}, in Chinese`,
    },
    writtenText: 'What happens (roles, not states)',
    effectsTitle: (most: number) => `What it changes, up to ${most} ${plural(most, 'effect', 'effects')}`,
    what: (place: number) => `Effect ${place}`,
    size: (place: number) => `Points of effect ${place}`,
    add: 'Add an effect',
    remove: (place: number) => `Remove effect ${place}`,
  },
  said: {
    now: (title: string) => `The host adds an event: ${title}`,
    next: (round: number, title: string) => `The host prepares an event for round ${round}: ${title}`,
    nextUnseen: 'The host prepares an event',
    ownWords: 'one in the host’s own words',
    cancelled: 'The host takes an event back',
  },
};
