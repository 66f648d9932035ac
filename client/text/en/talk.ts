import type { MuteReason, PhraseId, TalkMode } from '#shared/session/vocabulary/talk.ts';
import { plural } from '../number.ts';

/** The set phrases: the whole sentence as everybody reads it. */
const phrases: Readonly<Record<PhraseId, string>> = {
  proposeDialogue: 'We propose a dialogue this round.',
  askRestraint: 'We ask for restraint.',
  weWillCommit: 'We will commit to common rules this round.',
  commitWithUs: 'Please commit with us.',
  offerCapacity: 'We can help you build capacity.',
  proposeGroup: 'Let us work together in an issue group.',
  willNotRestrict: 'We will not restrict you.',
  liftMeasures: 'Please lift your measures against us.',
  feelThreatened: 'We feel threatened.',
  agree: 'We agree.',
  cannotAgree: 'We cannot agree to that.',
  thankYou: 'Thank you.',
  readsSentences:
    'A bot plays for us, and it reads no free words. Build a sentence instead: ask us for something, make an offer, warn us, or ask why we did something, what we plan or what we need in order to sign. We answer with our reason.',
};

const modes: Readonly<Record<TalkMode, string>> = {
  open: 'Open',
  publicOnly: 'Public only',
  closed: 'Closed',
};

/** The reason that a muted person reads; nobody else reads it. */
const reasons: Readonly<Record<MuteReason, string>> = {
  tone: 'Please keep a civil tone.',
  leaveRoom: 'Please leave room for others.',
  offTopic: 'Please keep to the session.',
  talkToHost: 'Please have a word with me first.',
};

/** Talk: channels, messages, composer, and the host's controls. */
export const talk = {
  title: 'Talk',
  reasons,
  muted: (sentence: string, reason: string) => `${sentence} The host says: ${reason}`,
  answers: 'Answer',
  answerWith: 'Answer with Open Dialogue',
  answerReady: 'Open Dialogue is ready in your orders.',
  phrases,
  channels: 'Channels',
  channel: {
    plenary: 'Plenary',
    communique: 'Communiqués',
    delegation: 'Our delegation',
    announcement: 'Announcements',
  },
  /** Who reads a channel, under its name. */
  reads: {
    plenary: 'Everybody reads this.',
    communique: 'Public statements of states. Everybody reads them; they appear on the projector.',
    delegation: 'Only your delegation reads this.',
    announcement: 'Messages of the host to everybody.',
    bilateral: (state: string) => `Only you and ${state} read this.`,
    bloc: (members: string) => `Read by the present members: ${members}.`,
    /** In a record, for other eyes than theirs. */
    between: (one: string, other: string) => `Only ${one} and ${other} read this.`,
    oneDelegation: 'Only this delegation read this.',
  },
  pair: (one: string, other: string) => `${one} – ${other}`,
  delegationOf: (state: string) => `Delegation of ${state}`,
  /** Above the messages of a record. */
  round: 'Round',
  allRounds: 'All rounds',
  toMoment: 'Go to this moment',
  before: (count: number) => `Show ${count} earlier`,
  whoWithWhom: 'Who spoke with whom',
  countsNote:
    'Messages by the speaker in the row to the state in the column. Counts show even where words do not.',
  speaker: 'Speaker',
  inPublic: 'In public',
  inBlocs: 'In blocs',
  spoke: (by: string, to: string, count: number) => `${by} to ${to}: ${count}`,
  messages: (count: number) => `${count} ${plural(count, 'message', 'messages')}`,
  /** Said once at the foot of a private channel. */
  record:
    'On screen the host sees public talk only; the record, which the host may take, holds all of it. After the end the other participants’ copies show who spoke in private with whom, without the words.',
  /** The same if private talk opens after the end. */
  recordOpens:
    'On screen the host sees public talk only; the record, which the host may take, holds all of it. After the end everybody who was there can read it, in their copy and in the replay.',
  /** The same if the host reads private talk during the session. */
  recordRead:
    'In this session the host can read private talk and secret agreements while we play. The record, which the host may take, holds all of it. After the end the other participants’ copies show who spoke in private with whom, without the words.',
  /** Both. */
  recordReadOpens:
    'In this session the host can read private talk and secret agreements while we play. After the end everybody who was there can read private talk, in their copy and in the replay.',
  back: 'All channels',
  unread: (count: number) => `${count} new ${plural(count, 'message', 'messages')}`,
  none: 'No messages here yet.',
  host: 'The host',
  you: 'You',
  ours: 'your delegation',
  when: (round: number, phase: string) => `Round ${round}, ${phase}`,
  erased: 'This message was erased.',
  message: 'Your message',
  placeholder: 'Say something',
  send: 'Send',
  sending: 'Sending…',
  left: (count: number) => `${count} ${plural(count, 'character', 'characters')} left`,
  phrasesTitle: 'Quick phrases',
  mention: 'Name a state',
  mentioned: (states: string) => `Names ${states}`,
  heard: (who: string, where: string, what: string) => `${who}, ${where}: ${what}`,
  privately: 'to you alone',
  /** In whole per cent. */
  pledged: (share: string) => `${share}% by weight said they will commit`,
  observer: 'Observers read public talk and do not speak.',
  control: {
    title: 'Talk',
    mode: 'Who may talk',
    modes,
    silent: 'Silent round',
    silentNote: 'Only announcements this round. The record marks the round as silent.',
    announce: 'Announce',
    announcement: 'Announcement to everybody',
    /** The second field, in the other language. */
    inOther: { en: 'The same in English (optional)', zh: 'The same in Chinese (optional)' },
    mute: 'Muted',
    muteNote: 'Only you and that person see it. A muted person can still talk with their delegation.',
    maySpeak: 'May speak',
    mayPersonSpeak: (person: string) => `Whether ${person} may speak`,
    mutedFor: (reason: string) => `Muted: ${reason}`,
    nobody: 'Nobody has joined yet.',
    person: (name: string, state: string) => `${name} (${state})`,
    sent: 'Announced.',
  },
  /** The record's description of what happened. */
  said: {
    openly: (state: string, channel: string, what: string) => `${state} in ${channel}: ${what}`,
    announced: (what: string) => `The host announces: ${what}`,
    privately: (state: string, what: string) => `${state} says in private: ${what}`,
    inPrivate: 'Somebody talks in private',
    mode: (mode: string) => `The host sets talk to: ${mode}`,
    silent: (round: number) => `Round ${round} is declared silent`,
    notSilent: (round: number) => `Round ${round} is no longer silent`,
    muted: 'The host mutes a delegate',
    unmuted: 'The host lets a delegate speak again',
  },
};
export type TalkWords = typeof talk;
