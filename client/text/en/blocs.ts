import type { AdmissionPolicy } from '#shared/session/charters.ts';
import { plural } from '../number.ts';

/** Blocs as institutions: their card, their charter, their votes. */
export const blocs = {
  title: 'Blocs',
  none: 'There is no bloc at this table.',
  waits: (count: number) => `${count} ${plural(count, 'vote waits', 'votes wait')} for you`,
  camp: 'Camp',
  groupOf: (field: string) => `Issue group on ${field}`,
  charter: 'Charter',
  policies: {
    open: 'Everybody may join.',
    vote: 'Who wants to join needs a vote of the members.',
    closed: 'Nobody may join.',
  } satisfies Record<AdmissionPolicy, string>,
  notice: {
    0: 'A member may leave at once.',
    1: 'A member gives notice and may leave from the next round on.',
  },
  members: (count: number) => `${count} ${plural(count, 'member', 'members')}`,
  isExpelled: 'expelled, out at the reveal',
  isLeaving: 'has given notice',
  depth: 'Depth',
  does: 'What it does',
  campDoes: [
    'It covers its members: incidents cost them less, and they come to trust each other.',
    'It puts a wall between members and all others: their political and commercial links weaken, and their techniques drift apart. The deeper the camp, the higher the wall.',
    'Those outside feel more threatened by those inside.',
    'It wears down the common rules.',
  ],
  dormantDoes: ['With a single member a camp is dormant: no wall, no cover.'],
  groupDoes: [
    'Its members share one rulebook: barriers between them fall, they come to trust each other, and incidents cost them less.',
    'A rival rulebook on the same subject pulls techniques apart, until both groups recognise each other’s.',
  ],
  coordinatedDoes: [
    'Its members share one rulebook: barriers between them fall, they come to trust each other, and incidents cost them less.',
    'Its rulebook is recognised for good: groups on the same subject that are recognised too are no rivals to it.',
  ],
  votes: 'Votes under way',
  voteNote:
    'A question passes with more than half of the members that people speak for. It lapses at the reveal.',
  yes: (names: string) => `For it: ${names}`,
  voteYes: 'Vote for it',
  voted: 'Your state has voted for it.',
  admit: (state: string) => `Admit ${state}`,
  expel: (state: string) => `Expel ${state}`,
  newCharter: (name: string | null) => (name === null ? 'New charter.' : `New charter: ${name}.`),
  caucus: 'Talk in the caucus',
  callAdmit: 'Vote to admit…',
  callExpel: 'Vote to expel…',
  giveNotice: 'Give notice',
  propose: 'Propose a charter',
  proposeNow: 'Propose it',
  name: 'Name',
  text: 'Founding text',
  whoJoins: 'Who may join',
  closedNow: 'Votes are taken during negotiation and decision.',
  done: 'Done.',
  said: {
    voted: (state: string, bloc: string) => `${state} votes on a question of ${bloc}`,
    chartered: (bloc: string) => `${bloc} adopts a charter`,
    admitted: (bloc: string, state: string) => `${bloc} votes to admit ${state}`,
    expelled: (bloc: string, state: string) => `${bloc} votes to expel ${state}`,
    notice: (state: string, bloc: string) => `${state} gives notice to ${bloc}`,
  },
};
