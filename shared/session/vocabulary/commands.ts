import { z } from 'zod';
import { dispositionIds } from './actors.ts';
import { MOST_BOOKMARKS } from './bookmarks.ts';
import { admissionPolicies } from './charters.ts';
import { accessions, secrecies, termsSchema } from './clauses.ts';
import { betWays, proposalSchema } from './debrief.ts';
import { debriefSteps } from './debriefSteps.ts';
import { roles } from './delegations.ts';
import { entrySchema } from './entry.ts';
import { writtenEffects } from './injects.ts';
import { moveSchema } from './moves.ts';
import { seatIdSchema, blocIdSchema, orderSchema, expectationSchema } from './orders.ts';
import { quizAnswers, quizQuestions } from './quiz.ts';
import { channelSchema, MAX_MENTIONS, muteReasons, phraseIds, talkModes } from './talk.ts';
import { textRefSchema } from './textRef.ts';
import { usualSchema } from './usual.ts';

/** The id of an agreement. */
const agreement = z.string().min(1).max(400);
const bookmark = z.int().min(1).max(MOST_BOOKMARKS);
const wording = z.int().min(1).max(1000);

/** What a host brings in: an event of the scenario's deck, or one written on the spot, whose words are kept beside the log. */
const injected = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('deck'), id: z.string().min(1).max(64) }),
  z.strictObject({ from: z.literal('host'), text: textRefSchema.nullable(), effects: writtenEffects }),
]);

/** People by their ids. */
const people = z.array(z.string().min(1).max(64)).max(1000).readonly();

const remainingMs = z.int().min(0).max(86_400_000).nullable();

