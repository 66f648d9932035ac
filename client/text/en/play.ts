import type { ObjectiveId } from '#shared/scenario/schema.ts';
import type { Stage } from '#shared/model/world.ts';
import type { TableView } from '#shared/session/views/tableView.ts';

import { plural } from '../number.ts';
import { ending } from './ending.ts';
import { reveal } from './reveal.ts';

/** From the bottom of the dial to its top. */
const bands: readonly [string, string, string, string, string] = [
  'Breaking apart',
  'Drifting apart',
  'In the balance',
  'Coming together',
  'Good governance within reach',
];

type Phase = TableView['phase'];

const phases: Readonly<Record<Phase, { readonly name: string; readonly now: string }>> = {
  lobby: { name: 'Lobby', now: 'The session begins soon' },
  briefing: { name: 'Briefing', now: 'Read what has happened' },
  negotiation: { name: 'Negotiation', now: 'Talk and see your cards' },
  decision: { name: 'Decision', now: 'Decide: one secret order' },
  reveal: { name: 'Reveal', now: 'See what everyone did' },
  review: { name: 'Review', now: 'Find out why' },
  ended: { name: 'The end', now: 'Look back' },
};

const stages: Readonly<Record<Stage, string>> = {
  emergence: 'Emergence: the field is still forming',
  selection: 'At the crossroads: the direction is being chosen',
  governance: 'Good governance',
  predicament: 'Systemic predicament',
};

const objectives: Readonly<Record<ObjectiveId, { readonly name: string; readonly line: string }>> = {
  'rule-maker': {
    name: 'Rule-maker',
    line: 'Keep two multilateral commitments in rounds in which enough states join for common rules to grow.',
  },
  reconciler: { name: 'Reconciler', line: 'Two rivals trust each other 15 points more than at the start.' },
  'non-aligned': {
    name: 'Non-aligned',
    line: 'Stay outside the camps and be trusted 50 or more by the leaders of both.',
  },
  'camp-leader': { name: 'Camp leader', line: 'Your camp holds at least 22 per cent of the weight.' },
  shield: { name: 'Shield', line: 'Bring your defence to 45 or more.' },
  'gap-closer': { name: 'Gap-closer', line: 'Raise a partner’s digital development by 25 points.' },
};

function spokenTime(minutes: number, seconds: number): string {
  const rest = seconds > 0 || minutes === 0 ? `${seconds} ${plural(seconds, 'second', 'seconds')}` : '';
  return minutes === 0 ? rest : `${minutes} ${plural(minutes, 'minute', 'minutes')} ${rest}`.trim();
}

