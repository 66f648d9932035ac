import { at, num } from '../../lib/at.ts';
import { COMPETITION } from './cells.ts';
import { heading } from './book.ts';
import type { Move } from './moves.ts';
import { engages } from './moves.ts';
import type { Pass } from './pass.ts';
import { change, gain, lose, parity } from './pass.ts';

/**
 * Cooperative acts. Political ones need some trust, working institutions and comparable capability; technical ones work even at
 * low trust. [cai-zhang §3, §4] [model D.3 step 5]
 */
export function applyCooperation(pass: Pass): void {
  pass.moves.forEach((move, seat) => {
    if (move.action === 'dialogue') talk(pass, seat, move);
    else if (move.action === 'commit') commit(pass, seat);
    else if (move.action === 'build-capacity') assist(pass, seat, move);
    else if (move.action === 'open-standards') open(pass, seat);
    else if (move.action === 'bridge') mediate(pass, seat, move);
  });
  const acts = (action: Move['action']) => pass.moves.some((move) => move.action === action);
  if (acts('build-capacity')) buildCapacity(pass);
  if (acts('open-standards')) lowerBarriers(pass);
}

/** A dialogue needs an answer; a restriction in reply costs trust. [kydd-2005] */
function talk(pass: Pass, seat: number, { targets }: Move): void {
  const { n, p, book } = pass;
  const opened = heading(book, 'dialogueOpened', 'trust', seat);
  const answered = heading(book, 'dialogueReciprocated', 'trust', seat);
  for (const target of targets) {
    const reception = p.recepMin + (1 - p.recepMin) * num(pass.trust0, target * n + seat);
    const calm = 1 - p.polDrag * num(pass.standing.dials, COMPETITION) * distance(pass, seat, target);
    const works = pass.damp * pass.amp * calm * parity(pass, seat, target) * reception;
    gain(pass, opened, target, seat, p.gDialog * works);
    if (engages(pass.moves, target, seat)) gain(pass, answered, target, seat, p.gMutual * works);
    const reply = at(pass.moves, target);
    if (reply.action === 'restrict' && reply.targets.includes(seat)) {
      lose(
        pass,
        heading(book, 'dialogueAnsweredWithRestriction', 'trust', target),
        seat,
        target,
        p.lambda * p.lReply,
      );
    }
  }
}

/** Distance of two seats' policy positions, 0..1. */
function distance({ standing }: Pass, i: number, j: number): number {
  const apart = num(standing.profiles.position, i) - num(standing.profiles.position, j);
  return (apart < 0 ? -apart : apart) / 2;
}

/** A multilateral commitment is seen by all, and builds trust among those who share it. [jervis-1982] */
function commit(pass: Pass, seat: number): void {
  const { n, p, book } = pass;
  const kept = heading(book, 'commitmentKept', 'trust', seat);
  const shared = heading(book, 'commitmentShared', 'trust', seat);
  const works = pass.damp * pass.amp;
  for (let l = 0; l < n; l++) {
    if (l !== seat) gain(pass, kept, l, seat, p.gCommit * works * parity(pass, l, seat));
  }
  for (let l = 0; l < n; l++) {
    if (doesToo(pass, l, seat)) gain(pass, shared, l, seat, p.gCommitRec * works * parity(pass, l, seat));
  }
}

/** Whether another seat orders the same action. */
function doesToo({ moves }: Pass, other: number, seat: number): boolean {
  return other !== seat && at(moves, other).action === at(moves, seat).action;
}

function assist(pass: Pass, seat: number, { targets }: Move): void {
  const { n, p, book } = pass;
  const thanked = heading(book, 'capacityBuilt', 'trust', seat);
  for (const target of targets) {
    const works = pass.damp * (0.6 + 0.4 * num(pass.trust0, target * n + seat));
    gain(pass, thanked, target, seat, p.gCap * works);
  }
}

