import type { ActionId } from '#shared/model/actions.ts';
import type { MoveKind, PlainReason, SpokenProposal, TalkLevel } from '#shared/session/vocabulary/moves.ts';

/** A deed in words: what one does (after *will*), what one did, and whether it is left undone. */
export interface DeedWords {
  readonly not: boolean;
  readonly does: string;
  readonly did: string;
}

type About = (whom: string | null) => string;

const does: Readonly<Record<ActionId, About>> = {
  dialogue: (whom) => `open a dialogue with ${whom ?? 'somebody'}`,
  commit: () => 'commit to common rules',
  'build-capacity': (whom) => `help ${whom ?? 'somebody'} build capacity`,
  'open-standards': () => 'open up standards',
  bridge: (whom) => (whom === null ? 'build a bridge between others' : `build a bridge for ${whom}`),
  'join-functional': () => 'join an issue group',
  'join-exclusive': () => 'join or deepen a camp',
  leave: () => 'leave a bloc',
  'open-bloc': () => 'open the camp',
  harden: () => 'harden defences',
  restrict: (whom) => `restrict ${whom ?? 'anybody'}`,
  localize: () => 'localize data',
  'build-force': (whom) => `build up cyber force${whom === null ? '' : ` against ${whom}`}`,
  'roll-back': (whom) => `lift measures${whom === null ? '' : ` on ${whom}`}`,
  hold: () => 'hold',
};

const did: Readonly<Record<ActionId, About>> = {
  dialogue: (whom) => `opened a dialogue with ${whom ?? 'somebody'}`,
  commit: () => 'committed to common rules',
  'build-capacity': (whom) => `helped ${whom ?? 'somebody'} build capacity`,
  'open-standards': () => 'opened up standards',
  bridge: (whom) => (whom === null ? 'built a bridge between others' : `built a bridge for ${whom}`),
  'join-functional': () => 'joined an issue group',
  'join-exclusive': () => 'joined or deepened a camp',
  leave: () => 'left a bloc',
  'open-bloc': () => 'opened the camp',
  harden: () => 'hardened defences',
  restrict: (whom) => `restricted ${whom ?? 'somebody'}`,
  localize: () => 'localized data',
  'build-force': (whom) => `built up cyber force${whom === null ? '' : ` against ${whom}`}`,
  'roll-back': (whom) => `lifted measures${whom === null ? '' : ` on ${whom}`}`,
  hold: () => 'held',
};

const reasons: Readonly<Record<PlainReason, string>> = {
  trust: 'trust between us is too low',
  threat: 'we feel threatened',
  interest: 'it is not in our interest',
  cost: 'it costs us too much',
  othersFirst: 'we wait for others to begin',
  otherPlans: 'we need this round for something else',
  sealed: 'our order is already sealed',
  cardMissing: 'we do not hold that card now',
  barred: 'we broke our word and may give none for now',
  noPromises: 'we give no promises',
  noBinding: 'we sign nothing that binds us',
  tooLate: 'we do not count on promises this late',
  secret: 'we have reasons that we keep to ourselves',
};

const refusals: Readonly<Record<SpokenProposal['kind'] | 'none', string>> = {
  announce: 'We do not welcome that',
  offer: 'We cannot accept your offer',
  ask: 'We cannot do what you ask',
  warn: 'We do not yield to a warning',
  amends: 'That does not make it good',
  none: 'We cannot agree',
};

const kinds: Readonly<Record<MoveKind, string>> = {
  announce: 'Announce',
  offer: 'Offer',
  ask: 'Ask for',
  warn: 'Warn',
  question: 'Question',
  reason: 'Give a reason',
  reproach: 'Protest',
  amends: 'Make good',
  agree: 'Agree',
  refuse: 'Refuse',
  undecided: 'Not decided',
  thank: 'Thank',
  report: 'Report',
  expect: 'Expect',
};

const levels: Readonly<Record<TalkLevel, string>> = {
  words: 'Words and moves',
  moves: 'Moves only',
  plainMoves: 'Moves, no conditions',
};

const will = ({ not, does: words }: DeedWords): string => (not ? `will not ${words}` : `will ${words}`);
const bare = ({ not, does: words }: DeedWords): string => (not ? `do not ${words}` : words);

