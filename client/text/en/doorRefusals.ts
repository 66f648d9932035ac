import type { ApiFailure } from '../../net/asking.ts';

/** Refusals of the pages before a session; all other refusals are in `refusals.ts`. */
export const doorRefusals = {
  notDone: 'That did not work',
  /** Refusals by the server's routes. */
  api: {
    unknownCode: 'No session has this code. It may have been mistyped, or the session was removed.',
    notHost: 'This device is not the host’s. Open the host address that the server printed when it started.',
    wrongSecret:
      'This host address is not valid any more. Take the one the server printed when it last started.',
    wrongPassword: 'That is not the password. Try again, or reset it at the computer that runs the server.',
    tooManyPresets: 'There are 24 presets, and no room for more. Delete one first.',
    malformed: 'The server could not read the request. Load the page again and retry.',
    tooMany: 'Too many tries from this address. Wait a minute, then try again.',
    unknownScenario: 'The server has no such scenario.',
    unknownPlan: 'This scenario has no plan of that length.',
    badPace: 'A number of rounds or seconds is too small or too large. The limits stand below each field.',
    seatTaken: 'Somebody else has just taken that seat. Choose another.',
    seatFull: 'That state has just filled up. Choose another.',
    unknownSeat: 'There is no such state at this table.',
    entryClosed:
      'Nobody new can join at the moment. People who have a seat can come back with their rejoin code.',
    wrongRejoin:
      'Nobody in this session has that rejoin code. It has eight letters and digits and is shown under “Brief”.',
    deviceFull: 'This browser has several seats here already, and gets no more. Go back to one of them.',
    networkFull:
      'As many people have joined from this network as the host expects. Ask the host to raise the number of people expected, under “Joining”.',
    tableFull: 'Every state has as many people as it can seat.',
    sessionEnded: 'This session is over.',
    sessionCancelled: 'The host has cancelled this session before it began.',
    sessionDamaged:
      'The record of this session is damaged, so it cannot go on. The host’s list of sessions says what can be done.',
    practiceFull: 'Many people are practising here at the moment. Try again in a few minutes.',
    otherHost:
      'This server does not go by that name. Open it by its IP address; whoever runs it can set PUBLIC_URL to the name.',
    otherPage:
      'The server is reached by another address than this page. If a proxy stands between, whoever runs it must set PUBLIC_URL to the address in your browser.',
    notAllowed: 'This may be opened only by those who were there, once the session has ended.',
    notStored:
      'The server could not save it, so nothing has changed. What counted before still stands. Leave the server running, look whether its disk is full or its data directory was moved, then try again.',
    badToken: 'You no longer have a seat in this session. Join again with the code.',
    badRecord: 'This file cannot be imported: it is damaged, cut off or no record of Crossroads.',
    recordUnfinished:
      'This record was saved while the session was still running. Only a session that has ended can be imported.',
    tooManyPacks: 'There are 60 scenarios of your own, and no room for more. Remove one first.',
    packInSession:
      'A session opened from this scenario has not ended. End or cancel it, then remove the scenario.',
    packInPreset: 'A preset opens this scenario. Delete the preset, then remove the scenario.',
    badSeats: 'This scenario is not played with that number of states.',
    linkWithdrawn: 'This link leads nowhere: it is not whole, or the host has withdrawn it.',
    tooManyLinks: 'This record has 20 links already. Withdraw one first.',
    recordKnown: 'This session is on this server already.',
    offline: 'The server cannot be reached. Nothing is lost; check the network and try again.',
  } satisfies Record<ApiFailure['code'], string>,
};
