import type { Tone } from '#shared/model/eventDeck.ts';
import type { SizedEffect } from '#shared/model/world.ts';
import { plural } from '../number.ts';

/** Words of what befalls the world, and of the host who brings it in. */
export const events = {
  byHost: 'Brought in by the host',
  source: (source: string) => `Source: ${source}`,
  hit: (victim: string) => `${victim} was hit.`,
  erased: 'An event whose words were removed',
  /** What an effect moves; a signed number of points follows. */
  effects: {
    shock: 'pressure of incidents everywhere',
    shockVictim: 'pressure of incidents on one drawn state',
    barrier: 'technical barriers between all',
    competition: 'great-power rivalry',
    institutions: 'institutions',
    regime: 'common rules in force',
    opacity: 'technical opacity',
    trust: 'trust of all in all',
  } satisfies Record<SizedEffect, string>,
  effect: (what: string, points: string) => `${what} ${points}`,
  noEffect: 'It moves nothing: a story to talk about.',
  tones: { hopeful: 'Hopeful', grim: 'Grim', neutral: 'Neutral' } satisfies Record<Tone, string>,
  tray: {
    title: 'Events',
    note: 'The scenario draws events by itself. Here you bring in one more.',
    when: 'When it befalls the world',
    now: 'This round',
    nextRound: 'Next round',
    notNow: 'This round is resolved: an event can only come with the next one.',
    notNext: 'This is the last round.',
    over: 'The last round is resolved; nothing more can befall the world.',
    group: (tone: string, count: number) => `${tone} (${count})`,
    bringNow: 'Bring it in now',
    bringNext: 'Bring it in next round',
    keep: 'Cancel',
    pending: 'Still to take effect',
    pendingIn: (round: number) => `round ${round}`,
    takeBack: 'Take back',
    takeBackOf: (title: string) => `Take back “${title}”`,
    done: 'Done: the event will befall the world.',
    write: 'Write your own',
    writtenTitle: 'Title',
    writtenText: 'What happens (roles, not states)',
    effectsTitle: (most: number) => `What it moves, up to ${most} ${plural(most, 'effect', 'effects')}`,
    what: (place: number) => `Effect ${place}`,
    size: (place: number) => `Points of effect ${place}`,
    add: 'Add an effect',
    remove: (place: number) => `Remove effect ${place}`,
  },
  said: {
    now: (title: string) => `The host brings in an event: ${title}`,
    next: (round: number, title: string) => `The host prepares an event for round ${round}: ${title}`,
    nextUnseen: 'The host prepares an event',
    ownWords: 'one of its own words',
    cancelled: 'The host takes an event back',
  },
};