/** The play screen: header, tabs, map, dial, gauges, state card, brief, and waiting. */
export const play = {
  reveal,
  ending,
  phases,
  stages,
  objectives,
  stageNames: {
    emergence: 'Emergence',
    selection: 'Direction selection',
    governance: 'Good governance',
    predicament: 'Systemic predicament',
  } satisfies Record<Stage, string>,
  locked: 'locked in: hard to leave',
  round: (round: number, rounds: number | string) => `Round ${round} of ${rounds}`,
  hiddenEnd: {
    option: 'Hide the last round',
    note: (earlier: number) =>
      `It is drawn when the session opens: at the plan’s last round, or up to ${earlier} before. Participants read only the range.`,
    range: (from: number, to: number) => `${from}–${to}`,
    show: 'Show me the last round',
    shown: (round: number) => `The last round is round ${round}. Participants do not know it.`,
    settings: 'last round hidden',
  },
  tabs: {
    map: 'Map',
    orders: 'Orders',
    talk: 'Talk',
    agreements: 'Agreements',
    why: 'Why',
    brief: 'Brief',
    reveal: 'Reveal',
    event: 'Event',
    ending: 'Ending',
  },
  /** For people in another panel when a phase begins. */
  turned: {
    lobby: 'The session is back in the lobby.',
    briefing: 'A new round has begun.',
    negotiation: 'Negotiation is open.',
    decision: 'Decisions are open.',
    reveal: 'The orders are revealed.',
    review: 'Now you can ask why.',
    ended: 'The session has ended.',
  } satisfies Record<Phase, string>,
  turnTo: (panel: string) => `Go to ${panel}`,
  /** A bot plays for the people of the seat. */
  covered: {
    now: (state: string, deeds: string) => `A bot is playing for ${state}. ${deeds}`,
    was: (deeds: string) => `While you were away a bot played for you. ${deeds}`,
    sealed: (order: string) => `It has sealed: ${order}.`,
    nothing: 'It has sealed nothing yet.',
    said: (count: number) => `It has spoken ${count} ${plural(count, 'time', 'times')} this round.`,
    back: 'Play yourself again',
    read: 'OK',
  },
  tabsLabel: 'Panels',
  noClock: 'no clock',
  timeLeft: (minutes: number, seconds: number) => `${spokenTime(minutes, seconds)} left`,
  /** Announced when a phase begins: the round, and the task. */
  begins: (where: string, what: string) => `${where}. ${what}.`,
  paused: 'Paused',
  pausedNote: 'The host has stopped the clock. Nothing is lost; you can go on reading.',
  continue: 'Continue',
  continueTo: { reveal: 'See what everyone did', decision: 'On to the next round', next: 'Continue' },
  keptInTab: {
    text: 'This browser keeps no site data: your seat lasts as long as this tab. Note your rejoin code (under Brief), so that you can come back.',
    read: 'OK',
  },
  waiting: {
    noSocket: 'There is no live connection',
    noServer: 'The server does not answer',
    noWatching: 'Nobody may watch now',
    crowded: 'Too many are watching',
    slowed: 'Please wait a moment',
    connecting: 'Finding your seat…',
    connectingNote: 'The map and your orders appear as soon as the server answers.',
    reconnecting: 'Reconnecting…',
    reconnectingNote: 'Your seat and your sealed order are safe. What you see may be out of date.',
    lost: 'The connection is lost',
    lostNote: 'Your seat is kept and a sealed order stays sealed. Check the network, then come back.',
    gone: 'This session is no longer here',
    goneNote: 'It may have been closed or removed by its host.',
    reload: 'Try again',
    home: 'To the start page',
  },
  map: {
    label: 'Network map',
    loading: 'Drawing the map…',
    failed: 'This device cannot draw the map. The table of links says everything that the map shows.',
    lost: 'The drawing of the map was interrupted by this device. The session goes on.',
    again: 'Draw the map again',
    layers: 'Layers',
    layer: { all: 'All', technical: 'Technical', political: 'Political', commercial: 'Commercial' },
    ties: 'Agreements in force, dotted where secret',
    asTable: 'Links as a table',
    asMap: 'Back to the map',
    tableCaption: 'Every link: strength and openness of its three layers, 0 to 100',
    columns: {
      link: 'Link',
      strength: 'Strength',
      technical: 'Technical',
      political: 'Political',
      commercial: 'Commercial',
      restricted: 'Restricted',
    },
    cut: 'cut',
    pair: (a: string, b: string) => `${a} and ${b}`,
    legend: {
      link: 'link',
      restricted: 'restricted',
      cut: 'cut',
      camp: 'camp',
      group: 'issue group',
      fog: 'connection lost',
      tie: 'agreement',
    },
    node: (name: string, role: string, trusted: string, threat: string) =>
      `${name}, ${role}: trusted ${trusted} of 100, feels threatened ${threat}`,
    nodeSealed: 'has sealed',
    nodeOwn: 'your state',
  },
  dial: {
    label: 'Dial',
    bands,
    reached: 'Good governance is reached',
    fallen: 'In the systemic predicament',
    predicament: 'predicament',
    governance: 'good governance',
    reading: (direction: string, band: string) =>
      `The dial stands at ${direction} of minus 60 to plus 60: ${band}. Predicament below minus 12, good governance possible from 22.`,
    beyond: 'beyond the end of the scale',
    forces: (direction: string) => `pulling together minus pulling apart: ${direction}`,
    after: (round: number, direction: string) =>
      round === 0 ? `start: ${direction}` : `round ${round}: ${direction}`,
  },
  marks: {
    title: 'The three marks of good governance',
    need: (from: string) => `needs ${from}`,
    bars: (dial: string, rules: string, lost: string, rulesLost: string | null) =>
      `Good governance needs all three marks, the dial at ${dial} or more and common rules at ${rules} or more. It is lost when two marks fail or the dial falls below ${lost}${rulesLost === null ? '' : `, and when common rules wear down below ${rulesLost}`}.`,
    history: (values: string) => `from the opening on: ${values}`,
    noBars: 'In this scenario other numbers decide; these three describe the world.',
    holds: 'holds',
    fails: 'does not hold',
  },
  rules: {
    name: 'Common rules',
    share: (share: string) => `${share}%`,
    reading: (share: string, need: string) =>
      `${share}% of the weight committed last round; ${need}% are needed`,
    grew: 'enough: common rules grew',
    fell: 'not enough to grow',
    none: 'no round played yet',
    need: (need: string) => `needs ${need}%`,
  },
  gauges: {
    label: 'Where the world stands',
    efficiency: 'Connectivity',
    meanTrust: 'Trust',
    meanThreat: 'Felt threat',
    blocIndex: 'Bloc formation',
    securitizationIndex: 'Securitization',
    fragmentationIndex: 'Fragmentation',
    regime: 'Common rules in force',
    institutions: 'Institutions',
    opacity: 'Technical opacity',
    competition: 'Great-power rivalry',
    direction: 'Dial',
    seen: 'Standing',
    seenShort: 'Standing',
    short: {
      efficiency: 'Connectivity',
      meanTrust: 'Trust',
      direction: 'Dial',
      rules: 'Rules',
      seen: 'Standing',
    },
    trends: 'The three trends',
    factors: 'Deeper factors',
    up: (points: string) => `up ${points} this round`,
    down: (points: string) => `down ${points} this round`,
    same: 'no change this round',
    why: (name: string) => `Why ${name}?`,
    more: 'Trends and factors',
    less: 'Less',
  },
  state: {
    close: 'Close',
    you: 'your state',
    bot: 'played by a bot',
    attributes: 'Strengths and fears',
    development: 'Digital development',
    defence: 'Defence',
    force: 'Cyber force',
    localization: 'Data kept at home',
    threat: 'Feels threatened',
    securitization: 'Securitized',
    trusted: 'Its standing',
    trustedMe: 'Your standing',
    between: 'Between you and them',
    theirTrust: (name: string) => `${name}’s trust in you`,
    yourTrust: (name: string) => `Your trust in ${name}`,
    theyRestrict: 'They restrict you',
    youRestrict: 'You restrict them',
    link: 'Link between you',
    blocs: 'Blocs',
    noBlocs: 'in no bloc',
    whoTrusts: 'Who trusts you',
    whoTrustsIt: 'Who trusts it',
    links: 'Its links',
    depth: (points: string) => `depth ${points}`,
    dormant: 'dormant',
    group: (field: string) => `${field} issue group`,
    lastOrder: 'Last round',
  },
  brief: {
    title: 'Your brief',
    secret: 'Only your delegation reads this.',
    objectives: 'Your two objectives',
    score: 'Your points so far',
    usual: (points: string) => `usual by now ${points}`,
    scoreNote: 'Points belong to the seat: they are never compared between states.',
    none: 'Observers have no brief.',
    scenario: 'The situation',
  },
  event: {
    title: 'What has happened',
    quiet: 'No event this round',
    quietText: 'What happens next is up to the states.',
    mechanism: 'What it changes',
    hit: (victim: string, blamed: string) => `${victim} was hit; ${blamed} is blamed.`,
  },
  review: {
    title: 'What the round changed',
    note: 'Tap any number to see its causes.',
  },
  language: { label: '中文', title: 'Switch to Chinese' },
};
export type PlayWords = typeof play;