/** Every command, in the imperative. `commandRules.ts` says who may give which one when. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('takeSeat'),
    seat: seatIdSchema,
    delegate: z.string().min(1).max(64),
    name: textRefSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('coverSeat'),
    seat: seatIdSchema,
    disposition: z.enum(dispositionIds),
    /** The bot only stands in: the seat goes back as soon as one of its people returns. */
    untilReturn: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal('handBackSeat'), seat: seatIdSchema }),
  z.strictObject({ type: z.literal('startSession') }),
  z.strictObject({
    type: z.literal('sealOrders'),
    order: orderSchema,
    expects: expectationSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('withdrawOrders') }),
  /** Puts an order before the own delegation, or agrees with the draft of the same order. */
  z.strictObject({
    type: z.literal('draftOrder'),
    order: orderSchema,
    expects: expectationSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('withdrawDraft') }),
  z.strictObject({
    type: z.literal('charterBloc'),
    bloc: blocIdSchema,
    policy: z.enum(admissionPolicies),
    noticeRounds: z.literal([0, 1]),
    /** The first line is the name, the rest the founding text. */
    text: textRefSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('voteCharter'), bloc: blocIdSchema, proposal: z.int().min(1).max(1000) }),
  z.strictObject({ type: z.literal('voteAdmit'), bloc: blocIdSchema, seat: seatIdSchema }),
  z.strictObject({ type: z.literal('voteExpel'), bloc: blocIdSchema, seat: seatIdSchema }),
  z.strictObject({ type: z.literal('giveNotice'), bloc: blocIdSchema }),
  z.strictObject({
    type: z.literal('setRole'),
    delegate: z.string().min(1).max(64),
    role: z.enum(roles),
  }),
  /** `delegate` is the new head. */
  z.strictObject({ type: z.literal('passHead'), seat: seatIdSchema, delegate: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('betOnDial'), band: z.literal([1, 2, 3, 4, 5]) }),
  z.strictObject({ type: z.literal('closePhase'), because: z.enum(['deadline', 'host', 'allSealed']) }),
  z.strictObject({ type: z.literal('pauseSession'), remainingMs }),
  z.strictObject({ type: z.literal('resumeSession') }),
  z.strictObject({ type: z.literal('reopenSession'), remainingMs }),
  z.strictObject({ type: z.literal('endSession') }),
  /** Ends a session in the lobby that was opened by mistake: nothing was played. */
  z.strictObject({ type: z.literal('cancelSession') }),
  /** `parties` names the proposer too. */
  z.strictObject({
    type: z.literal('proposeAgreement'),
    parties: z.array(seatIdSchema).min(1).max(64).readonly(),
    terms: termsSchema,
    secrecy: z.enum(secrecies),
    /** Absent means closed. */
    accession: z.enum(accessions).exactOptional(),
  }),
  z.strictObject({ type: z.literal('amendAgreement'), agreement, wording, terms: termsSchema }),
  z.strictObject({ type: z.literal('signAgreement'), agreement, wording }),
  z.strictObject({ type: z.literal('withdrawAgreement'), agreement }),
  z.strictObject({ type: z.literal('leaveAgreement'), agreement }),
  /** A state that is not a party joins under the same terms. */
  z.strictObject({ type: z.literal('joinAgreement'), agreement }),
  /** A party agrees to a longer term; it holds once all have. */
  z.strictObject({
    type: z.literal('renewAgreement'),
    agreement,
    untilRound: z.int().min(1).max(1000),
  }),
  z.strictObject({ type: z.literal('extendPhase'), seconds: z.literal([60, 180]) }),
  z.strictObject({ type: z.literal('stepBack') }),
  z.strictObject({
    type: z.literal('moveDelegate'),
    delegate: z.string().min(1).max(64),
    seat: seatIdSchema,
  }),
  z.strictObject({ type: z.literal('removeDelegate'), delegate: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('raiseHand'), text: textRefSchema.nullable(), raised: z.boolean() }),
  z.strictObject({
    type: z.literal('answerHand'),
    delegate: z.string().min(1).max(64),
    /** The host's answer in words, for that person alone; absent if the host came over. */
    text: textRefSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('setEntry'), entry: entrySchema }),
  z.strictObject({
    type: z.literal('waitForSeat'),
    delegate: z.string().min(1).max(64),
    name: textRefSchema.nullable(),
    /** The seat they would like; absent: any. */
    wish: seatIdSchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('placeDelegate'),
    delegate: z.string().min(1).max(64),
    seat: seatIdSchema,
  }),
  /** Each gets the seat they wished for if it has room, otherwise the emptiest. */
  z.strictObject({ type: z.literal('admitDelegates'), delegates: people }),
  z.strictObject({ type: z.literal('turnAway'), delegate: z.string().min(1).max(64) }),
  /** Removes people who are away. The server fills in who that is. */
  z.strictObject({ type: z.literal('clearAbsent'), delegates: people }),
  z.strictObject({
    type: z.literal('swapDelegates'),
    delegate: z.string().min(1).max(64),
    other: z.string().min(1).max(64),
  }),
  /** The host downloads the record while the session runs. */
  z.strictObject({ type: z.literal('noteExport') }),
  z.strictObject({
    type: z.literal('answerQuiz'),
    question: z.enum(quizQuestions),
    answer: z.enum(quizAnswers),
  }),
  z.strictObject({
    type: z.literal('say'),
    channel: channelSchema,
    text: textRefSchema.nullable(),
    phrase: z.enum(phraseIds).nullable(),
    mentions: z.array(seatIdSchema).max(MAX_MENTIONS).readonly(),
    /** Instead of words and phrase. */
    move: moveSchema.exactOptional(),
    /** The room has put the code of a phrase or a move beside the log, as `text`. */
    coded: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal('injectEvent'), what: injected, when: z.enum(['now', 'nextRound']) }),
  z.strictObject({ type: z.literal('cancelInject'), number: z.int().min(1).max(1000) }),
  z.strictObject({ type: z.literal('setTalk'), mode: z.enum(talkModes) }),
  z.strictObject({ type: z.literal('declareSilent'), silent: z.boolean() }),
  z.strictObject({
    type: z.literal('muteDelegate'),
    delegate: z.string().min(1).max(64),
    muted: z.boolean(),
    /** Shown to nobody but the person. */
    reason: z.enum(muteReasons).exactOptional(),
  }),
  /** Marks this moment of play for the debrief and the replay. */
  z.strictObject({ type: z.literal('setBookmark'), text: textRefSchema.nullable() }),
  z.strictObject({ type: z.literal('noteBookmark'), number: bookmark, text: textRefSchema.nullable() }),
  z.strictObject({ type: z.literal('removeBookmark'), number: bookmark }),
  z.strictObject({ type: z.literal('showBookmark'), number: bookmark, shown: z.boolean() }),
  /** What the seats of this session usually score, as the server has measured it. */
  z.strictObject({ type: z.literal('noteUsual'), usual: usualSchema }),
  z.strictObject({ type: z.literal('setDebriefStep'), step: z.enum(debriefSteps).nullable() }),
  z.strictObject({ type: z.literal('proposeWhatIf'), proposal: proposalSchema }),
  z.strictObject({ type: z.literal('betOnWhatIf'), way: z.enum(betWays) }),
  z.strictObject({ type: z.literal('showWhatIf') }),
  z.strictObject({ type: z.literal('givePulse'), text: textRefSchema.nullable() }),
  z.strictObject({ type: z.literal('answerSurvey'), text: textRefSchema.nullable() }),
  z.strictObject({
    type: z.literal('writeReflection'),
    text: textRefSchema.nullable(),
    /** The writer lets the host read it; absent: only the writer reads it. */
    shared: z.literal(true).exactOptional(),
  }),
]);
/** What somebody asks of the session. */
export type Command = z.infer<typeof commandSchema>;
/** The name of a command. */
export type CommandType = Command['type'];
/** The command of this name. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;

/** A command of one of those types, written so that the compiler matches a row of a table with its command. */
export type TypedCommand<Type extends CommandType> = {
  readonly [One in Type]: { readonly type: One } & CommandOf<One>;
}[Type];
