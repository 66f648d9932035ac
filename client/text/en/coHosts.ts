import { plural } from '../number.ts';

const tables = (count: number): string => `${count} ${plural(count, 'table', 'tables')}`;

/** Co-hosts of an event: who leads tables beside the host. */
export const coHosts = {
  title: 'Co-hosts',
  note: 'A link lets a colleague lead tables with you: this overview, the host rooms of its tables and their records. Your library, your settings and other sessions stay closed to them, and they can delete nothing.',
  name: 'Name of the colleague',
  make: 'Make a link',
  most: (count: number) => `This event has ${count} co-hosts, the most there can be.`,
  none: 'Nobody yet.',
  link: (name: string) => `Link for ${name}`,
  linkNote: 'It needs no password: give it to this person only.',
  copy: 'Copy link',
  copied: 'Copied',
  made: (name: string) => `The link for ${name} is ready to copy.`,
  inCharge: (count: number, numbers: string) =>
    count === 0 ? 'in charge of no table' : `in charge of ${plural(count, 'table', 'tables')} ${numbers}`,
  end: 'End the link…',
  endOf: (name: string) => `End the link of ${name}…`,
  endHeld: (name: string) => `Press and hold: end the link of ${name}`,
  endNote: 'The link leads nowhere then, and open pages close at once.',
  ended: (name: string) => `The link of ${name} leads nowhere now.`,
  who: 'Who is in charge',
  tile: (name: string) => `In charge: ${name}`,
  you: 'In charge: you',
  put: (count: number) => `In charge of the ${plural(count, 'chosen table', `${count} chosen tables`)}`,
  nobody: 'nobody',
  chooseFirst: 'Choose tables first.',
  take: (count: number) => `Take charge of ${tables(count)}`,
  giveUp: (count: number) => `Give up ${tables(count)}`,
  changed: 'Changed.',
  shown: 'Tables shown',
  all: 'all',
  mine: 'mine',
  unled: 'with nobody in charge',
  shownCount: (count: number) => `For the ${tables(count)} shown`,
  noneShown: 'No table like this at the moment.',
  asCoHost: (name: string) => `Co-host: ${name}`,
  over: 'Your link to this event was ended. Ask its host for a new one.',
};
