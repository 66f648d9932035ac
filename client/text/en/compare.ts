import { plural } from '../number.ts';

/** Words of the page that compares sessions. */
export const compare = {
  title: 'Compare sessions',
  line: 'Open the records of several classes. Everything happens on this device; nothing is sent.',
  choose: 'Choose records',
  most: (count: number) => `Up to ${count} records at a time.`,
  reading: 'Reading the records…',
  refused: 'Not opened',
  refusedOf: (names: string) =>
    `${names}: not a record with a resolved round, not yours to read, or one too many.`,
  about: (name: string, seats: number, rounds: number) =>
    `${name} · ${seats} states · ${rounds} ${plural(rounds, 'round', 'rounds')}`,
  chosen: (count: number) => `Which letter is which of the ${count} sessions`,
  ranks: (count: number) => `Where each of the ${count} lies among the simulated ones`,
  event: {
    title: (code: string) => `The tables of event ${code}`,
    line: 'Every table of the event met the same drawn events: what differs between them comes from what people did.',
    table: 'Table',
    chosen: (count: number) => `The ${count} tables, to open or leave out`,
  },
  groups: {
    title: 'By what was tried',
    count: (tables: number) => `${tables} ${plural(tables, 'table', 'tables')}`,
    what: 'The middle of the tables, in brackets the lowest and the highest.',
    spread: (middle: string, low: string, high: string) => `${middle} (${low} to ${high})`,
    note: 'Chance gave each table its treatment, so treatments may be compared. Chance alone makes differences too, and with few tables large ones: where the ranges overlap, nothing is shown yet.',
  },
  round: {
    title: 'The same decision beside its different outcomes',
    which: 'Round',
    whose: 'Whose decision',
    everybody: 'everybody’s',
    ordered: 'What was ordered',
    change: 'Change of the dial',
    fromTo: 'The dial in this round',
    way: (before: string, after: string) => `${before} → ${after}`,
    same: (tables: number, low: string, high: string) =>
      `${tables} ${plural(tables, 'time', 'times')}; change of the dial ${low === high ? low : `${low} to ${high}`}`,
    note: 'Sessions differ by all that happened before, too: that two things stand beside each other does not say that one came of the other. For that, open one in the replay and ask “what if”.',
  },
  treatment: 'What was tried',
  remove: 'Leave out',
  dials: 'The dial of each session',
  unlike:
    'These sessions differ in scenario, states or length. Their paths lie over each other by the share of the way, so compare shapes and not rounds.',
  label: (ends: string) => `The dial over the rounds: ${ends}.`,
  endsAt: (mark: string, end: string) => `${mark} ends at ${end}`,
  who: 'Simulated sessions',
  kinds: {
    CLASS: (talk: boolean): string => (talk ? 'Novices who talk' : 'Novices without talk'),
    HUMAN: (talk: boolean): string =>
      talk ? 'People of experiments, who talk' : 'People of experiments, without talk',
  },
  simulate: (games: number) => `Simulate ${games} sessions of the first one’s scenario`,
  shipped: (games: number) => `${games} sessions of this scenario and plan were simulated beforehand.`,
  games: (done: number, of: number) => `${done} of ${of} simulated sessions`,
  failed: 'This device could not simulate them.',
  few: (mark: string) => `${mark}: too few simulated sessions to say anything yet.`,
  rank: (mark: string, below: number) => `${mark} ended higher than ${below} of 100 simulated sessions.`,
  meaning:
    'Nine of ten simulated sessions lie in the pale band, half in the darker one. They are played by bots: a place among them says how usual an ending is, not how well a class played or learned.',
  wall: {
    rank: (below: number) => `The dial ended higher than in ${below} of 100 simulated sessions.`,
    meaning:
      'Nine of ten simulated sessions lie in the pale band, half in the darker one. Bots play them like novices who talk: this says how usual the ending is, not how well anybody played.',
    simulating: 'Simulating sessions of this setting…',
    noRecord:
      'This needs the record of the session: open the wall in the host’s browser, or show it during the debrief.',
  },
  several: 'Compare several records',
  table: 'What differs',
  percent: (share: number) => `${share}%`,
  rows: {
    what: 'Session',
    dial: 'Dial at the end',
    stage: 'Stage at the end',
    orders: {
      cooperate: 'Orders that cooperate',
      blocs: 'Orders that build blocs',
      securitize: 'Orders that securitize',
      none: 'Hold',
    },
    messages: 'Messages a round',
    kept: 'Promises kept, state by round',
    broken: 'Promises broken, state by round',
    trust: 'Trust at the end',
  },
  seen: 'Counted from what everybody could see; secret agreements are left out.',
  open: 'Compare',
};
