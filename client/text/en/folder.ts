/** Where the program is a folder of files: what needs a server, and what one can do all the same. */
export const folder = {
  needsServer: 'This needs a server',
  needsServerText:
    'Here Crossroads is a folder of plain files. You can practise alone, open replays, ask what if, compare sessions, read the rules and print the kit.',
  howTo:
    'To host or join a session, somebody runs the program on one computer, in the room or at the school. Everybody then opens the address that it shows.',
  ownNote: 'A scenario file of your own (.json) is checked first and then stays in this browser.',
  prepare: 'Prepare a class',
  kitOf: (scenario: string) => `Facilitator’s kit: ${scenario}`,
  goneNote: 'Another device or browser has it, or its data were cleared. The last twelve sessions are kept.',
};
