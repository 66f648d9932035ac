import type { DecisionRule, Role } from '#shared/session/vocabulary/delegations.ts';
import { plural } from '../number.ts';

/** A state's people: their roles, how they decide, the drafts they propose to each other. */
export const delegation = {
  title: 'Your delegation',
  roles: {
    head: 'Head of delegation',
    negotiator: 'Negotiator',
    security: 'Security',
    economy: 'Economy',
    adviser: 'Adviser',
  } satisfies Record<Role, string>,
  /** What each of them watches. */
  tasks: {
    head: 'You speak for the state. Keep its red line and its two objectives in view.',
    negotiator: 'You talk with the others. Keep in view whom to watch and what you would like to hear.',
    security: 'You look after safety. Keep in view what your state fears.',
    economy: 'You look after prosperity. Keep in view what your state wants.',
    adviser: 'You read everything and help wherever somebody is needed.',
  } satisfies Record<Role, string>,
  rules: {
    head: 'The head seals and signs; the others put drafts forward.',
    anyone: 'Any of you may seal and sign.',
    majority: 'An order seals itself, and a signature counts, once more than half of you agree.',
  } satisfies Record<DecisionRule, string>,
  yourRole: 'Your role',
  yours: 'What you keep in view',
  you: 'you',
  unnamed: 'unnamed',
  roleOf: (name: string) => `Role of ${name}`,
  drafts: 'Drafts of your delegation',
  draftsNote: 'Only your delegation sees them.',
  noDrafts: 'Nobody has put an order forward yet.',
  agree: 'Agree',
  agreeWith: (order: string) => `Agree with ${order}`,
  takeBack: 'Take back',
  takeBackOf: (order: string) => `Take back your agreement with ${order}`,
  look: 'Look at it',
  lookAt: (order: string) => `Look at ${order}`,
  agreed: (names: string, count: number) => `${names} ${plural(count, 'agrees', 'agree')}`,
  counted: (count: number, all: number) => `${count} of ${all}`,
  putForward: 'Put forward',
  putForwardDone: 'Your delegation can see your draft.',
  hints: {
    head: 'The head of your delegation seals. If time runs out, the draft the head agrees with counts.',
    anyone: 'Or show it to your delegation first.',
    majority:
      'It seals itself once more than half agree. If time runs out, the draft with most support counts.',
  } satisfies Record<DecisionRule, string>,
  sealedByHead: 'The head of your delegation has sealed.',
  sealedByMajority: 'More than half of your delegation agree.',
  someSigned: (names: string, missing: number) =>
    `Signed in your delegation: ${names}. ${missing} more ${plural(missing, 'signature is', 'signatures are')} needed.`,
  said: {
    drafted: (state: string) => `Somebody of ${state} puts an order forward to the delegation`,
    withdrawn: (state: string) => `Somebody of ${state} takes an agreement back`,
    roles: (state: string, head: string) => `Roles at ${state}: ${head} is head of the delegation`,
  },
  open: {
    rule: 'Who decides for a state',
    rules: {
      anyone: 'Any member',
      head: 'Head of delegation',
      majority: 'A majority',
    } satisfies Record<DecisionRule, string>,
    size: 'People per state, at most',
  },
};
