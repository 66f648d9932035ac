import { plural } from '../number.ts';

/** What the host sees beside the console: what was played, said and agreed, and the standings. */
export const eyes = {
  label: 'What is going on',
  tabs: 'Show',
  tab: {
    map: 'World',
    now: 'Orders',
    talk: 'Talk',
    agreements: 'Agreements',
    brief: 'Points and objectives',
    why: 'Why',
  },
  round: (round: number) => `Round ${round}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  nothingPlayed: 'No round has been revealed yet. Sealed orders stay sealed for you too.',
  search: 'Search',
  jump: 'Jump to a round',
  found: (count: number) => `${count} ${plural(count, 'entry', 'entries')}`,
  publicOnly: 'Public talk only. What is said in private stays private while the session runs.',
  allTalk: 'Public and private talk. Everybody has been told that you can read it.',
  private: (states: string) => `private: ${states}`,
  publicAgreements: 'Public agreements and offers. Secret ones stay secret while the session runs.',
  allAgreements: 'All agreements and offers. Everybody has been told that you can read secret ones.',
  secret: 'Only you see this. Do not show this tab on the projector.',
  points: 'Points so far',
};
