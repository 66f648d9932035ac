import type { OwnView } from '../../shared/session/views/tableView.ts';
import { agreement, message } from './wireTables.ts';

/** Seat *b*'s own view, with every part filled. */
export const own: OwnView = {
  seat: 'b',
  brief: { en: 'Fear the north.', zh: '提防北方。' },
  objectives: [
    { id: 'rule-maker', reached: 10, goal: 20, barred: false, done: false, about: [] },
    { id: 'non-aligned', reached: 512, goal: 500, barred: true, done: false, about: ['a', 'c'] },
  ],
  trust: null,
  order: { action: 'join-functional', field: 1, side: -1 },
  expects: { seat: 'a', family: 'securitize' },
  bet: 3,
  open: ['dialogue', 'hold'],
  later: [{ action: 'localize', round: 3 }],
  answerable: ['a', 'c'],
  muted: 1,
  drafts: [
    { order: { action: 'dialogue', targets: ['a', 'c'] }, agreed: ['d1', 'd2'] },
    { order: { action: 'hold' }, agreed: ['d3'] },
  ],
  endorsed: [{ agreement: 'public-1', delegates: ['d1'] }],
  messages: [message(1, 'between us', { kind: 'bilateral', with: 'a' })],
  agreements: [{ ...agreement, id: 'secret-0.1-1', secrecy: 'secret' }],
  bannedUntil: 4,
  score: -3125,
  usual: 412,
  payoff: {
    exchange: 400,
    common: 1,
    dividend: 2,
    rent: 0,
    club: 5,
    pledge: 0,
    damage: 70,
    loss: 9,
    cost: 30,
    total: -299,
  },
};

/** One of them concerns trust between others, in a session that does not show it. */
/** Objectives whose progress is not shown. */
export const hiddenObjectives: OwnView['objectives'] = [
  { id: 'reconciler', reached: null, goal: 150, barred: false, done: false, about: [] },
  own.objectives[1],
];

/** A seat's own view with every part empty. */
export const emptyOwn: OwnView = {
  ...own,
  objectives: [
    { id: 'rule-maker', reached: 20, goal: 20, barred: false, done: true, about: [] },
    { id: 'non-aligned', reached: 498, goal: 500, barred: false, done: false, about: ['a', 'c'] },
  ],
  order: null,
  expects: null,
  bet: null,
  open: [],
  later: [],
  answerable: [],
  muted: 0,
  drafts: [],
  endorsed: [],
  agreements: [],
  bannedUntil: null,
  messages: [
    message(1, 'between us', { kind: 'bilateral', with: 'a' }),
    message(2, null, { kind: 'bloc', bloc: 11 }),
  ],
  payoff: null,
};
