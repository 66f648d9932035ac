import { setTimeout as wait } from 'node:timers/promises';
import { rehearsalApi } from './api.ts';
import { type Manners, Person } from './person.ts';
import { chanceOf } from './script.ts';
import { BAD_LINK, type SlowLink, slowLink } from './slowLink.ts';
import type { Tally } from './tally.ts';

/** A crowd of scripted people for one session. */
export interface CrowdWish extends Manners {
  readonly origin: string;
  readonly code: string;
  readonly delegates: number;
  /** How many of them drop out once and return on another device. */
  readonly drop: number;
  /** Puts everybody behind a link of 300 ms and 2 % loss. */
  readonly badLink: boolean;
  /** The time within which all of them join, ms. */
  readonly withinMs: number;
  /** The number of the first person, so that names differ between sessions. */
  readonly first: number;
}

/** The people who have joined one session. */
export interface Crowd {
  readonly people: readonly Person[];
  /** Plays to the end of the session, drop-outs included. */
  play(): Promise<void>;
  close(): Promise<void>;
}

/** Lets the crowd join, spread over the given time. */
export async function gather(wish: CrowdWish, tally: Tally): Promise<Crowd> {
  const links: SlowLink[] = [];
  const people = await Promise.all(
    Array.from({ length: wish.delegates }, async (_, index) => {
      const number = wish.first + index;
      await wait((index / Math.max(1, wish.delegates)) * wish.withinMs);
      const origin = wish.badLink ? await behindBadLink(wish, number, links) : wish.origin;
      const person = new Person(wish.code, number, origin, tally, wish);
      return (await person.arrive(rehearsalApi(origin))) ? person : null;
    }),
  );
  const seated = people.filter((person) => person !== null);
  return {
    people: seated,
    play: async () => {
      await Promise.all([
        ...seated.map((person) => person.play()),
        ...seated.slice(0, wish.drop).map((person) => dropOnce(person, wish)),
      ]);
    },
    close: async () => {
      for (const person of seated) person.stop();
      await Promise.all(links.map((link) => link.close()));
    },
  };
}

async function behindBadLink(wish: CrowdWish, number: number, links: SlowLink[]): Promise<string> {
  const link = await slowLink(new URL(wish.origin), BAD_LINK, chanceOf(wish.seed ^ 0x5eed, number));
  links.push(link);
  return link.origin;
}

/** Drops out in the next decision, the worst moment for it. */
async function dropOnce(person: Person, { awayMs }: Manners): Promise<void> {
  while (person.seen()?.phase !== 'decision') {
    if (person.seen()?.phase === 'ended') return;
    await wait(Math.min(100, awayMs));
  }
  await person.dropOut();
}
