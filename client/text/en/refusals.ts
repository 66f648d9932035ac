import type { Outcome } from '../../source/viewSource.ts';
import type { ApiFailure } from '../../net/api.ts';
import type { OrderFault } from '#shared/model/legality.ts';
import type { tableRefusals } from '#shared/session/refusals.ts';

type Undelivered = Extract<Outcome, { undelivered: string }>['undelivered'];

/** A sentence for every way of saying no: what happened, and where it helps, what to do. */
export const refusals = {
  notDone: 'That did not work',
  /** A rule of the table said no. */
  table: {
    notYourCommand: 'That is not for you to decide at this table.',
    wrongPhase: 'This is not the time for it: the phase has moved on.',
    sessionPaused: 'The session is paused; the host has to resume it first.',
    sessionNotPaused: 'The session is running already.',
    unknownSeat: 'There is no such state at this table.',
    seatTaken: 'That seat is taken.',
    seatFull: 'That state has as many people as it can seat.',
    alreadyAtTable: 'You already have a seat at this table.',
    notAtTable: 'You have no seat at this table.',
    seatCovered: 'A bot is playing this state; ask the host to hand it back.',
    seatNotCovered: 'No bot is playing this state.',
    noOneToHandBackTo: 'Nobody sits at this state, so the bot stays.',
    seatsEmpty: 'Some states have nobody yet. Cover them with bots, or wait.',
    cardNotOpen: 'That card is not in the deck yet.',
    nothingSealed: 'There is no sealed order to take back.',
    noEarlierRound: 'This is the first round: there is nothing to step back to.',
    noDeadline: 'This phase has no clock, so there is nothing to extend.',
    alreadyThere: 'That person sits at this state already.',
    noHandRaised: 'That hand is down already.',
    ownExpectation: 'Say what you expect of another state, not of your own.',
    unknownParties: 'The agreement names a state that is not at this table, or names one twice.',
    onlyYourself: 'An agreement needs at least one other state.',
    unknownAgreement: 'There is no such agreement.',
    notParty: 'Your state is not a party to this agreement.',
    notOnOffer: 'This agreement is not on offer any more.',
    notProposer: 'Only the state that proposed it can take it back.',
    alreadySigned: 'Your state has signed this already.',
    offerChanged: 'The wording has changed since you read it. Read it again, then sign.',
    termImpossible:
      'Those rounds do not fit: an agreement runs from this round on, and ends with the session at the latest.',
    bindingTooLate:
      'Binding terms for this round had to be settled before decisions opened. Let them begin next round.',
    clauseUnjudgeable: 'The rules could not judge this clause. Choose whom it concerns, or another act.',
    bannedFromPledges: 'Your state broke its word and can make no new pledges for two rounds.',
    contradictsBinding: 'Your state could not do all it has bound itself to: there are too few rounds.',
    tooManyOffers:
      'Your state has as many offers on the table as others can read. Let some be answered first.',
    notInForce: 'This agreement is not in force.',
    noticeGiven: 'Notice has been given already.',
    breaksBinding: 'A binding agreement forbids this order. The Agreements panel says which.',
    channelClosed: 'This channel is closed now: it opens with negotiation and decision.',
    talkClosed: 'The host has closed talk. Your delegation can still talk among itself.',
    talkPublicOnly: 'The host has opened public channels only: plenary and communiqués.',
    roundSilent: 'This round is silent: nobody talks, only the host announces.',
    muted: 'The host has muted you. You can still talk with your delegation.',
    ownChannel: 'To talk with your own state, use your delegation’s channel.',
    notInBloc: 'Your state is not a member of that bloc.',
    nothingSaid: 'There was nothing to read in that message. Write something or pick a phrase.',
    textTooLong: 'That message is too long. At most 500 characters.',
    talkTooFast: 'You have said a lot within a minute. Wait a little, then go on.',
    unknownDelegate: 'Nobody of that name is at this table.',
  } satisfies Record<(typeof tableRefusals)[number], string>,
  /** The order itself is not possible now. */
  order: {
    targetsMissing: 'This order needs a target: choose whom it is for.',
    tooManyTargets: 'This order names too many states.',
    unknownSeat: 'The order names a state that is not at this table.',
    selfTarget: 'This order cannot be aimed at your own state.',
    duplicateTarget: 'The order names the same state twice.',
    operationWithoutTarget: 'An operation needs a target.',
    unknownBloc: 'That bloc does not exist any more.',
    wrongBlocKind: 'That bloc is of another kind: camps and issue groups are joined by different cards.',
    wrongField: 'That issue group works in another field.',
    fieldMissing: 'Say in which field the issue group is to work.',
    notMember: 'Your state is not a member of that bloc.',
    noCamp: 'Your state is in no camp that could be opened.',
    pairInvalid: 'A bridge needs two different states, and neither may be yours.',
    groupsNotAllowed: 'Only the two states in camps may bring their camps along.',
    groupInvalid: 'A side of the bridge is not made up of members of one camp.',
    nothingToDo: 'Nothing would change: choose a pair or a field.',
    fieldNotCoordinable: 'In that field there are no two issue groups to link.',
  } satisfies Record<OrderFault, string>,
  /** The command did not reach the table: nothing happened. */
  undelivered: {
    offline: 'It did not arrive: no connection. Nothing has changed; try again in a moment.',
    malformed: 'The server could not read it. Load the page again and retry.',
    tooMany: 'Too many at once. Wait a few seconds, then try again.',
    notStored: 'The server could not write it down, so it does not count. Tell the host; then try again.',
    recorded: 'This is a recording: it can be looked at, not changed.',
  } satisfies Record<Undelivered, string>,
  /** The server's pages said no. */
  api: {
    unknownCode: 'No session has this code. It may have been mistyped, or the session was removed.',
    notHost: "This device is not the host's. Open the host address that the server printed when it started.",
    wrongSecret:
      'This host address is not valid any more. Take the one the server printed when it last started.',
    malformed: 'The server could not read the request. Load the page again and retry.',
    tooMany: 'Too many tries from this address. Wait a minute, then try again.',
    unknownScenario: 'The server has no such scenario.',
    unknownPlan: 'This scenario has no plan of that length.',
    seatTaken: 'Somebody else has just taken that seat. Choose another.',
    seatFull: 'That state has just filled up. Choose another.',
    unknownSeat: 'There is no such state at this table.',
    tableFull: 'Every state has as many people as it can seat.',
    sessionEnded: 'This session is over.',
    practiceFull: 'Many people are practising here at the moment. Try again in a few minutes.',
    notAllowed: 'This may be opened only by those who were there, once the session has ended.',
    notStored: 'The server could not write it down. Nothing has changed; check its disk, then try again.',
    badToken: "This device's pass opens no seat any more. Join again with the code.",
    offline: 'The server cannot be reached. Nothing is lost; check the network and try again.',
  } satisfies Record<ApiFailure['code'], string>,
};