/** Moves: sentences of negotiation built from parts, and the builder. */
export const moves = {
  deeds: { does, did },
  us: 'us',
  we: 'we',
  you: 'you',
  it: 'it',
  our: 'our',
  your: 'your',
  whose: (name: string) => `${name}’s`,
  anybody: 'anybody',
  thisRound: 'this round',
  inRound: (round: number) => `in round ${round}`,
  reasons,
  promised: (name: string) => `we have given our word to ${name}`,
  facts: {
    order: (who: string, what: string, when: string) => `${who} ${what} ${when}`,
    measure: (whose: string, whom: string) => `${whose} measure against ${whom} still stands`,
    broken: (who: string, when: string) => `${who} broke an agreement ${when}`,
    unkept: (who: string, pronoun: string, deed: DeedWords, when: string) =>
      deed.not
        ? `${who} said that ${pronoun} would not ${deed.does} ${when}, and did`
        : `${who} said that ${pronoun} would ${deed.does} ${when}, and did not`,
    event: (when: string) => `what happened ${when} has changed things`,
  },
  /** Each as a whole sentence. */
  say: {
    announce: (deed: DeedWords, when: string) => `We ${will(deed)} ${when}.`,
    offer: (ifYou: DeedWords, thenWe: DeedWords, round: number) =>
      `If you ${bare(ifYou)} ${ifYou.not ? 'up to' : 'by'} round ${round}, we ${will(thenWe)}.`,
    ask: (deed: DeedWords, when: string, toAll: boolean) =>
      toAll
        ? `We ask everybody ${deed.not ? 'not to' : 'to'} ${deed.does} ${when}.`
        : `Please ${bare(deed)} ${when}.`,
    warn: (ifYou: DeedWords, thenWe: DeedWords) => `If you ${bare(ifYou)}, we ${will(thenWe)}.`,
    why: {
      order: (who: string, what: string, when: string) => `Why did ${who} ${what} ${when}?`,
      measure: (whose: string, whom: string) => `Why does ${whose} measure against ${whom} still stand?`,
      broken: (who: string, when: string) => `Why did ${who} break an agreement ${when}?`,
      unkept: (who: string, deed: DeedWords, when: string) =>
        `Why did ${who} ${deed.not ? '' : 'not '}${deed.does} ${when}, against what was said?`,
      event: (when: string) => `What do you make of what happened ${when}?`,
    },
    plans: (when: string) => `What will you do ${when}?`,
    terms: 'What do you need in order to sign?',
    termsOf: (proposer: string) =>
      `What do you need in order to sign the agreement that ${proposer} proposed?`,
    because: (clause: string) => `Because ${clause}.`,
    reproach: (clause: string) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`,
    amends: (deed: DeedWords, when: string) => `We want to make it good: we ${will(deed)} ${when}.`,
    agree: 'We agree.',
    agreeToAsk: (deed: DeedWords, when: string) => `We agree: we ${will(deed)} ${when}.`,
    agreeToOffer: (ifWe: DeedWords, thenYou: DeedWords, round: number) =>
      `We agree: we ${will(ifWe)} ${ifWe.not ? 'up to' : 'by'} round ${round}, and you ${will(thenYou)}.`,
    refuse: (kind: SpokenProposal['kind'] | 'none', clause: string) => `${refusals[kind]}: ${clause}.`,
    undecided: 'We have not decided yet.',
    undecidedFor: (clause: string) => `We have not decided yet: ${clause}.`,
    thank: 'Thank you.',
    report: (fact: string) => `To our knowledge, ${fact}.`,
    expect: (who: string, deed: DeedWords, when: string) => `We expect that ${who} ${will(deed)} ${when}.`,
  },
  kinds,
  gap: '…',
  all: 'Everybody',
  nobodyNamed: 'Nobody in particular',
  leave: (card: string) => `Not: ${card}`,
  build: 'Build a sentence',
  suggested: 'Suggested',
  kind: 'What do you want to do?',
  parts: {
    to: 'To whom',
    of: 'Which state',
    theirs: 'What they do',
    theirsAim: 'Towards',
    ours: 'What we do',
    oursAim: 'Towards',
    round: 'When',
    fact: 'What happened',
    reason: 'Why',
    inquiry: 'What do you want to know?',
  },
  change: (part: string, chosen: string) => `Change “${part}”: ${chosen}`,
  nothingThere: 'The record shows nothing of that kind yet. Choose another sentence.',
  again: 'Start again',
  sayIt: 'Say it',
  saidAloud: (sentence: string) => `Said: ${sentence}`,
  only: 'In this session people speak in moves.',
  /** Two promises that need the same order. */
  twice: (round: string, earlier: string) =>
    `You have one order a round, and you have promised something else ${round}: ${earlier}`,
  agreement: 'Make it an agreement',
  saidAndDone: {
    title: 'Said in words',
    done: (who: string) => `${who}: said and done`,
    notDone: (who: string) => `${who}: said, not done`,
    inPrivate: 'in private',
    quoted: (sentence: string) => `“${sentence}”`,
  },
  level: {
    title: 'What people speak in',
    options: levels,
    note: 'Moves are sentences built from parts; each reads them in their own language. Without free words, people still write to their own delegation.',
    settings: {
      moves: 'talk in moves only',
      plainMoves: 'talk in moves only, without conditions',
    } satisfies Record<Exclude<TalkLevel, 'words'>, string>,
  },
};
export type MovesWords = typeof moves;