/** Several givers of one receiver share what they build, in proportion to what each would have built alone. [model D.9] */
function buildCapacity(pass: Pass): void {
  const { book, moves } = pass;
  moves.forEach(({ action, targets }, giver) => {
    if (action !== 'build-capacity') return;
    const under = heading(book, 'capacityBuilt', 'development', giver);
    for (const target of targets) {
      const { alone, left } = givenTo(pass, target);
      if (alone === 0) continue;
      const total = (1 - num(pass.development0, target)) * (1 - left);
      change(pass, under, target, (total * capacityFrom(pass, giver)) / alone);
    }
  });
}

/** Share of the receiver's gap that one giver closes. */
function capacityFrom({ p, development0 }: Pass, giver: number): number {
  return p.devCap * (0.5 + 0.5 * num(development0, giver));
}

/** The sum of what the givers would close one by one, and the gap that remains after all of them. */
function givenTo(pass: Pass, target: number): { readonly alone: number; readonly left: number } {
  let alone = 0;
  let left = 1;
  pass.moves.forEach(({ action, targets }, giver) => {
    if (action !== 'build-capacity' || !targets.includes(target)) return;
    alone += capacityFrom(pass, giver);
    left *= 1 - capacityFrom(pass, giver);
  });
  return { alone, left };
}

/** Open standards work even at low trust, and far better if both sides open them. [cai-zhang §2.1] */
function open(pass: Pass, seat: number): void {
  const { n, p, book } = pass;
  const opened = heading(book, 'standardsOpened', 'trust', seat);
  const shared = heading(book, 'standardsShared', 'trust', seat);
  for (let l = 0; l < n; l++) {
    if (l !== seat) gain(pass, opened, l, seat, p.gTech * usefulness(pass, l, seat));
  }
  for (let l = 0; l < n; l++) {
    if (doesToo(pass, l, seat)) gain(pass, shared, l, seat, p.gTechRec * usefulness(pass, l, seat));
  }
}

/** How far open standards help another's trust in the seat that opens them. */
function usefulness({ n, damp, trust0 }: Pass, other: number, seat: number): number {
  return damp * (0.7 + 0.3 * num(trust0, other * n + seat));
}

function lowerBarriers(pass: Pass): void {
  const { n, p, book, standing, moves, workspace } = pass;
  const before = workspace.drifts;
  before.set(standing.barrier);
  const left = 1 - pass.damp * p.tauC4each;
  moves.forEach(({ action }, seat) => {
    if (action !== 'open-standards') return;
    const under = heading(book, 'standardsOpened', 'barrier', seat);
    for (let l = 0; l < n; l++) {
      if (l === seat) continue;
      const pair = Math.min(seat, l) * n + Math.max(seat, l);
      const cut = moves[l]?.action === action ? (1 - left * left) / 2 : pass.damp * p.tauC4one;
      change(pass, under, pair, -cut * num(before, pair));
    }
  });
}

/** A third state that both trust brings two together, and with them the groups it gathers. [cai-zhang §4] */
function mediate(pass: Pass, seat: number, { pair, groups }: Move): void {
  if (pair === null || groups === null) return;
  const { n, p, book } = pass;
  const [a, b] = pair;
  const [near, far] = groups;
  const credit = Math.min(num(pass.trust0, a * n + seat), num(pass.trust0, b * n + seat));
  const spread = Math.min(1, (2 * pass.mostTargets) / (near.length + far.length));
  const works = pass.damp * p.gBridge * pass.amp * credit * spread;
  const bridged = heading(book, 'bridgeBuilt', 'trust', seat);
  for (const x of near) {
    for (const y of far) {
      gain(pass, bridged, x, y, works);
      gain(pass, bridged, y, x, works);
    }
  }
  const broker = heading(book, 'honestBroker', 'trust', seat);
  gain(pass, broker, a, seat, pass.damp * p.gBridgeSelf);
  gain(pass, broker, b, seat, pass.damp * p.gBridgeSelf);
}
